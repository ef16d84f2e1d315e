import {
  addMonths,
  type Anomaly,
  type Listing,
  type MarketIndex,
  type MarketInsight,
  type PredictionOutcome,
  type PricePrediction,
} from '@pa/engines';
import { FIXTURE_DAY } from './empty-api.ts';

export const SOLD_USD = { priceKind: 'sold', currency: 'USD' } as const;
export const GT3 = 'porsche/911/992.1/gt3';

/** A prediction of the fixture day. */
export function samplePrediction(overrides: Partial<PricePrediction> = {}): PricePrediction {
  return {
    id: 'prediction-1',
    market: SOLD_USD,
    segment: GT3,
    make: 'Porsche',
    model: '911',
    generation: '992.1',
    trim: 'GT3',
    horizon: '3m',
    asOf: FIXTURE_DAY,
    targetDate: '2026-06-30',
    referenceCar: { modelYear: 2022, mileage: 4200, saleCount: 40 },
    currentPrice: 215_000,
    predictedPrice: 218_500,
    intervals: [
      { confidenceLevel: 0.5, lower: 214_000, upper: 223_000 },
      { confidenceLevel: 0.8, lower: 209_000, upper: 228_000 },
      { confidenceLevel: 0.9, lower: 205_000, upper: 232_000 },
    ],
    naivePrice: 215_000,
    saleCount: 40,
    hasSkill: true,
    modelVersion: '1',
    synthetic: true,
    ...overrides,
  };
}

/** What came of a prediction that spoke of 2025-12-31. */
export function sampleOutcome(overrides: Partial<PredictionOutcome> = {}): PredictionOutcome {
  return {
    predictionId: 'prediction-old-1',
    settledOn: '2026-01-02',
    saleCount: 7,
    actualPrice: 210_000,
    actualLow: 201_000,
    actualHigh: 222_000,
    absolutePercentageError: 0.04,
    naiveAbsolutePercentageError: 0.06,
    covered: [
      { confidenceLevel: 0.5, covered: false },
      { confidenceLevel: 0.8, covered: true },
      { confidenceLevel: 0.9, covered: true },
    ],
    ...overrides,
  };
}

/** A text of the fixture day. */
export function sampleInsight(overrides: Partial<MarketInsight> = {}): MarketInsight {
  return {
    id: 'insight-1',
    type: 'market_summary',
    analysisDate: FIXTURE_DAY,
    model: null,
    trim: null,
    generation: null,
    title: 'The market on 31 March 2026',
    summary: 'Forty cars were sold (synthetic data).',
    facts: [{ id: 'sales', kind: 'count', value: 40, unit: 'sales', n: 40, formula: 'sales of the month, counted' }],
    claims: [],
    provider: 'none',
    requestedModel: 'template',
    servedModel: 'template',
    promptVersion: '1',
    costNanoUsd: 0n,
    processingTimeMs: 2,
    dataPointCount: 40,
    aiGenerated: false,
    synthetic: true,
    ...overrides,
  };
}

/** An anomaly of a listing. */
export function sampleAnomaly(listing: Listing, overrides: Partial<Anomaly> = {}): Anomaly {
  const amount = listing.price?.amount ?? 100_000;
  return {
    id: `anomaly-${listing.id}`,
    listingId: listing.id,
    listingTitle: listing.title,
    segment: GT3,
    type: 'undervalued',
    cause: 'bargain',
    severity: 'high',
    confirmationProbability: 0.72,
    price: listing.price ?? { kind: 'ask', amount, currency: 'USD' },
    expectedPrice: amount * 1.25,
    expectedLow: amount * 1.1,
    expectedHigh: amount * 1.4,
    deviation: -0.2,
    score: 3.5,
    contributingFactors: [{ name: 'residual', description: 'nothing known explains it', logEffect: Math.log(0.8) }],
    explanation: 'It is offered a fifth below its estimate.',
    detectedOn: FIXTURE_DAY,
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
    synthetic: listing.synthetic,
    ...overrides,
  };
}

/** Three years of an index that grows by 0.3 % a month around a small wave. */
export function sampleIndex(segment: string): MarketIndex {
  const points = Array.from({ length: 36 }, (_, month) => {
    const level = 100 * 1.003 ** month * (1 + 0.01 * Math.sin(month));
    return {
      month: addMonths('2023-04', month),
      level,
      lower90: level * 0.97,
      upper90: level * 1.03,
      saleCount: 6,
      rawMedian: 200_000 + 500 * month,
    };
  });
  return { market: SOLD_USD, segment, points };
}
