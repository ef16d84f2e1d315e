import { createStores } from '@pa/db';
import { openTestPGlite, type TestDatabase } from '@pa/db/testing';
import { createMemoryStores, type EngineStores } from '@pa/engines';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analysedApi } from './__fixtures__/analysed-api.ts';
import { FIXTURE_DAY, jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';

const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe.each(['memory', 'PGlite'])('after a daily run over %s', (kind) => {
  let stores: EngineStores;
  let database: TestDatabase | undefined;
  let analysed: Awaited<ReturnType<typeof analysedApi>>;

  beforeAll(async () => {
    if (kind === 'PGlite') database = await openTestPGlite();
    stores = database === undefined ? createMemoryStores() : createStores(database.database);
    analysed = await analysedApi(stores);
  });
  afterAll(() => database?.close());

  async function ask(path: string, init?: RequestInit) {
    const response = await analysed.api.request(API_BASE_PATH + path, init);
    return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers };
  }

  test('an index tells how fast its cars sell, by offers that ended without a sale too', async () => {
    const { status, body } = await ask('/indices?segment=porsche');
    expect(status).toBe(200);
    const { liquidity, repeatSales } = body;
    expect(liquidity.months).toHaveLength(24);
    expect(liquidity.datedCount).toBeGreaterThan(500);
    expect(liquidity.medianDaysToSell).toBeGreaterThan(0);
    expect(liquidity.months.at(-1).stock).toBe(40);
    const sum = (pick: 'sold' | 'withdrawn'): number =>
      liquidity.months.reduce((total: number, month: Record<'sold' | 'withdrawn', number>) => total + month[pick], 0);
    expect(sum('sold')).toBeGreaterThan(10 * sum('withdrawn'));
    expect(sum('withdrawn')).toBeGreaterThan(0);
    // Hardly a chassis number of this market comes back.
    expect(repeatSales).toBeNull();
  });

  test('the overview counts what the run found', async () => {
    const { status, body } = await ask('/overview');
    expect(status).toBe(200);
    const [market] = analysed.report.markets;
    expect(body).toMatchObject({
      today: FIXTURE_DAY,
      lastRunOn: FIXTURE_DAY,
      saleCount: market!.saleCount,
      openAnomalies: { total: market!.anomalyCount },
      dataRange: { from: market!.firstSaleOn, to: market!.lastSaleOn, saleCount: market!.saleCount },
      summary: { id: market!.summary!.id, summary: market!.summary!.summary },
      dataset: { synthetic: true },
      llmCostTodayNanoUsd: '0',
    });
    expect(body.segmentCount).toBeGreaterThan(5);
    expect(body.activeListingCount).toBe(40);
  });

  test('trends, seasons, correlations and accuracy are read from what the run stored', async () => {
    const trends = await ask('/trends?model=911');
    expect(trends.status).toBe(200);
    expect(trends.body.trends[0]).toMatchObject({ segment: 'porsche/911' });
    expect(trends.body.trends[0].points.length).toBeGreaterThan(12);
    expect((await ask('/trends?model=911')).body).toEqual(trends.body);

    const moved = await ask('/movements?months=6');
    expect(moved.status).toBe(200);
    expect(moved.body.movements.length).toBeGreaterThan(5);
    for (const { detectedOn, startedOn } of moved.body.events) {
      expect(startedOn < detectedOn).toBe(true);
      expect(detectedOn <= FIXTURE_DAY).toBe(true);
    }
    expect(moved.body.events.map(({ detectedOn }: { detectedOn: string }) => detectedOn)).toEqual(
      moved.body.events
        .map(({ detectedOn }: { detectedOn: string }) => detectedOn)
        .sort()
        .toReversed(),
    );

    const { body: seasonality } = await ask('/seasonality?model=911');
    for (const { exists, refusal, effects } of seasonality.seasons) {
      expect(effects).toHaveLength(exists && refusal === null ? 12 : 0);
    }
    const { body: correlations } = await ask('/correlations?depth=2');
    if (correlations.error === undefined) expect(correlations.names.length).toBeGreaterThan(1);
    else expect(correlations.error.code).toBe('NOT_ENOUGH_DATA');

    const { status, body: accuracy } = await ask('/accuracy');
    expect(status).toBe(200);
    // Nothing of the first run is due yet: every figure is null and none is made up.
    expect(accuracy).toMatchObject({ settledCount: 0, misses: [], trackRecord: [] });
    expect(accuracy.openCount).toBeGreaterThan(10);
    expect(accuracy.overall).toMatchObject({ medianError: null, stars: null });

    expect((await ask('/trends?model=911&asOf=2999-01-01')).status).toBe(400);
    expect((await ask('/seasonality?model=nothing-like-it')).status).toBe(422);
    expect((await ask('/seasonality')).status).toBe(400);
  });

  test('a prediction is the one of the run, with words and facts, and asking again gives the same bytes', async () => {
    const first = await ask('/predictions?model=911&horizon=3m');
    expect(first.status).toBe(200);
    const { predictions, insight, segment, dataRange, synthetic } = first.body;
    expect(predictions).toHaveLength(1);
    const entry = await stores.predictions.byId(predictions[0].id);
    expect(predictions[0]).toEqual(JSON.parse(JSON.stringify(entry!.prediction)));
    expect(predictions[0].context.keyAssumptions.length).toBeGreaterThan(0);
    expect(segment).toBe('porsche/911');
    expect(dataRange.saleCount).toBeGreaterThan(0);
    expect(synthetic).toBe(true);
    expect(insight.summary.length).toBeGreaterThan(40);
    expect(insight.facts.length).toBeGreaterThan(3);
    const tag = first.headers.get('etag') ?? '';
    const again = await analysed.api.request(`${API_BASE_PATH}/predictions?model=911&horizon=3m`, {
      headers: { 'if-none-match': tag },
    });
    expect(again.status).toBe(304);
    const all = await ask('/predictions?model=911');
    expect(all.body.predictions.map(({ horizon }: { horizon: string }) => horizon)).toEqual(['1m', '3m', '6m', '1y']);
    expect(await stores.events.countByName(EVER)).toMatchObject({ prediction_requested: 3 });
  });

  test('words that name no car, several, or a thin one are refused with their reason', async () => {
    for (const [query, code] of [
      ['model=911&trim=zzz', 'UNKNOWN_VEHICLE'],
      ['model=spaceship', 'UNKNOWN_VEHICLE'],
      ['model=718', 'UNKNOWN_VEHICLE'],
      ['model=959', 'NOT_ENOUGH_DATA'],
      ['model=911&asOf=2020-01-01', 'NOT_ENOUGH_DATA'],
    ]) {
      const { status, body } = await ask(`/predictions?${query}`);
      expect([query, status, body.error?.code]).toEqual([query, 422, code]);
    }
  });

  test('an index has a forecast that goes on from its last month, or the reason why not', async () => {
    const { body: list } = await ask('/segments');
    const indexed = list.segments.filter(({ hasIndex }: { hasIndex: boolean }) => hasIndex);
    expect(indexed.length).toBeGreaterThan(5);
    let forecasts = 0;
    for (const { segment } of indexed.slice(0, 12)) {
      const { status, body } = await ask(`/indices?segment=${segment}`);
      expect(status).toBe(200);
      expect(body.points.length).toBeGreaterThan(0);
      expect(body.forecast === null).toBe(body.forecastRefusal !== null);
      if (body.forecast === null) continue;
      forecasts += 1;
      expect(body.forecast.originMonth).toBe(body.points.at(-1).month);
      expect(body.forecast.steps).toHaveLength(12);
    }
    expect(forecasts).toBeGreaterThan(0);
  });

  test('the triage works: list, open, judge, and the verdict stays', async () => {
    const { body: list } = await ask('/anomalies?status=active&limit=5');
    expect(list.total).toBe(analysed.report.markets[0]!.anomalyCount);
    const [{ id, listingId }] = list.anomalies;
    const { body: detail } = await ask(`/anomalies/${id}`);
    expect(detail.listing.id).toBe(listingId);
    const { status, body: evidence } = await ask(`/anomalies/${id}/evidence`);
    expect(status).toBe(200);
    expect(evidence.amount).toBe(list.anomalies[0].expectedPrice);
    for (const { price, adjustments } of evidence.comparables?.comparables ?? []) {
      const sum = adjustments.reduce((total: number, { amount }: { amount: number }) => total + amount, price);
      expect(Math.abs(sum - evidence.amount)).toBeLessThanOrEqual(1);
    }
    for (const { confirmationProbability } of evidence.removals) expect(confirmationProbability).toBeLessThan(0.1);
    expect((await ask('/anomalies/unknown/evidence')).status).toBe(404);
    const verdict = await ask('/anomalies/resolve', jsonPost({ id, status: 'resolved', note: 'seen' }));
    expect(verdict.body).toMatchObject({ id, status: 'resolved', resolvedOn: FIXTURE_DAY, resolutionNote: 'seen' });
    expect((await ask('/anomalies?status=active')).body.total).toBe(list.total - 1);
    expect((await ask('/overview')).body.openAnomalies.total).toBe(list.total - 1);
  });

  test('insights are listed, opened and written once', async () => {
    const { body: summaries } = await ask('/insights?type=market_summary');
    expect(summaries.insights).toHaveLength(1);
    const { id } = summaries.insights[0];
    expect((await ask(`/insights/${id}`)).body.marking).toMatchObject({ aiGenerated: false, servedModel: 'template' });
    const report = jsonPost({ type: 'segment_report', model: '911' });
    const written = await ask('/insights/generate', report);
    expect(written.status).toBe(200);
    expect((await ask('/insights/generate', report)).body).toEqual(written.body);
    const found = await ask('/insights?type=market_summary&model=911');
    expect(found.body.insights.map((insight: { id: string }) => insight.id)).toContain(written.body.id);
    expect((await ask('/insights/generate', jsonPost({ type: 'market_summary' }))).body.id).toBe(id);
  });

  test('a prediction that is not due is pending', async () => {
    const { body } = await ask('/predictions/ledger?limit=1');
    const { id } = body.entries[0].prediction;
    const verdict = await ask('/predictions/validate', jsonPost({ predictionId: id }));
    expect(verdict.body).toMatchObject({ status: 'pending', outcome: null });
    expect((await ask(`/predictions/${id}`)).body).toEqual(body.entries[0]);
    expect((await ask('/predictions/validate', jsonPost({ predictionId: 'none' }))).status).toBe(404);
  });

  test('a posted car is stored once and scanned for', async () => {
    const row = {
      sourceKey: 'mine-1',
      make: 'Porsche',
      model: '911 GT3',
      modelYear: 2022,
      mileage: 3000,
      price: { kind: 'ask', amount: 99_000, currency: 'USD' },
      listedOn: FIXTURE_DAY,
    };
    const { body } = await ask('/listings', jsonPost([row, { ...row, sourceKey: 'mine-2', details: ['a\u0000b'] }]));
    expect(body).toMatchObject({ inserted: 1, rejected: [{ row: 2, sourceKey: 'mine-2' }], scanEnqueued: true });
    expect((await ask('/listings', jsonPost([row]))).body).toMatchObject({ unchanged: 1, scanEnqueued: false });
    expect(analysed.scans()).toBe(1);
    expect((await ask('/overview')).body.activeListingCount).toBe(41);
  });

  test('what no store can hold never reaches one: no answer is 500', async () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '\u0000',
        'a\u0000b',
        '%00',
        '\ud800',
        "'; drop table listings; --",
        '0001-01-01',
        '9999-12-31',
        '1886-01-01',
        '911 GT3',
        '\\',
        '{"a":1}',
      ),
      fc.string({ maxLength: 30, unit: 'binary' }),
    );
    const place = fc.constantFrom('/predictions/', '/insights/', '/anomalies/');
    const read = fc.constantFrom(
      ...['model', 'trim', 'generation', 'make', 'asOf'].map(
        (name) => ['/predictions', { model: '911' }, name] as const,
      ),
      ...['segment', 'asOf'].map((name) => ['/predictions/ledger', {}, name] as const),
      ...['model', 'trim', 'asOf'].map((name) => ['/insights', {}, name] as const),
      ...['segment', 'asOf', 'market'].map((name) => ['/indices', { segment: 'porsche' }, name] as const),
      ['/segments', {}, 'make'] as const,
    );
    const request = fc.oneof(
      fc.tuple(place, odd).map(([folder, id]) => [folder + encodeURIComponent(id.toWellFormed())] as const),
      fc
        .tuple(read, odd)
        .map(
          ([[path, base, name], text]) =>
            [`${path}?${new URLSearchParams({ ...base, [name]: text.toWellFormed() })}`] as const,
        ),
      odd.map((id) => ['/anomalies/resolve', jsonPost({ id, status: 'resolved', note: id })] as const),
      odd.map((predictionId) => ['/predictions/validate', jsonPost({ predictionId })] as const),
      odd.map((text) => ['/events', jsonPost({ name: 'odd', properties: { [text]: text } })] as const),
      odd.map((text) => ['/insights/generate', jsonPost({ type: 'segment_report', model: text, trim: text })] as const),
      odd.map(
        (text) =>
          [
            '/listings',
            jsonPost([{ sourceKey: text, make: text, model: text, color: text, details: [text] }]),
          ] as const,
      ),
    );
    await fc.assert(
      fc.asyncProperty(request, async ([path, init]) => {
        expect((await ask(path, init)).status).toBeLessThan(500);
      }),
      { numRuns: 200, seed: 20260331 },
    );
    for (const path of ['/anomalies/%', '/insights/%E0%A4%A']) expect((await ask(path)).status).toBe(404);
    for (const path of ['/insights?model=', '/insights?trim=', '/predictions/ledger?segment=', '/indices?segment=']) {
      expect((await ask(`${path}a%00b`)).status).toBe(400);
    }
    for (const path of ['/predictions/', '/insights/', '/anomalies/'])
      expect((await ask(`${path}%00`)).status).toBe(400);
    expect(analysed.reported).toEqual([]);
  });
});

