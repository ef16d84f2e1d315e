import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { median } from '../../statistics/quantile.ts';
import type { BacktestPrediction } from './backtest-prediction.ts';
import { pairedMedianBootstrap } from './paired-bootstrap.ts';
import { scoreBacktest } from './score-backtest.ts';

function prediction(row: number, change: Partial<BacktestPrediction> = {}): BacktestPrediction {
  const band = { lower: 90, upper: 110 };
  return {
    row,
    day: '2024-01-05',
    actual: 100,
    guidePrice: null,
    naive: [50, 50, 50],
    answer: { amount: 100, intervals: [0.5, 0.8, 0.9].map((confidenceLevel) => ({ confidenceLevel, ...band })) },
    ...change,
  };
}

describe('scoreBacktest', () => {
  it('counts by hand', () => {
    const at = (amount: number) => ({ answer: { ...prediction(0).answer!, amount } });
    const score = scoreBacktest([
      prediction(0, at(105)),
      prediction(1, { ...at(90), day: '2024-02-01', guidePrice: 120 }),
      prediction(2, { ...at(120), actual: 150 }),
      prediction(3, { answer: null, day: null }),
    ]);
    expect(score.model).toEqual({
      name: 'model',
      count: 4,
      medianApe: 0.15000000000000002,
      meanAbsoluteError: (5 + 10 + 30 + 100) / 4,
      within5: 0.25,
      within10: 0.5,
      within20: 0.75,
      bias: expect.closeTo(-0.1, 10),
    });
    expect(score.refused).toBe(1);
    expect(score.intervals.coverage).toEqual([0.5, 0.5, 0.5]);
    expect(score.byMonth.map(({ name, count }) => [name, count])).toEqual([
      ['-', 1],
      ['2024-01', 2],
      ['2024-02', 1],
    ]);
    expect(score.byPriceBand[0]).toMatchObject({ name: '0. refused', count: 1 });
    expect(score.byPriceBand.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(score.compared.map(({ errors }) => [errors.name, errors.count])).toEqual([
      ['guide', 1],
      ['median of the segment', 4],
      ['median of segment and model year', 4],
      ['last sale', 4],
    ]);
    expect(score.compared[0]!.errors.medianApe).toBeCloseTo(0.2, 12);
    expect(score.compared[0]!.modelErrors.medianApe).toBeCloseTo(0.1, 12);
  });
});

describe('pairedMedianBootstrap', () => {
  it('agrees with a bootstrap that sorts every resample', () => {
    const random = createRandom(3);
    for (const count of [1, 2, 7, 40]) {
      const first = Float64Array.from({ length: count }, () => Math.abs(random.normal()));
      const second = first.map((value) => value + 0.2 * random.normal());
      const fast = pairedMedianBootstrap(first, second, { seed: 9, resamples: 200 });
      const draws = createRandom(9);
      const slow = Array.from({ length: 200 }, () => {
        const drawn = Array.from({ length: count }, () => draws.integer(count));
        return median(drawn.map((row) => first[row]!)) - median(drawn.map((row) => second[row]!));
      }).sort((a, b) => a - b);
      expect(fast.difference).toBeCloseTo(median(first) - median(second), 12);
      expect(fast.lower).toBeCloseTo(slow[Math.floor(0.025 * 199)]!, 12);
      expect(fast.upper).toBeCloseTo(slow[Math.ceil(0.975 * 199)]!, 12);
    }
  });

  it('calls chance what is chance, and sees what is not', () => {
    let rejected = 0;
    for (let trial = 0; trial < 200; trial++) {
      const random = createRandom(trial);
      const pair = () => Float64Array.from({ length: 60 }, () => Math.abs(random.normal()));
      if (pairedMedianBootstrap(pair(), pair(), { seed: 1, resamples: 200 }).pValue < 0.1) rejected++;
    }
    // 10 % of 200, and four binomial standard errors.
    expect(rejected).toBeLessThan(20 + 17);
    const random = createRandom(1);
    const near = Float64Array.from({ length: 300 }, () => Math.abs(random.normal()));
    const { pValue, upper } = pairedMedianBootstrap(
      near,
      near.map((value) => value + 0.5),
      { seed: 1 },
    );
    expect(pValue).toBeCloseTo(2 / 2001, 12);
    expect(upper).toBeLessThan(0);
    expect(pairedMedianBootstrap(near, near, { seed: 1, resamples: 50 }).pValue).toBe(1);
  });
});
