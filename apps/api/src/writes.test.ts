import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURE_DAY, jsonPost } from './__fixtures__/empty-api.ts';
import { stockedApi } from './__fixtures__/stocked-api.ts';
import { API_BASE_PATH } from './create-api.ts';

type Stocked = Awaited<ReturnType<typeof stockedApi>>;
const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

async function post({ api }: Pick<Stocked, 'api'>, path: string, body: unknown) {
  const response = await api.request(API_BASE_PATH + path, jsonPost(body));
  return { response, status: response.status, body: JSON.parse(await response.text()) };
}

async function overviewOf({ api }: Pick<Stocked, 'api'>) {
  const response = await api.request(`${API_BASE_PATH}/overview`);
  return (await response.json()) as { readonly activeListingCount: number };
}

const paths = (body: { error: { fields?: { path: string }[] } }) => body.error.fields?.map(({ path }) => path);

describe('validating a prediction', () => {
  test.each([
    ['prediction-old-1', 'settled', null],
    ['prediction-1', 'pending', 'the day it speaks of, 2026-06-30, has not come'],
    ['prediction-old-3', 'not-enough-data', 'no sales around the day'],
  ])('%s is %s', async (predictionId, status, reason) => {
    const answer = await post(await stockedApi(), '/predictions/validate', { predictionId });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status, reason, prediction: { id: predictionId } });
    expect(answer.body.outcome === null).toBe(status !== 'settled');
  });

  test('an unknown id is 404, no id is 400', async () => {
    const stocked = await stockedApi();
    expect((await post(stocked, '/predictions/validate', { predictionId: 'none' })).status).toBe(404);
    const missing = await post(stocked, '/predictions/validate', {});
    expect(missing.status).toBe(400);
    expect(paths(missing.body)).toEqual(['body.predictionId']);
  });
});

describe('writing an insight', () => {
  test('answers the text with its marking', async () => {
    const { status, body, response } = await post(await stockedApi(), '/insights/generate', {
      type: 'segment_report',
      model: 'cayman',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'insight-segment_report', model: 'cayman', marking: { aiGenerated: false } });
    expect(response.headers.get('x-ai-generated')).toBe('false');
  });

  test('a segment report needs a model, and evidence', async () => {
    const stocked = await stockedApi();
    const nameless = await post(stocked, '/insights/generate', { type: 'segment_report' });
    expect(nameless.status).toBe(400);
    expect(paths(nameless.body)).toEqual(['body.model']);
    expect((await post(stocked, '/insights/generate', { type: 'poem' })).status).toBe(400);
    const thin = await post(stocked, '/insights/generate', { type: 'segment_report', model: 'Nothing' });
    expect(thin.status).toBe(422);
    expect(thin.body.error.code).toBe('NOT_ENOUGH_DATA');
  });
});

describe('judging an anomaly', () => {
  test('keeps verdict, note and day, and notes the use', async () => {
    const stocked = await stockedApi();
    const verdict = { id: 'anomaly-2', status: 'false_positive', note: ' a rare colour ' };
    const { status, body } = await post(stocked, '/anomalies/resolve', verdict);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'false_positive', resolutionNote: 'a rare colour', resolvedOn: FIXTURE_DAY });
    expect(await stocked.stores.anomalies.byId('anomaly-2')).toEqual(body);
    expect((await stocked.stores.anomalies.list({ status: 'active' })).total).toBe(4);
    expect(await stocked.stores.events.countByName(ALWAYS)).toEqual({ anomaly_resolved: 1 });
  });

  test('an empty note is none, an unknown id is 404, a verdict is one of two', async () => {
    const stocked = await stockedApi();
    const plain = await post(stocked, '/anomalies/resolve', { id: 'anomaly-1', status: 'resolved', note: ' ' });
    expect(plain.body).toMatchObject({ status: 'resolved', resolutionNote: null });
    expect((await post(stocked, '/anomalies/resolve', { id: 'none', status: 'resolved' })).status).toBe(404);
    for (const body of [
      { id: 'anomaly-1', status: 'active' },
      { id: '', status: 'resolved' },
      { id: 'a\u0000b', status: 'resolved' },
      { id: 'anomaly-1', status: 'resolved', note: 'x\ud800' },
      { id: 'anomaly-1', status: 'resolved', note: 'x'.repeat(2001) },
    ]) {
      expect((await post(stocked, '/anomalies/resolve', body)).status).toBe(400);
    }
  });
});