test('predictions that came due are settled by the run and shown with their errors', async () => {
  const { api, reported } = await analysedApi(createMemoryStores(), { earlierDays: ['2025-12-31'] });
  const ask = async (path: string, init?: RequestInit) =>
    JSON.parse(await (await api.request(API_BASE_PATH + path, init)).text());
  const { entries } = await ask('/predictions/ledger?settled=true&limit=1000');
  expect(entries.length).toBeGreaterThan(3);
  const errors: number[] = [];
  for (const { prediction, outcome } of entries) {
    expect(prediction.asOf).toBe('2025-12-31');
    expect(prediction.targetDate <= outcome.settledOn).toBe(true);
    const error = Math.abs(prediction.predictedPrice - outcome.actualPrice) / outcome.actualPrice;
    expect(outcome.absolutePercentageError).toBeCloseTo(error, 6);
    errors.push(outcome.absolutePercentageError);
  }
  const { accuracy } = await ask('/overview');
  expect(accuracy.settledCount).toBe(entries.length);
  errors.sort((left, right) => left - right);
  const [lower, upper] = [errors[Math.floor((errors.length - 1) / 2)]!, errors[Math.floor(errors.length / 2)]!];
  expect(accuracy.medianAbsolutePercentageError).toBeCloseTo((lower + upper) / 2, 12);
  const verdict = await ask('/predictions/validate', jsonPost({ predictionId: entries[0].prediction.id }));
  expect(verdict).toMatchObject({ status: 'settled', outcome: entries[0].outcome, reason: null });
  expect(reported).toEqual([]);
});
