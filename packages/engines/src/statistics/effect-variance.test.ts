import { describe, expect, it } from 'vitest';
import { updateEffectVariance } from './effect-variance.ts';
import { createRandom } from './random.ts';

describe('updateEffectVariance', () => {
  it('finds a planted variance from shrunken effects', () => {
    const random = createRandom(11);
    const count = 4000;
    const truth = 0.09;
    // One group each: the mean of n observations with variance 1, and what shrinkage makes of it.
    const dataPrecision = Float64Array.from({ length: count }, () => 1 + random.integer(40));
    const means = dataPrecision.map(
      (precision) => Math.sqrt(truth) * random.normal() + random.normal() / Math.sqrt(precision),
    );
    let variance = 1;
    for (let step = 0; step < 60; step++) {
      const effects = means.map(
        (value, j) => (value * dataPrecision[j]! * variance) / (1 + dataPrecision[j]! * variance),
      );
      variance = updateEffectVariance(effects, { dataPrecision, variance });
    }
    expect(variance).toBeGreaterThan(truth * 0.9);
    expect(variance).toBeLessThan(truth * 1.1);
  });

  it('falls to the lower bound where the effects are none', () => {
    expect(updateEffectVariance([0, 0], { dataPrecision: [10, 10], variance: 1, minimum: 1e-4 })).toBe(1e-4);
    expect(updateEffectVariance([], { dataPrecision: [], variance: 1 })).toBe(1e-6);
  });
});
