import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionDistance, stabilityOfShares } from './distribution-distance.ts';

describe('distributionDistance', () => {
  // scipy 1.10.1: ks_2samp(...).statistic and wasserstein_distance(...).
  it('equals the reference', () => {
    const shifted = distributionDistance([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 4, 5, 6, 7, 8, 9, 10, 11, 25]);
    expect(shifted.kolmogorovSmirnov).toBeCloseTo(0.2, 12);
    expect(shifted.wasserstein).toBeCloseTo(3.3, 12);
    const uneven = distributionDistance([0.5, 2, 2, 7], [1, 2, 9]);
    expect(uneven.kolmogorovSmirnov).toBeCloseTo(1 / 3, 12);
    expect(uneven.wasserstein).toBeCloseTo(1.291666666666667, 12);
  });

  it('has the stability index of its definition', () => {
    expect(stabilityOfShares([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5), 12);
  });

  it('is 0 between a sample and itself, and never negative', () => {
    const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sample, sample, (left, right) => {
        const own = distributionDistance(left, left);
        expect([own.kolmogorovSmirnov, own.wasserstein, own.stabilityIndex]).toEqual([0, 0, 0]);
        for (const figure of Object.values(distributionDistance(left, right))) expect(figure).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
