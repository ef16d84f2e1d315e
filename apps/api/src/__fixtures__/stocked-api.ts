import { createMemoryStores } from '@pa/engines';
import { forecastIndex } from '@pa/engines/forecasting';
import { generateMarket } from '@pa/engines/synthetic-market';
import type { ApiDependencies } from '../api-dependencies.ts';
import { createApi } from '../create-api.ts';
import type { InsightWriter } from '../ports/insight-writer.ts';
import type { PricePredictor } from '../ports/price-predictor.ts';
import { FIXTURE_DAY, FIXTURE_NOW } from './empty-api.ts';
import {
  GT3,
  SOLD_USD,
  sampleAnomaly,
  sampleIndex,
  sampleInsight,
  sampleOutcome,
  samplePrediction,
} from './sample-records.ts';

const { listings } = generateMarket({
  preset: 'demo',
  seed: 7,
  endsOn: FIXTURE_DAY,
  months: 12,
  salesPerMonth: 30,
  activeListings: 20,
});

/** An API over memory stores as they are after some days of work, with answers that are known beforehand. */
export async function stockedApi(overrides: Partial<ApiDependencies> = {}) {
  const stores = createMemoryStores();
  await stores.listings.upsert(listings);
  const old = [1, 2, 3].map((n) =>
    samplePrediction({ id: `prediction-old-${n}`, asOf: '2025-09-30', targetDate: '2025-12-31' }),
  );
  await stores.predictions.record([samplePrediction(), ...old]);
  await stores.predictions.settle([
    sampleOutcome(),
    sampleOutcome({ predictionId: 'prediction-old-2', absolutePercentageError: 0.1 }),
  ]);
  await stores.insights.save([
    sampleInsight(),
    sampleInsight({
      id: 'insight-718',
      type: 'segment_report',
      model: 'Cayman',
      provider: 'openai',
      servedModel: 'a-model',
      aiGenerated: true,
      costNanoUsd: 1_250_000n,
    }),
  ]);
  const active = listings.filter(({ status }) => status === 'active');
  const severities = ['low', 'medium', 'high', 'critical', 'high'] as const;
  await stores.anomalies.save(
    severities.map((severity, n) =>
      sampleAnomaly(active[n]!, {
        id: `anomaly-${n}`,
        severity,
        score: 3 + n,
        type: n === 0 ? 'overvalued' : 'undervalued',
      }),
    ),
  );
  const index = sampleIndex(GT3);
  await stores.marketIndices.save({ asOf: FIXTURE_DAY, indices: [index, sampleIndex('porsche/911')] });
  await stores.fittedModels.save({
    kind: 'index-forecasts',
    market: 'sold/USD',
    asOf: FIXTURE_DAY,
    version: '1',
    dataHash: '0'.repeat(64),
    payload: { [GT3]: forecastIndex(index, { horizonMonths: 12 }) },
  });
  await stores.runs.completeStep({
    run: 'daily',
    asOf: FIXTURE_DAY,
    step: 'notify',
    inputHash: '0',
    summary: {},
    durationMs: 1,
  });

  const asked: Parameters<PricePredictor['predictPrices']>[0][] = [];
  const predictor: PricePredictor = {
    async predictPrices(request) {
      asked.push(request);
      if (request.model !== '911') {
        const reason = `No model "${request.model}" has an analysed segment: did you mean 911?`;
        return { status: 'unknown-vehicle', reason, candidates: ['911'] };
      }
      if (request.trim === 'Speedster') {
        return { status: 'not-enough-data', reason: 'the segment has too few sales', found: 2, needed: 5 };
      }
      const predictions = request.horizons.map((horizon) => samplePrediction({ id: `prediction-${horizon}`, horizon }));
      return {
        status: 'ok',
        segment: GT3,
        predictions,
        alternatives: [],
        marketConditions: [],
        keyAssumptions: [],
        riskFactors: [],
        insight: sampleInsight({ id: 'insight-gt3', model: '911' }),
      };
    },
    async validatePrediction(predictionId) {
      const entry = await stores.predictions.byId(predictionId);
      if (entry === null) return null;
      if (entry.outcome !== null) return { status: 'settled', entry };
      if (entry.prediction.targetDate > FIXTURE_DAY) return { status: 'pending', entry };
      return { status: 'not-enough-data', entry, reason: 'no sales around the day' };
    },
  };
  const insightWriter: InsightWriter = {
    async generateRecommendation() {
      return { status: 'not-enough-data', reason: 'the segment has too few sales', found: 2, needed: 5 };
    },
    async generateInsight({ type, model }) {
      if (model === 'Nothing') return { status: 'not-enough-data', reason: 'no sales', found: 0, needed: 5 };
      return sampleInsight({ id: `insight-${type}`, type, model: model ?? null });
    },
  };
  const reported: unknown[] = [];
  const dependencies: ApiDependencies = {
    stores,
    predictor,
    insightWriter,
    dataset: { name: 'A made-up market', synthetic: true },
    now: () => FIXTURE_NOW,
    onError: (error) => reported.push(error),
    ...overrides,
  };
  return { api: createApi(dependencies), stores, reported, asked, listings, market: SOLD_USD };
}
