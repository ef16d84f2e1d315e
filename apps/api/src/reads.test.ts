import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyApi, FIXTURE_DAY } from './__fixtures__/empty-api.ts';
import { GT3 } from './__fixtures__/sample-records.ts';
import { stockedApi } from './__fixtures__/stocked-api.ts';
import { API_BASE_PATH } from './create-api.ts';

const at = (path: string) => `${API_BASE_PATH}${path}`;
type Stocked = Awaited<ReturnType<typeof stockedApi>>;

async function get({ api }: Pick<Stocked, 'api'>, path: string) {
  const response = await api.request(at(path));
  return { response, status: response.status, body: JSON.parse(await response.text()) };
}

describe('predictions', () => {
  test('one horizon, with words, facts, marking, range, and the use noted', async () => {
    const stocked = await stockedApi();
    const { status, body, response } = await get(
      stocked,
      '/predictions?model=911&trim=gt3&generation=&make=&horizon=3m&market=',
    );
    expect(status).toBe(200);
    expect(stocked.asked).toEqual([
      { model: '911', trim: 'gt3', horizons: ['3m'], depth: 'standard', market: stocked.market, asOf: FIXTURE_DAY },
    ]);
    expect(body).toMatchObject({ status: 'ok', asOf: FIXTURE_DAY, synthetic: true, insight: { costNanoUsd: '0' } });
    expect(body.predictions).toHaveLength(1);
    expect(
      body.predictions[0].intervals.map((interval: { confidenceLevel: number }) => interval.confidenceLevel),
    ).toEqual([0.5, 0.8, 0.9]);
    expect(body.predictions[0].naivePrice).toBe(215_000);
    expect(body.insight.facts).toHaveLength(1);
    expect(body.insight.marking).toMatchObject({ aiGenerated: false, servedModel: 'template' });
    expect(body.disclaimer).toMatch(/synthetic/);
    expect(response.headers.get('x-ai-generated')).toBe('false');
    expect(response.headers.get('x-synthetic-data')).toBe('true');
    expect(await stocked.stores.events.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({
      prediction_requested: 1,
    });
  });

  test('without a horizon all four are asked for, shortest first', async () => {
    const stocked = await stockedApi();
    await get(stocked, '/predictions?model=911&asOf=2026-02-01');
    expect(stocked.asked[0]).toMatchObject({ horizons: ['1m', '3m', '6m', '1y'], asOf: '2026-02-01' });
  });

  test.each([
    ['/predictions', 'query.model'],
    ['/predictions?model=', 'query.model'],
    ['/predictions?model=911&horizon=2m', 'query.horizon'],
    ['/predictions?model=911&market=gold/USD', 'query.market'],
    ['/predictions?model=911&asOf=2026-02-30', 'query.asOf'],
    ['/predictions?model=911&asOf=2026-04-01', 'query.asOf'],
    ['/predictions?model=911&model=718', 'query.model'],
    ['/predictions?model=911&horizn=3m', 'query.horizn'],
    [`/predictions?model=${'x'.repeat(81)}`, 'query.model'],
    ['/predictions/ledger?limit=0', 'query.limit'],
    ['/predictions/ledger?settled=maybe', 'query.settled'],
  ])('%s is 400 and names %s', async (path, field) => {
    const { status, body } = await get(await stockedApi(), path);
    expect(status).toBe(400);
    expect(body.error.code).toBe('VALIDATION_FAILED');
    expect(body.error.fields.map(({ path: at }: { path: string }) => at)).toContain(field);
  });

  test('an unknown vehicle and too little data are told apart by code', async () => {
    const stocked = await stockedApi();
    const unknown = await get(stocked, '/predictions?model=912');
    expect(unknown.status).toBe(422);
    expect(unknown.body.error).toMatchObject({ code: 'UNKNOWN_VEHICLE', candidates: ['911'] });
    const thin = await get(stocked, '/predictions?model=911&trim=Speedster');
    expect(thin.status).toBe(422);
    expect(thin.body.error).toMatchObject({ code: 'NOT_ENOUGH_DATA', found: 2, needed: 5 });
    const market = await get(stocked, '/predictions?model=911&market=wholesale/EUR');
    expect(market.body.error).toMatchObject({ code: 'NOT_ENOUGH_DATA', found: 0 });
    expect((await get(emptyApi(), '/predictions?model=911')).body.error.code).toBe('NOT_ENOUGH_DATA');
    expect(await stocked.stores.events.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({});
  });

  test('the ledger filters by what came of a prediction', async () => {
    const stocked = await stockedApi();
    const ids = async (query: string) =>
      (await get(stocked, `/predictions/ledger${query}`)).body.entries.map(
        (entry: { prediction: { id: string } }) => entry.prediction.id,
      );
    expect(await ids('')).toEqual(['prediction-1', 'prediction-old-1', 'prediction-old-2', 'prediction-old-3']);
    expect(await ids('?settled=true')).toEqual(['prediction-old-1', 'prediction-old-2']);
    expect(await ids(`?settled=false&segment=${GT3}&horizon=3m&market=sold/USD&asOf=2025-09-30`)).toEqual([
      'prediction-old-3',
    ]);
    expect(await ids('?limit=1')).toEqual(['prediction-1']);
    const one = await get(stocked, '/predictions/prediction-old-1');
    expect(one.body.outcome).toMatchObject({ absolutePercentageError: 0.04 });
    expect((await get(stocked, '/predictions/none')).status).toBe(404);
  });
});

describe('insights', () => {
  test('are listed by type and model, money as text, marked where a model wrote them', async () => {
    const stocked = await stockedApi();
    const all = await get(stocked, '/insights');
    expect(all.body.insights).toHaveLength(2);
    expect(all.response.headers.get('x-ai-generated')).toBe('true');
    const summaries = await get(stocked, '/insights?type=market_summary');
    expect(summaries.body.insights.map(({ id }: { id: string }) => id)).toEqual(['insight-1']);
    expect(summaries.response.headers.get('x-ai-generated')).toBe('false');
    const cayman = await get(stocked, '/insights?type=market_summary&model=718');
    expect(cayman.body.insights[0]).toMatchObject({ costNanoUsd: '1250000', marking: { aiGenerated: true } });
    expect(cayman.body.insights[0].marking.disclaimer).toMatch(/language model/);
    expect((await get(stocked, '/insights?type=poem')).status).toBe(400);
  });

  test('one is opened, and that is noted', async () => {
    const stocked = await stockedApi();
    const { status, body } = await get(stocked, '/insights/insight-1');
    expect(status).toBe(200);
    expect(body.dataRange.to <= FIXTURE_DAY).toBe(true);
    expect((await get(stocked, '/insights/none')).status).toBe(404);
    expect(await stocked.stores.events.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({
      insight_opened: 1,
    });
  });
});

describe('anomalies', () => {
  test('are filtered and paged, highest score first', async () => {
    const stocked = await stockedApi();
    const high = await get(stocked, '/anomalies?severity=high&status=active');
    expect(high.body.anomalies.map(({ id }: { id: string }) => id)).toEqual(['anomaly-4', 'anomaly-2']);
    const page = await get(stocked, '/anomalies?limit=2&offset=1');
    expect(page.body).toMatchObject({
      total: 5,
      limit: 2,
      offset: 1,
      disclaimer: expect.stringContaining('not advice'),
    });
    expect(page.body.anomalies.map(({ id }: { id: string }) => id)).toEqual(['anomaly-3', 'anomaly-2']);
    expect((await get(stocked, '/anomalies?type=overvalued')).body.total).toBe(1);
    for (const query of [
      'severity=huge',
      'status=open',
      'type=odd',
      'limit=501',
      'limit=x',
      'offset=-1',
      'offset=1.5',
    ]) {
      expect((await get(stocked, `/anomalies?${query}`)).status).toBe(400);
    }
  });

  test('one comes with its listing', async () => {
    const stocked = await stockedApi();
    const { body } = await get(stocked, '/anomalies/anomaly-2');
    expect(body.listing.id).toBe(body.anomaly.listingId);
    expect(body.listing).toEqual(JSON.parse(JSON.stringify(await stocked.stores.listings.byId(body.listing.id))));
    expect((await get(stocked, '/anomalies/none')).status).toBe(404);
  });
});

describe('the market', () => {
  test('an index comes with its forecast on the same scale', async () => {
    const { status, body } = await get(await stockedApi(), `/indices?segment=${GT3}&months=6`);
    expect(status).toBe(200);
    expect(body.points).toHaveLength(36);
    expect(body.forecast.steps).toHaveLength(6);
    expect(body.forecast.originMonth).toBe('2026-03');
    const last = body.points.at(-1).level;
    for (const step of body.forecast.steps) {
      expect(Math.abs(step.level / last - 1)).toBeLessThan(0.2);
      const levels = step.intervals.map((interval: { confidenceLevel: number }) => interval.confidenceLevel);
      expect(levels).toEqual([0.5, 0.8, 0.9]);
      const widths = step.intervals.map(
        (interval: { lower: number; upper: number }) => interval.upper - interval.lower,
      );
      expect(widths).toEqual(widths.toSorted((left: number, right: number) => left - right));
    }
  });

  test('an index without a forecast says so, an unknown segment is 404', async () => {
    const stocked = await stockedApi();
    const { body } = await get(stocked, '/indices?segment=porsche/911');
    expect(body.forecast).toBeNull();
    expect(body.forecastRefusal).toMatch(/^Not enough data/);
    expect((await get(stocked, '/indices?segment=porsche/nothing')).status).toBe(404);
    expect((await get(stocked, '/indices')).status).toBe(400);
    expect((await get(emptyApi(), '/indices?segment=porsche')).status).toBe(422);
  });

  test('segments are a tree in order, with counts', async () => {
    const stocked = await stockedApi();
    const { body } = await get(stocked, '/segments?make=porsche');
    expect(body.market).toEqual(stocked.market);
    expect(body.segments[0]).toMatchObject({ segment: 'porsche', parent: null, level: 'make' });
    const known = new Set<string>();
    for (const { segment, parent } of body.segments) {
      if (parent !== null) expect(known.has(parent)).toBe(true);
      known.add(segment);
    }
    expect(body.segments.find(({ segment }: { segment: string }) => segment === 'porsche/911').hasIndex).toBe(true);
    const thick = await get(stocked, '/segments?minimumSales=20');
    expect(thick.body.segments.length).toBeLessThan(body.segments.length);
    expect((await get(stocked, '/segments?make=Lada')).body.segments).toEqual([]);
  });

  test('the overview has the figures of the cards', async () => {
    const stocked = await stockedApi();
    const { body, response } = await get(stocked, '/overview');
    const sold = stocked.listings.filter(({ status }) => status === 'sold');
    expect(body).toMatchObject({
      today: FIXTURE_DAY,
      lastRunOn: FIXTURE_DAY,
      saleCount: sold.length,
      activeListingCount: stocked.listings.filter(({ status }) => status === 'active').length,
      segmentCount: 2,
      openAnomalies: { total: 5, low: 1, medium: 1, high: 2, critical: 1 },
      accuracy: { settledCount: 2, naiveMedianAbsolutePercentageError: 0.06, coverage90: 1 },
      llmCostTodayNanoUsd: '1250000',
      summary: { id: 'insight-1' },
      dataset: { synthetic: true },
    });
    expect(body.accuracy.medianAbsolutePercentageError).toBeCloseTo(0.07, 12);
    expect(response.headers.get('x-synthetic-data')).toBe('true');
  });

  test('the overview of an empty store has no invented figure', async () => {
    const { body } = await get(emptyApi(), '/overview');
    expect(body).toMatchObject({
      lastRunOn: null,
      markets: [],
      saleCount: 0,
      summary: null,
      accuracy: { settledCount: 0, medianAbsolutePercentageError: null, coverage90: null },
      llmCostTodayNanoUsd: '0',
      dataRange: { from: null, to: null, saleCount: 0 },
    });
  });

  test('the cost of the day is asked for the UTC day where a meter is given', async () => {
    const periods: { from: number; to: number }[] = [];
    const stocked = await stockedApi({
      llmCostNanoUsd: async (period) => {
        periods.push(period);
        return 42n;
      },
    });
    expect((await get(stocked, '/overview')).body.llmCostTodayNanoUsd).toBe('42');
    expect(periods).toEqual([{ from: Date.parse('2026-03-31'), to: Date.parse('2026-04-01') }]);
  });
});

test('no query and no path makes the API fail: every answer is JSON below 500', async () => {
  const { api, reported } = await stockedApi({ rateLimit: false });
  const names = ['model', 'trim', 'generation', 'make', 'horizon', 'market', 'asOf', 'segment', 'severity', 'status'];
  const name = fc.oneof(
    fc.constantFrom(...names, 'type', 'limit', 'offset', 'months', 'settled', 'minimumSales', '__proto__', 'toString'),
    fc.string({ maxLength: 12 }),
  );
  const value = fc.oneof(
    fc.constantFrom(
      '911',
      '718',
      '3m',
      'high',
      'active',
      '',
      'sold/USD',
      'wholesale/EUR',
      '0',
      '-1',
      '1e9',
      'NaN',
      FIXTURE_DAY,
    ),
    fc.constantFrom(GT3, '__proto__', '0000-00-00', '9999-12-31', '-000001-01-01', '%', "';--"),
    fc.string({ maxLength: 40, unit: 'binary' }),
    fc.integer().map(String),
    fc.double().map(String),
  );
  const place = fc.oneof(
    fc.constantFrom(
      '/predictions',
      '/predictions/ledger',
      '/insights',
      '/anomalies',
      '/indices',
      '/segments',
      '/overview',
    ),
    fc
      .tuple(
        fc.constantFrom('/predictions/', '/insights/', '/anomalies/'),
        fc.string({ maxLength: 20, unit: 'binary' }),
      )
      .map(([folder, id]) => folder + encodeURIComponent(id.toWellFormed())),
    fc.webPath(),
  );
  await fc.assert(
    fc.asyncProperty(place, fc.array(fc.tuple(name, value), { maxLength: 4 }), async (path, pairs) => {
      const query = new URLSearchParams(
        pairs.map(([key, text]): [string, string] => [key.toWellFormed(), text.toWellFormed()]),
      );
      const response = await api.request(`${at(path)}?${query}`);
      expect(response.status).toBeLessThan(500);
      const body = (await response.json()) as object;
      if (response.status >= 400) expect(body).toHaveProperty('error.code');
    }),
    { numRuns: 600, seed: 20260331 },
  );
  expect(reported).toEqual([]);
});
