import { describe, expect, it } from 'vitest';
import { regressNoisyWalk } from './noisy-walk-regression.ts';
import { createRandom } from './random.ts';
import { fisherUpperP } from './student-distribution.ts';

const COUNT = 60;

function planted(seed: number, options: { noise: number; slope: number }) {
  const random = createRandom(seed);
  const precision = Float64Array.from({ length: COUNT }, () => 50 + random.integer(100));
  const column = Float64Array.from({ length: COUNT }, (_, t) => Math.sin((2 * Math.PI * t) / 12));
  let level = 3;
  const values = column.map((driver, t) => {
    level += 0.01 * random.normal();
    return level + options.slope * driver + (options.noise * random.normal()) / Math.sqrt(precision[t]!);
  });
  return { values, precision, columns: [column] };
}

describe('regressNoisyWalk', () => {
  it('has intervals and a test that nearly hold what they say, without noise as with much of it', () => {
    for (const noise of [0, 0.2]) {
      let held = 0;
      let claimed = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const fit = regressNoisyWalk(planted(seed, { noise, slope: 0.02 }))!;
        if (Math.abs(fit.coefficients[0]! - 0.02) < 1.96 * Math.sqrt(fit.covariance[0]![0]!)) held++;
        const none = regressNoisyWalk(planted(1000 + seed, { noise, slope: 0 }))!;
        if (fisherUpperP(none.fisherRatio, { numerator: 1, denominator: none.degreesOfFreedom }) < 0.05) claimed++;
      }
      expect(held / 300).toBeGreaterThan(0.9);
      expect(held / 300).toBeLessThan(0.98);
      expect(claimed / 300).toBeLessThan(0.1);
    }
  });

  it('is not moved by a level that is shifted, scaled or has gaps, and refuses too few periods', () => {
    const input = planted(7, { noise: 0.1, slope: 0.03 });
    const fit = regressNoisyWalk(input)!;
    const other = regressNoisyWalk({ ...input, values: input.values.map((value) => 10 * value - 4) })!;
    expect(other.coefficients[0]!).toBeCloseTo(10 * fit.coefficients[0]!, 9);
    expect(other.fisherRatio).toBeCloseTo(fit.fisherRatio, 6);
    const gappy = input.values.map((value, t) => (t % 7 === 3 ? Number.NaN : value));
    expect(regressNoisyWalk({ ...input, values: gappy })!.coefficients[0]!).toBeGreaterThan(0.01);
    expect(
      regressNoisyWalk({ ...input, values: input.values.map((value, t) => (t < 6 ? value : Number.NaN)) }),
    ).toBeUndefined();
  });
});
