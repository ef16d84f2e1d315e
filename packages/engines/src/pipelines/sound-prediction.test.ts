import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePrediction } from '../contract-suites/sample-prediction.ts';
import { predictionFault } from './sound-prediction.ts';

describe('predictionFault', () => {
  test('a sound prediction has none, in whatever order its intervals stand', () => {
    expect(predictionFault(samplePrediction(1))).toBeNull();
    expect(predictionFault(samplePrediction(1, { intervals: samplePrediction(1).intervals.toReversed() }))).toBeNull();
  });

  test.each([
    ['a price is not a positive number', { predictedPrice: 0 }],
    ['a price is not a positive number', { currentPrice: Number.NaN }],
    ['a price is not a positive number', { naivePrice: Number.POSITIVE_INFINITY }],
    ['the target is not after the day of the prediction', { targetDate: '2024-02-29' }],
    ['it has no interval', { intervals: [] }],
    ['a bound is not a number', { intervals: [{ confidenceLevel: 0.9, lower: 1, upper: Number.NaN }] }],
    ['its intervals are not nested around the price', { predictedPrice: 200_000 }],
  ])('%s', (fault, change) => {
    expect(predictionFault(samplePrediction(1, change))).toBe(fault);
  });

  test('intervals are sound exactly where each wider one holds the narrower', () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 5, maxLength: 5 }), ([price, a, b, c, d]) => {
        const intervals = [
          { confidenceLevel: 0.5, lower: a!, upper: b! },
          { confidenceLevel: 0.9, lower: c!, upper: d! },
        ];
        const nested = a! <= price! && price! <= b! && c! <= a! && b! <= d!;
        const fault = predictionFault(samplePrediction(1, { predictedPrice: price!, intervals }));
        expect(fault === null).toBe(nested);
      }),
    );
  });
});
