import type { PredictionOutcome, PricePrediction } from '../market/price-prediction.ts';
import { sampleId } from './sample-listing.ts';

/** A full prediction, every field of which may be replaced. */
export function samplePrediction(n: number, changes: Partial<PricePrediction> = {}): PricePrediction {
  return {
    id: sampleId(n, 1),
    market: { priceKind: 'sold', currency: 'USD' },
    segment: 'porsche/911/993/carrera-s',
    make: 'Porsche',
    model: '911',
    generation: '993',
    trim: 'Carrera S',
    horizon: '3m',
    asOf: '2024-02-29',
    targetDate: '2024-05-29',
    referenceCar: { modelYear: 1997, mileage: 51_250, saleCount: 41 },
    currentPrice: 118_000,
    predictedPrice: 119_500,
    intervals: [
      { confidenceLevel: 0.5, lower: 116_000, upper: 123_000 },
      { confidenceLevel: 0.8, lower: 112_000, upper: 128_000 },
      { confidenceLevel: 0.9, lower: 108_000, upper: 131_000 },
    ],
    naivePrice: 118_000,
    saleCount: 41,
    hasSkill: false,
    modelVersion: 'contract-1',
    synthetic: false,
    ...changes,
  };
}

/** The outcome of `samplePrediction(n)`, settled on its target date. */
export function sampleOutcome(n: number, changes: Partial<PredictionOutcome> = {}): PredictionOutcome {
  return {
    predictionId: sampleId(n, 1),
    settledOn: '2024-05-29',
    saleCount: 7,
    actualPrice: 121_300,
    actualLow: 99_000,
    actualHigh: 140_000,
    absolutePercentageError: 0.1 + 0.2,
    naiveAbsolutePercentageError: 1 / 3,
    covered: [
      { confidenceLevel: 0.5, covered: true },
      { confidenceLevel: 0.8, covered: false },
      { confidenceLevel: 0.9, covered: true },
    ],
    ...changes,
  };
}