describe('noting a use', () => {
  test('keeps name and choices', async () => {
    const stocked = await stockedApi({ newId: () => '00000000-0000-4000-8000-000000000001' });
    const { status, body } = await post(stocked, '/events', {
      name: 'chart_opened',
      properties: { horizon: '3m', n: 1 },
    });
    expect(status).toBe(202);
    expect(body).toEqual({ id: '00000000-0000-4000-8000-000000000001' });
    expect(await stocked.stores.events.countByName(ALWAYS)).toEqual({ chart_opened: 1 });
  });

  test('refuses what is no name or no choice', async () => {
    const stocked = await stockedApi();
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`p${n}`, n]));
    for (const body of [
      {},
      { name: 'Chart Opened' },
      { name: 'x'.repeat(65) },
      { name: 'a', properties: { nested: {} } },
      { name: 'a', properties: { text: 'x'.repeat(201) } },
      { name: 'a', properties: many },
      { name: 'a', at: 5 },
    ]) {
      expect((await post(stocked, '/events', body)).status).toBe(400);
    }
    expect(await stocked.stores.events.countByName(ALWAYS)).toEqual({});
  });
});

describe('new listings', () => {
  const row = {
    sourceKey: 'a-1',
    make: 'porsche',
    model: '911 Carrera S Coupe 6-Speed',
    modelYear: 2007,
    mileage: 41_000,
    color: 'Silver',
    price: { kind: 'ask', amount: 62_500, currency: 'USD' },
    listedOn: '2026-03-30',
  };

  test('are kept with what their text says, and a scan of them is asked for', async () => {
    let scans = 0;
    const stocked = await stockedApi({
      enqueueScan: async () => {
        scans += 1;
      },
    });
    const before = await overviewOf(stocked);
    const first = await post(stocked, '/listings', [row]);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      received: 1,
      inserted: 1,
      updated: 0,
      unchanged: 0,
      rejected: [],
      scanEnqueued: true,
    });
    const { listings } = await stocked.stores.listings.changedSince({ limit: 10_000 });
    const kept = listings.find(({ sourceKey }) => sourceKey === 'a-1');
    expect(kept).toMatchObject({
      source: 'listings',
      title: '2007 porsche 911 Carrera S Coupe 6-Speed',
      vehicle: {
        make: 'Porsche',
        model: '911',
        generation: '997.1',
        trim: 'Carrera S',
        body: 'coupe',
        transmission: 'manual',
      },
      color: 'silver',
      knownOn: '2026-03-30',
      synthetic: false,
    });
    const after = await overviewOf(stocked);
    expect(after.activeListingCount).toBe(before.activeListingCount + 1);
    expect((await post(stocked, '/listings', [row])).body).toMatchObject({ unchanged: 1, scanEnqueued: false });
    const cheaper = { ...row, price: { ...row.price, amount: 59_900 } };
    expect((await post(stocked, '/listings', [cheaper])).body).toMatchObject({ updated: 1, scanEnqueued: true });
    expect(scans).toBe(2);
  });

  test('bad rows are told with every reason, and do not refuse the good ones', async () => {
    const stocked = await stockedApi();
    const { status, body } = await post(stocked, '/listings', [
      row,
      { ...row, sourceKey: 'a-2', price: { kind: 'ask', amount: -5, currency: 'usd' }, color: '' },
      { ...row, sourceKey: 'a-3', status: 'sold' },
      { ...row, sourceKey: 'a-4', listedOn: '2026-04-01', modelYear: 2031 },
      { ...row, sourceKey: 'a-5', listedOn: '2026-02-30' },
      { ...row, sourceKey: 'a-6', mileag: 4 },
      { make: 'Porsche' },
      7,
      null,
      { ...row, sourceKey: 'a-7', title: 'x\u0000' },
      { ...row, mileage: 1 },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ received: 11, inserted: 1, scanEnqueued: false });
    const reasons = Object.fromEntries(
      body.rejected.map((rejection: { row: number; reasons: string[] }) => [
        rejection.row,
        rejection.reasons.join(' | '),
      ]),
    );
    expect(Object.keys(reasons)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    expect(reasons[2]).toMatch(/row\.price\.amount.*row\.price\.currency|row\.color.*row\.price\.amount/);
    expect(reasons[3]).toMatch(/endedOn: is required.*price\.kind: must be sold or wholesale/);
    expect(reasons[4]).toMatch(/listedOn: must not be later than today, 2026-03-31 \| modelYear/);
    expect(reasons[5]).toMatch(/must be a day that exists/);
    expect(reasons[6]).toBe('row.mileag: is not known here');
    expect(reasons[7]).toMatch(/row\.sourceKey.*row\.model/);
    expect(reasons[10]).toMatch(/row\.title: must be text without NUL/);
    expect(reasons[11]).toMatch(/twice/);
  });

  test('come as NDJSON too, where a line that is not JSON is one rejected row', async () => {
    const stocked = await stockedApi();
    const text = [JSON.stringify(row), '', '{"sourceKey":', JSON.stringify({ ...row, sourceKey: 'b' })].join('\r\n');
    const response = await stocked.api.request(`${API_BASE_PATH}/listings`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
      body: text,
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      received: 3,
      inserted: 2,
      rejected: [{ row: 2, sourceKey: null, reasons: ['the line is not valid JSON'] }],
    });
  });

  test('an empty array is fine and asks for nothing', async () => {
    expect((await post(await stockedApi(), '/listings', [])).body).toEqual({
      received: 0,
      inserted: 0,
      updated: 0,
      unchanged: 0,
      rejected: [],
      scanEnqueued: false,
    });
  });

  test('a scan that cannot be asked for does not lose the rows', async () => {
    const stocked = await stockedApi({ enqueueScan: () => Promise.reject(new TypeError('the queue is gone')) });
    const { status, body } = await post(stocked, '/listings', [row]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ inserted: 1, scanEnqueued: false });
    expect(stocked.reported).toHaveLength(1);
  });
});

