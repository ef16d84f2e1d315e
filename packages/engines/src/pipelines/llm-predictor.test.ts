import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { segmentsOf } from '../market/segment.ts';
import type { PromptTestCase } from '@pa/prompts';
import type { WritingRequest } from '../narrate/writer.ts';
import { LLMPredictor } from './llm-predictor.ts';
import type { PromptOptimizationRequest } from './prompt-optimizer.ts';
import { runDaily } from './run-daily.ts';
import { analysedMarket } from './testing/analysed-market.ts';
import { stopAfterWrites } from './testing/stop-after-writes.ts';

describe('LLMPredictor', () => {
  let market: Awaited<ReturnType<typeof analysedMarket>>;
  let predictor: LLMPredictor;
  beforeAll(async () => {
    market = await analysedMarket();
    predictor = new LLMPredictor(market);
  });

  test('answers with the predictions the daily run recorded, their facts and a text', async () => {
    const answer = await predictor.predictPrices({ model: '911', horizons: ['1y', '3m'] });
    if (answer.status !== 'ok') throw new TypeError(answer.reason);
    expect(answer.segment).toBe('porsche/911');
    expect(answer.predictions.map(({ horizon }) => horizon)).toEqual(['3m', '1y']);
    for (const prediction of answer.predictions) {
      expect((await market.stores.predictions.byId(prediction.id))?.prediction).toEqual(prediction);
    }
    const { insight } = answer;
    expect(insight).toMatchObject({ type: 'price_prediction', provider: 'none', costNanoUsd: 0n, synthetic: true });
    expect(insight.facts.map(({ id }) => id)).toContain('predicted_price');
    expect(insight.facts.find(({ id }) => id === 'predicted_price')?.value).toBe(answer.predictions[1]!.predictedPrice);
  });

  test('the same question on the same day has the same ids and writes once', async () => {
    const first = await predictor.predictPrices({ model: 'Macan', horizons: ['6m'] });
    const watched = stopAfterWrites(market.stores, { writes: Number.POSITIVE_INFINITY, reaches: 'before' });
    const other = new LLMPredictor({ stores: watched.stores, now: market.now });
    expect(await other.predictPrices({ model: 'Macan', horizons: ['6m'] })).toEqual(first);
    expect(watched.writeCount()).toBe(0);
  });

  test('an absent generation widens a trim to every generation, most sales first', async () => {
    const answer = await predictor.predictPrices({ model: '911', generation: '997', horizons: ['1m'] });
    if (answer.status !== 'ok') throw new TypeError(answer.reason);
    const all = [answer.segment, ...answer.alternatives.map(({ segment }) => segment)];
    expect(all.sort()).toEqual(['porsche/911/997.1', 'porsche/911/997.2']);
    const [other] = answer.alternatives;
    expect(answer.predictions[0]!.saleCount).toBeGreaterThanOrEqual(other!.predictions[0]!.saleCount);
  });

  test('what is unknown and what is too thin are told apart, and neither holds a number', async () => {
    const unknown = await predictor.predictPrices({ model: '911', trim: 'Spaceship', horizons: ['3m'] });
    expect(unknown).toMatchObject({ status: 'unknown-vehicle' });
    const thin = await predictor.predictPrices({ model: '959', horizons: ['3m'] });
    expect(['not-enough-data', 'unknown-vehicle']).toContain(thin.status);
    const few = await predictor.predictPrices({ model: '911', generation: '993', trim: 'Turbo S', horizons: ['3m'] });
    expect(few).toMatchObject({ status: 'not-enough-data' });
    const counted = market.listings.filter(
      (row) => row.status === 'sold' && segmentsOf(row.vehicle).includes('porsche/911/993/turbo-s'),
    );
    expect((few as { readonly found: number }).found).toBe(counted.length);
  });

  test('a question without a horizon is refused', async () => {
    const question = predictor.predictPrices({ model: '911', horizons: [] });
    await expect(question).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('before the first analysis it says so', async () => {
    const empty = new LLMPredictor({ stores: createMemoryStores(), now: market.now });
    expect(await empty.predictPrices({ model: '911', horizons: ['3m'] })).toMatchObject({
      status: 'not-enough-data',
      reason: `no market has been analysed up to ${market.asOf}`,
    });
    const early = await predictor.predictPrices({ model: '911', horizons: ['3m'], asOf: '2025-06-29' });
    expect(early).toMatchObject({ status: 'not-enough-data' });
  });

  test('scores listings that are in no store', async () => {
    const offer = market.listings.find(({ status }) => status === 'active')!;
    const price = { ...offer.price!, amount: Math.round(offer.price!.amount * 4) };
    const [anomaly] = await predictor.detectAnomalies([{ ...offer, price }]);
    expect(anomaly).toMatchObject({ listingId: offer.id, detectedOn: market.asOf });
    expect(anomaly!.deviation).toBeGreaterThan(1);
    expect(await predictor.detectAnomalies([])).toEqual([]);
    const { refused } = await predictor.judgeListings([{ ...offer, price: null }]);
    expect(refused).toEqual({ 'no price': 1 });
  });

  test('hands out the summary that the daily run wrote', async () => {
    const insight = await predictor.generateMarketInsights();
    expect(insight).toEqual(market.report.markets[0]!.summary);
  });

  test('writes the summary from the stores where the run that made it kept none', async () => {
    const { stores, now } = market;
    const insights = createMemoryStores().insights;
    const insight = await new LLMPredictor({ stores: { ...stores, insights }, now }).generateMarketInsights();
    expect(insight).toEqual(market.report.markets[0]!.summary);
  });

  test('a prediction is pending until its day, then settled by the next analysis', async () => {
    const own = await analysedMarket();
    await runDaily(own, { asOf: '2025-05-31' });
    const [entry] = await own.stores.predictions.list({ asOf: '2025-05-31', segment: 'porsche', horizon: '1m' });
    const { id, targetDate } = entry!.prediction;
    expect(targetDate).toBe('2025-06-30');
    const before = new LLMPredictor({ stores: own.stores, now: () => Date.parse('2025-06-29T00:00:00Z') });
    expect(await before.validatePrediction(id)).toMatchObject({ status: 'pending' });
    const verdict = await new LLMPredictor(own).validatePrediction(id);
    expect(verdict).toMatchObject({ status: 'settled' });
    const stored = await own.stores.predictions.byId(id);
    expect(stored?.outcome).toMatchObject({ predictionId: id, settledOn: own.asOf });
    expect(await new LLMPredictor(own).validatePrediction(id)).toEqual({ status: 'settled', entry: stored });
    expect(await predictor.validatePrediction('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  test('a language model writes words around proved figures, and what is not proved is not served', async () => {
    const requests: WritingRequest[] = [];
    const origin = { provider: 'scripted', requestedModel: 'writer-1', servedModel: 'writer-1', promptVersion: 'p1' };
    const truthful = new LLMPredictor({
      ...market,
      writer: async (request) => {
        requests.push(request);
        return { ...origin, text: 'Expect {{fact:predicted_price|full}} by {{fact:target|day}}.', costNanoUsd: 42n };
      },
    });
    const answer = await truthful.predictPrices({ model: 'Boxster', horizons: ['3m'] });
    if (answer.status !== 'ok') throw new TypeError(answer.reason);
    expect(answer.insight).toMatchObject({ provider: 'scripted', aiGenerated: true, costNanoUsd: 42n });
    expect(answer.insight.summary).toContain(answer.predictions[0]!.predictedPrice.toLocaleString('en-US'));
    await truthful.predictPrices({ model: 'Boxster', horizons: ['3m'] });
    expect(requests.length).toBe(1);

    const boasting = new LLMPredictor({
      ...market,
      writer: async () => ({ ...origin, text: 'It will double to $999,999.', costNanoUsd: 7n }),
    });
    const guarded = await boasting.predictPrices({ model: 'Cayman', horizons: ['3m'] });
    if (guarded.status !== 'ok') throw new TypeError(guarded.reason);
    expect(guarded.insight).toMatchObject({ provider: 'none', aiGenerated: false, costNanoUsd: 14n });
    expect(guarded.insight.summary).not.toContain('999,999');
  });

  test('optimising prompts says what is missing', async () => {
    expect(await predictor.optimizePrompts()).toMatchObject({
      status: 'not-configured',
      reason: expect.stringContaining('needs a key'),
    });
  });

  test('optimising prompts takes cases from the newest predictions, whose templates pass them', async () => {
    const asked: PromptOptimizationRequest[] = [];
    const reason = 'this test optimises nothing';
    const optimizing = new LLMPredictor({
      ...market,
      promptOptimizer: async (request) => {
        asked.push(request);
        return { status: 'not-configured', reason };
      },
    });
    expect(await optimizing.optimizePrompts({ budgetUsd: 0.25 })).toEqual({ status: 'not-configured', reason });
    const [{ type, cases, budgetNanoUsd }] = asked as [PromptOptimizationRequest];
    expect([type, budgetNanoUsd]).toEqual(['price_prediction', 250_000_000n]);
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const outcomesOf = (testCase: PromptTestCase, answer: string) =>
      Promise.all(
        testCase.assertions.map(async (assertion) => {
          if (assertion.kind !== 'check') throw new TypeError(assertion.kind);
          return (await assertion.check(answer, testCase)).passed;
        }),
      );
    for (const testCase of cases.slice(0, 10)) {
      expect(await outcomesOf(testCase, testCase.variables['templateText'] as string)).toEqual([true, true]);
      expect(await outcomesOf(testCase, 'The price rises by 12 %.')).toEqual([false, false]);
    }
  });
});
