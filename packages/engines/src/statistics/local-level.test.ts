import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { localLevelLikelihood, smoothLocalLevel } from './local-level.ts';
import { createRandom } from './random.ts';

const COUNT = 12;

/** The same posterior by dense linear algebra: precision = observations + random walk + prior of the first period. */
function densePosterior(input: {
  means: Float64Array;
  precision: Float64Array;
  stepVariance: number;
  priorVariance: number;
}) {
  const matrix = new Float64Array(COUNT * COUNT);
  for (let t = 0; t < COUNT; t++) matrix[t * COUNT + t]! += input.precision[t]!;
  matrix[0]! += 1 / input.priorVariance;
  for (let t = 1; t < COUNT; t++) {
    matrix[t * COUNT + t]! += 1 / input.stepVariance;
    matrix[(t - 1) * COUNT + t - 1]! += 1 / input.stepVariance;
    matrix[t * COUNT + t - 1]! -= 1 / input.stepVariance;
    matrix[(t - 1) * COUNT + t]! -= 1 / input.stepVariance;
  }
  const factor = choleskyFactor(matrix, COUNT);
  const mean = input.means.map((value, t) => value * input.precision[t]!);
  choleskySolve(factor, mean);
  const covariance = Array.from({ length: COUNT }, (_, t) => {
    const column = new Float64Array(COUNT);
    column[t] = 1;
    choleskySolve(factor, column);
    return column;
  });
  return { mean, covariance };
}

describe('smoothLocalLevel', () => {
  const random = createRandom(2);
  const input = {
    means: Float64Array.from({ length: COUNT }, () => random.normal()),
    precision: Float64Array.from({ length: COUNT }, (_, t) => (t === 4 || t === 5 ? 0 : 1 + random.integer(9))),
    stepVariance: 0.2,
    priorVariance: 3,
  };

  it('equals the dense posterior, gaps included', () => {
    const { mean, covariance } = densePosterior(input);
    const level = smoothLocalLevel(input);
    const against = level.varianceAgainst(3);
    for (let t = 0; t < COUNT; t++) {
      expect(level.smoothed[t]).toBeCloseTo(mean[t]!, 9);
      expect(level.smoothedVariance[t]).toBeCloseTo(covariance[t]![t]!, 9);
      expect(against[t]).toBeCloseTo(covariance[t]![t]! + covariance[3]![3]! - 2 * covariance[3]![t]!, 9);
    }
  });

  it('filters without the future', () => {
    const whole = smoothLocalLevel(input);
    const changed = smoothLocalLevel({ ...input, means: input.means.map((value, t) => (t > 6 ? value + 5 : value)) });
    expect(changed.filtered.slice(0, 7)).toEqual(whole.filtered.slice(0, 7));
    expect(whole.filtered[COUNT - 1]).toBe(whole.smoothed[COUNT - 1]);
  });

  it('is most likely near the true step variance', () => {
    const noise = createRandom(9);
    let walk = 0;
    const count = 600;
    const means = Float64Array.from({ length: count }, () => (walk += 0.1 * noise.normal()) + 0.2 * noise.normal());
    const precision = new Float64Array(count).fill(1 / 0.04);
    const likelihoods = [1e-4, 1e-2, 1].map(
      (stepVariance) => smoothLocalLevel({ means, precision, stepVariance, priorVariance: 1 }).logLikelihood,
    );
    expect(Math.max(...likelihoods)).toBe(likelihoods[1]);
  });
});

describe('localLevelLikelihood', () => {
  it('is the likelihood of the smoother, also where a product of variances leaves the range of a number', () => {
    const random = createRandom(8);
    for (const scale of [1e-9, 1, 1e9]) {
      const precision = Float64Array.from({ length: 400 }, () =>
        random.uniform() < 0.2 ? 0 : (1 + random.integer(9)) / scale,
      );
      const means = Float64Array.from(precision, () => Math.sqrt(scale) * random.normal());
      const input = { means, precision, stepVariance: 0.02 * scale, priorVariance: scale };
      const { logLikelihood } = smoothLocalLevel(input);
      expect(localLevelLikelihood(input) / logLikelihood).toBeCloseTo(1, 12);
    }
  });
});
