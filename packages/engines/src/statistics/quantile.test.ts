import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, weightedQuantile } from './quantile.ts';

describe('quantile', () => {
  it('lies linearly between order statistics, as type 7 is defined', () => {
    // Positions 0.5, 1.25, 2.5 and 4.5 among 2 4 4 5 7 9.
    const sample = [9, 4, 2, 7, 5, 4];
    expect([0.1, 0.25, 0.5, 0.9].map((p) => quantile(sample, p))).toEqual([3, 4, 4.5, 8]);
    expect(sample).toEqual([9, 4, 2, 7, 5, 4]);
  });

  it('is NaN without values', () => {
    expect(median([])).toBeNaN();
    expect(weightedQuantile([1], { weights: [0], probability: 0.5 })).toBeNaN();
  });

  it('counts a value of weight n like n values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 4 })), { minLength: 1 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (pairs, probability) => {
          fc.pre(pairs.some(([, weight]) => weight > 0));
          const repeated = pairs.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
          repeated.sort((a, b) => a - b);
          const rank = Math.max(1, Math.ceil(probability * repeated.length - 1e-9));
          const values = pairs.map(([value]) => value);
          const weights = pairs.map(([, weight]) => weight);
          expect(weightedQuantile(values, { weights, probability })).toBe(repeated[rank - 1]);
        },
      ),
    );
  });
});
