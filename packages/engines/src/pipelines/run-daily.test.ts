import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMonthsToDay } from '../market/calendar.ts';
import { isSale, type Listing } from '../market/listing.ts';
import { listingId } from '../market/listing-id.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import type { Writer } from '../narrate/writer.ts';
import type { MarketChange } from './pipeline-dependencies.ts';
import { LLMPredictor } from './llm-predictor.ts';
import { runDaily } from './run-daily.ts';
import type { RunProgress } from './run-progress.ts';
import { rememberingFitter, SMALL_MARKET_DAY, smallMarket } from './testing/small-market.ts';
import { snapshotStores } from './testing/snapshot-stores.ts';
import { StoppedError, stopAfterWrites } from './testing/stop-after-writes.ts';

const asOf = SMALL_MARKET_DAY;
const now = () => Date.UTC(2025, 5, 30, 6);
const { fitMarket, fitCount } = rememberingFitter();
let listings: readonly Listing[];

beforeAll(() => {
  listings = smallMarket();
});

async function filledStores(rows = listings) {
  const stores = createMemoryStores();
  await stores.listings.upsert(rows);
  return stores;
}

describe('runDaily', () => {
  test('does the seven steps and finds predictions, anomalies and a summary', async () => {
    const stores = await filledStores();
    const events: RunProgress[] = [];
    const onProgress = (event: RunProgress) => events.push(event);
    const report = await runDaily({ stores, now, fitMarket }, { asOf, onProgress });

    const order = ['collect', 'analyse', 'validate', 'store', 'value_options', 'refresh_cache', 'notify'];
    expect(report.steps.map(({ step }) => step)).toEqual(order);
    expect(events.filter(({ type }) => type === 'step_started').map(({ step }) => step)).toEqual(order);
    expect(events.filter(({ type }) => type === 'step_finished').map(({ step }) => step)).toEqual(order);

    const [market] = report.markets;
    expect(market).toMatchObject({ status: 'ok', synthetic: true, market: { priceKind: 'sold', currency: 'USD' } });
    expect(market!.predictionCount).toBeGreaterThan(20);
    expect(market!.topPredictions.length).toBeGreaterThan(2);
    expect(market!.anomalyCount).toBeGreaterThan(0);
    expect(market!.topAnomalies.length).toBeGreaterThan(0);
    expect(market!.summary?.summary.length).toBeGreaterThan(80);
    expect(report.llmCostNanoUsd).toBe(0n);
    expect((await stores.predictions.list({ limit: 10_000 })).length).toBe(market!.predictionCount);
    expect((await stores.anomalies.list({})).total).toBe(market!.anomalyCount);
    expect(stores.notifier.notifications().map(({ topic }) => topic)).toContain('daily_run');
  });

  test('every stored prediction has nested intervals around its price and speaks of a later day', async () => {
    const stores = await filledStores();
    await runDaily({ stores, now, fitMarket }, { asOf });
    const entries = await stores.predictions.list({ limit: 10_000 });
    for (const { prediction } of entries) {
      const [half, most, wide] = [0.5, 0.8, 0.9].map(
        (level) => prediction.intervals.find(({ confidenceLevel }) => confidenceLevel === level)!,
      );
      const bounds = [wide!.lower, most!.lower, half!.lower, prediction.predictedPrice];
      const upper = [prediction.predictedPrice, half!.upper, most!.upper, wide!.upper];
      expect([...bounds, ...upper]).toEqual([...bounds, ...upper].sort((left, right) => left - right));
      expect(prediction.targetDate > asOf).toBe(true);
      expect(prediction.synthetic).toBe(true);
    }
    expect(new Set(entries.map(({ prediction }) => prediction.horizon))).toEqual(new Set(['1m', '3m', '6m', '1y']));
  });

  test('a second run of the day skips every step, fits nothing and leaves the same bytes', async () => {
    const stores = await filledStores();
    const first = await runDaily({ stores, now, fitMarket }, { asOf });
    const before = await snapshotStores(stores, { asOf });
    const fits = fitCount();
    const later = () => now() + 3_600_000;
    const second = await runDaily({ stores, now: later, fitMarket }, { asOf });
    expect(second.steps.map(({ status }) => status)).toEqual(Array(7).fill('skipped'));
    expect(fitCount()).toBe(fits);
    expect(await snapshotStores(stores, { asOf })).toBe(before);
    expect(second.markets).toEqual(first.markets);
    expect(second.steps.map(({ counts }) => counts)).toEqual(first.steps.map(({ counts }) => counts));
  });

  test('the steps account for the whole time of the run', async () => {
    const stores = await filledStores();
    let ticks = 0;
    const ticking = () => now() + 10 * ticks++;
    const report = await runDaily({ stores, now: ticking, fitMarket }, { asOf });
    const inSteps = report.steps.reduce((sum, step) => sum + step.durationMs, 0);
    // The clock is read once or twice between two steps.
    expect(report.durationMs - inSteps).toBeLessThanOrEqual(10 * 2 * report.steps.length);
    expect(report.steps.every((step) => step.durationMs > 0)).toBe(true);
  });

  test('a second run of the day writes nothing at all', async () => {
    const stores = await filledStores();
    await runDaily({ stores, now, fitMarket }, { asOf });
    const watched = stopAfterWrites(stores, { writes: Number.POSITIVE_INFINITY, reaches: 'before' });
    await runDaily({ stores: watched.stores, now, fitMarket }, { asOf });
    expect(watched.writeCount()).toBe(0);
  });

  // Some sixty runs: a minute on a machine that does other things too.
  test('a run that dies at any write is finished by the next one, with the same bytes and without a second fit', {
    timeout: 300_000,
  }, async () => {
    // A year of few sales: every write of the run needs two runs here.
    const few = smallMarket({ salesPerMonth: 12, months: 14, activeListings: 10 });
    const whole = await filledStores(few);
    const counted = stopAfterWrites(whole, { writes: Number.POSITIVE_INFINITY, reaches: 'before' });
    await runDaily({ stores: counted.stores, now, fitMarket }, { asOf });
    const expected = await snapshotStores(whole, { asOf });
    expect(counted.writeCount()).toBeGreaterThan(10);
    expect((await whole.predictions.list({})).length).toBeGreaterThan(0);

    for (const reaches of ['before', 'after'] as const) {
      for (let writes = 0; writes < counted.writeCount(); writes += 1) {
        const stores = await filledStores(few);
        const fits = fitCount();
        const dying = stopAfterWrites(stores, { writes, reaches });
        await expect(runDaily({ stores: dying.stores, now, fitMarket }, { asOf })).rejects.toThrow(StoppedError);
        await runDaily({ stores, now, fitMarket }, { asOf });
        expect(await snapshotStores(stores, { asOf }), `${reaches} write ${writes}`).toBe(expected);
        // Writes 0 to 4 are those of the catalogue, of what was found, of the head, of the collection and of the working copy.
        if (writes > 4) expect(fitCount() - fits, 'a finished fit is not done again').toBe(1);
      }
    }
  });

  test('two runs of one day at once leave what one leaves', async () => {
    const few = smallMarket({ salesPerMonth: 12, months: 14, activeListings: 10 });
    const alone = await filledStores(few);
    await runDaily({ stores: alone, now, fitMarket }, { asOf });
    const shared = await filledStores(few);
    const both = [1, 2].map(() => runDaily({ stores: shared, now, fitMarket }, { asOf }));
    const [left, right] = await Promise.all(both);
    expect(left!.markets).toEqual(right!.markets);
    expect(await snapshotStores(shared, { asOf })).toBe(await snapshotStores(alone, { asOf }));
  });

  test('rows that are known later change nothing', async () => {
    const past = await filledStores(listings.filter((listing) => listing.knownOn <= '2025-03-31'));
    const all = await filledStores();
    const early = { asOf: '2025-03-31' };
    const pastReport = await runDaily({ stores: past, now, fitMarket }, early);
    const allReport = await runDaily({ stores: all, now, fitMarket }, early);
    expect(allReport.markets).toEqual(pastReport.markets);
    const findings = async (stores: typeof past) => ({
      predictions: await stores.predictions.list({ limit: 10_000 }),
      anomalies: await stores.anomalies.list({ limit: 10_000 }),
      insights: await stores.insights.list({ limit: 10_000 }),
    });
    expect(await findings(all)).toEqual(await findings(past));
  });

  test('new rows on the same day are analysed, and the predictions of the day stay as they were', async () => {
    const stores = await filledStores(listings.slice(0, -30));
    await runDaily({ stores, now, fitMarket }, { asOf });
    const first = await stores.predictions.list({ limit: 10_000 });
    await stores.listings.upsert(listings);
    const report = await runDaily({ stores, now, fitMarket }, { asOf });
    expect(report.steps.filter(({ step }) => step === 'analyse').map(({ status }) => status)).toEqual(['done']);
    for (const { prediction } of first) {
      expect((await stores.predictions.byId(prediction.id))?.prediction).toEqual(prediction);
    }
    const front = await new LLMPredictor({
      stores: { ...stores, insights: createMemoryStores().insights },
      now,
    }).generateMarketInsights({ asOf });
    expect(front).toEqual(report.markets[0]!.summary);
  });

  test('a dry run reports the same findings and leaves every store empty', async () => {
    const stores = await filledStores();
    const watched = stopAfterWrites(stores, { writes: Number.POSITIVE_INFINITY, reaches: 'before' });
    const dry = await runDaily({ stores: watched.stores, now, fitMarket }, { asOf, dryRun: true });
    expect(watched.writeCount()).toBe(0);
    const real = await runDaily({ stores, now, fitMarket }, { asOf });
    expect(dry.markets).toEqual(real.markets);
    expect(dry.dryRun).toBe(true);
  });

  test('predictions that came due are settled once, on or after their target date', async () => {
    const early = addDays(addMonthsToDay(asOf, -3), 0);
    const stores = await filledStores();
    const before = await runDaily({ stores, now, fitMarket }, { asOf: early });
    expect(before.markets[0]!.settledCount).toBe(0);
    const report = await runDaily({ stores, now, fitMarket }, { asOf });
    expect(report.markets[0]!.settledCount).toBeGreaterThan(0);

    const settled = (await stores.predictions.list({ limit: 10_000 })).filter(({ outcome }) => outcome !== null);
    expect(settled.length).toBe(report.markets[0]!.settledCount);
    for (const { prediction, outcome } of settled) {
      expect(prediction.asOf).toBe(early);
      expect(outcome!.settledOn).toBe(asOf);
      expect(prediction.targetDate <= asOf).toBe(true);
    }
    const again = await runDaily({ stores, now, fitMarket }, { asOf: addDays(asOf, 1) });
    const after = await stores.predictions.list({ limit: 10_000, settled: true });
    expect(after.filter(({ outcome }) => outcome!.settledOn === asOf)).toEqual(settled);
    expect(again.asOf).toBe('2025-07-01');
  });

  test('a prediction without enough sales around its day is tried for a while and then left without an outcome', async () => {
    const rows = listings.filter((listing) => listing.knownOn <= '2025-02-28' || listing.status === 'active');
    const stores = await filledStores(rows);
    await runDaily({ stores, now, fitMarket }, { asOf: '2025-02-28' });
    const openAt = async (day: string) => {
      await runDaily({ stores, now, fitMarket }, { asOf: day });
      const step = await stores.runs.completedStep({ run: 'daily', asOf: day, step: 'validate sold/USD' });
      return step?.summary['counts'];
    };
    // No sale is known after February, and the window of a target on 28 March reaches back to its last days only.
    const soon = await openAt('2025-05-27');
    expect(soon).toMatchObject({ due: expect.any(Number), settled: 0 });
    expect((soon as { readonly due: number }).due).toBeGreaterThan(0);
    const late = await openAt('2026-08-31');
    expect(late).toMatchObject({ due: 0, open: 0 });
    expect((await stores.predictions.due({ asOf: '2026-08-31' })).length).toBeGreaterThan(0);
  });

  test('where no offer runs, the sales of the last thirty days are scored', async () => {
    const stores = await filledStores(listings.filter((listing) => listing.status !== 'active'));
    await runDaily({ stores, now, fitMarket }, { asOf });
    const { anomalies } = await stores.anomalies.list({ limit: 10_000 });
    for (const anomaly of anomalies) {
      const listing = await stores.listings.byId(anomaly.listingId);
      expect(listing?.status).toBe('sold');
      expect(listing!.endedOn! > addDays(asOf, -30)).toBe(true);
    }
    const step = await stores.runs.completedStep({ run: 'daily', asOf, step: 'analyse sold/USD' });
    const recent = listings.filter((row) => row.status === 'sold' && row.endedOn! > addDays(asOf, -30));
    expect(step?.summary['counts']).toMatchObject({ scored: recent.length });
  });

  test('each market is analysed by itself, and offers are judged by retail prices only', async () => {
    const few = smallMarket({ salesPerMonth: 12, months: 14, activeListings: 10 });
    const wholesale = few.filter(isSale).map((sale) => ({
      ...sale,
      id: listingId({ source: 'wholesale', sourceKey: sale.sourceKey }),
      source: 'wholesale',
      price: { ...sale.price, kind: 'wholesale' as const, amount: Math.round(sale.price.amount * 0.8) },
    }));
    const stores = await filledStores([...few, ...wholesale]);
    const alone = await runDaily({ stores: await filledStores(few), now, fitMarket }, { asOf });
    const report = await runDaily({ stores, now, fitMarket }, { asOf });
    expect(report.markets.map(({ market }) => market.priceKind)).toEqual(['sold', 'wholesale']);
    expect(report.steps.map(({ step, market }) => `${step} ${market}`)).toEqual([
      ...['collect', 'analyse', 'validate', 'store', 'value_options'].map((step) => `${step} sold/USD`),
      ...['collect', 'analyse', 'validate', 'store', 'value_options'].map((step) => `${step} wholesale/USD`),
      'refresh_cache null',
      'notify null',
    ]);
    expect(report.markets[0]).toEqual(alone.markets[0]);
    for (const anomaly of report.markets[1]!.topAnomalies) expect(anomaly.price.kind).toBe('wholesale');
    const step = await stores.runs.completedStep({ run: 'daily', asOf, step: 'analyse wholesale/USD' });
    const recent = wholesale.filter((sale) => sale.endedOn > addDays(asOf, -30) && sale.price.amount >= 100);
    expect(step?.summary['counts']).toMatchObject({ scored: recent.length });
  });

  test('a market with too few sales is reported as such, and an empty store has no market', async () => {
    const few = await filledStores(listings.filter((listing) => listing.status === 'sold').slice(0, 5));
    const report = await runDaily({ stores: few, now }, { asOf });
    expect(report.markets[0]).toMatchObject({ status: 'not-enough-data', predictionCount: 0, summary: null });
    expect(report.markets[0]!.reason).toMatch(/too few/);
    const empty = await runDaily({ stores: createMemoryStores(), now }, { asOf });
    expect(empty.markets).toEqual([]);
  });

  test('a language model is paid once for a day, and a dry run asks it for nothing', async () => {
    const stores = await filledStores();
    let calls = 0;
    const writer: Writer = async () => {
      calls += 1;
      const origin = { provider: 'scripted', requestedModel: 'w', servedModel: 'w', promptVersion: '1' };
      return { ...origin, text: 'By {{fact:market.as_of|day}}: {{fact:market.sales|noun}}.', costNanoUsd: 1_500n };
    };
    const dry = await runDaily({ stores, now, fitMarket, writer }, { asOf, dryRun: true });
    expect([calls, dry.llmCostNanoUsd, dry.markets[0]!.summary?.provider]).toEqual([0, 0n, 'none']);
    const first = await runDaily({ stores, now, fitMarket, writer }, { asOf });
    expect([calls, first.llmCostNanoUsd, first.markets[0]!.summary?.provider]).toEqual([1, 1_500n, 'scripted']);
    const second = await runDaily({ stores, now, fitMarket, writer }, { asOf });
    expect([calls, second.llmCostNanoUsd]).toEqual([1, 0n]);
    expect(second.markets).toEqual(first.markets);
  });

  test('text that is not proved is replaced by the template and counted', async () => {
    const stores = await filledStores();
    const writer: Writer = async () => {
      const origin = { provider: 'scripted', requestedModel: 'w', servedModel: 'w', promptVersion: '1' };
      return { ...origin, text: 'Prices will triple.', costNanoUsd: 10n };
    };
    const report = await runDaily({ stores, now, fitMarket, writer }, { asOf });
    expect(report.markets[0]!.summary).toMatchObject({ provider: 'none', aiGenerated: false, costNanoUsd: 20n });
    expect(report.markets[0]!.refusals['text of the language model not proved']).toBe(2);
    expect(report.llmCostNanoUsd).toBe(20n);
  });

  test('whoever keeps answers is told of a change once', async () => {
    const stores = await filledStores();
    const changes: MarketChange[] = [];
    const refreshCache = async (change: MarketChange) => changes.push(change);
    await runDaily({ stores, now, fitMarket, refreshCache }, { asOf });
    await runDaily({ stores, now, fitMarket, refreshCache }, { asOf });
    expect(changes).toEqual([{ asOf, markets: ['sold/USD'] }]);
  });

  test('an aborted run stops between steps and goes on later', async () => {
    const stores = await filledStores();
    const controller = new AbortController();
    const onProgress = (event: RunProgress) => {
      if (event.type === 'step_finished' && event.step === 'analyse') controller.abort(new StoppedError('stop'));
    };
    const stopped = runDaily({ stores, now, fitMarket }, { asOf, onProgress, signal: controller.signal });
    await expect(stopped).rejects.toThrow(StoppedError);
    const report = await runDaily({ stores, now, fitMarket }, { asOf });
    expect(report.steps.map(({ status }) => status)).toEqual([
      'skipped',
      'skipped',
      'done',
      'done',
      'done',
      'done',
      'done',
    ]);
  });

  test('a day that does not exist is refused', async () => {
    const run = runDaily({ stores: createMemoryStores(), now }, { asOf: '2025-02-30' });
    await expect(run).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
