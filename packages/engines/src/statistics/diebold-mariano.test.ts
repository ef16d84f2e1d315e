import { describe, expect, it } from 'vitest';
import { compareLosses } from './diebold-mariano.ts';
import { createRandom } from './random.ts';
import { studentTwoSidedP } from './student-distribution.ts';

describe('studentTwoSidedP', () => {
  it('agrees with SciPy', () => {
    expect(studentTwoSidedP(0.5, 3)).toBeCloseTo(0.651447964848151, 12);
    expect(studentTwoSidedP(2.1, 11)).toBeCloseTo(0.059600319608065916, 12);
    expect(studentTwoSidedP(-4, 50)).toBeCloseTo(0.00020919024636403336, 12);
    expect(studentTwoSidedP(0, 5)).toBeCloseTo(1, 12);
  });
});

describe('compareLosses', () => {
  it('holds its size on overlapping losses without a difference, and finds one that is there', () => {
    let false5 = 0;
    let found = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = createRandom(seed);
      const shocks = Float64Array.from({ length: 103 }, () => random.normal());
      // Losses three steps ahead share two shocks with their neighbours.
      const losses = Float64Array.from({ length: 100 }, (_, t) => shocks[t]! + shocks[t + 1]! + shocks[t + 2]!);
      const zeros = new Float64Array(100);
      if (compareLosses(losses, { against: zeros, horizon: 3 }).pValue < 0.05) false5++;
      if (
        compareLosses(
          losses.map((loss) => loss - 1),
          { against: zeros, horizon: 3 },
        ).pValue < 0.05
      )
        found++;
    }
    expect(false5 / 400).toBeLessThan(0.12);
    expect(found / 400).toBeGreaterThan(0.8);
  });

  it('says nothing of equal losses or of too few', () => {
    expect(compareLosses([1, 2, 3], { against: [1, 2, 3], horizon: 1 })).toMatchObject({
      pValue: 1,
      meanDifference: 0,
    });
    expect(compareLosses([1], { against: [2], horizon: 1 })).toMatchObject({ pValue: 1 });
  });
});
