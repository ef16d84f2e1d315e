import { describe, expect, it } from 'vitest';
import { testUniformity } from './kolmogorov-smirnov.ts';
import { createRandom } from './random.ts';

describe('testUniformity', () => {
  it('rejects about one in twenty uniform samples at 5 %, of 20 values as of 200', () => {
    for (const count of [20, 200]) {
      let rejected = 0;
      for (let seed = 1; seed <= 1000; seed++) {
        const random = createRandom(seed);
        const { pValue } = testUniformity(Array.from({ length: count }, () => random.uniform()));
        if (pValue < 0.05) rejected++;
      }
      expect(rejected).toBeGreaterThan(30);
      expect(rejected).toBeLessThan(70);
    }
  });

  it('finds distributions that are stated too narrow', () => {
    const random = createRandom(3);
    const values = Array.from(
      { length: 200 },
      () => (random.uniform() < 0.5 ? 0.1 : 0.9) + 0.1 * (random.uniform() - 0.5),
    );
    expect(testUniformity(values).pValue).toBeLessThan(1e-6);
    expect(testUniformity(values, { independentCount: 3 }).pValue).toBeGreaterThan(0.05);
    expect(testUniformity([])).toEqual({ count: 0, distance: 0, pValue: 1 });
  });
});