test('no body makes the API fail: every answer is JSON below 500', async () => {
  const { api, reported } = await stockedApi({ rateLimit: false });
  const path = fc.constantFrom(
    '/predictions/validate',
    '/insights/generate',
    '/anomalies/resolve',
    '/events',
    '/listings',
  );
  const text = fc.string({ maxLength: 20, unit: 'binary' });
  const value = fc.oneof(
    fc.constantFrom('anomaly-1', 'prediction-1', 'resolved', '911', 'market_summary', 'USD'),
    text,
    fc.jsonValue(),
  );
  const key = fc.constantFrom(
    'id',
    'status',
    'note',
    'predictionId',
    'type',
    'model',
    'name',
    'properties',
    'sourceKey',
    'make',
    'price',
  );
  const body = fc.oneof(
    fc.dictionary(key, value).map((fields) => JSON.stringify(fields)),
    fc.array(fc.dictionary(key, value), { maxLength: 3 }).map((rows) => JSON.stringify(rows)),
    fc.json(),
    text.map((raw) => raw.toWellFormed()),
  );
  const mediaType = fc.constantFrom(
    'application/json',
    'application/x-ndjson',
    'application/json; charset=utf-8',
    'text/plain',
  );
  await fc.assert(
    fc.asyncProperty(path, body, mediaType, async (place, content, type) => {
      const response = await api.request(API_BASE_PATH + place, {
        method: 'POST',
        headers: { 'content-type': type },
        body: content,
      });
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toBeInstanceOf(Object);
    }),
    { numRuns: 500, seed: 20260331 },
  );
  expect(reported).toEqual([]);
});
