import { describe, expect, it } from 'vitest';
import { fitThetaDampedMean } from '../statistics/combined-forecast.ts';
import { createRandom } from '../statistics/random.ts';
import { backtestRollingOrigins } from './rolling-origins.ts';
import { shrinkGrowth } from './shrink-growth.ts';

function backtest(series: Float64Array) {
  return backtestRollingOrigins(
    { known: series, truth: series },
    { fit: fitThetaDampedMean, horizon: 6, firstOrigin: 5, maximumOrigins: 60 },
  );
}

describe('shrinkGrowth', () => {
  it('trusts a method on a steady climb', () => {
    expect(shrinkGrowth(backtest(Float64Array.from({ length: 48 }, (_, t) => 0.01 * t))).factor).toBeGreaterThan(0.85);
  });

  it('takes a method back on walks, and errs less for it', () => {
    let plain = 0;
    let shrunken = 0;
    let factors = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      let level = 0;
      const origins = backtest(Float64Array.from({ length: 60 }, () => (level += 0.02 * random.normal())));
      const result = shrinkGrowth(origins);
      factors += result.factor / 40;
      for (const { errors } of origins) plain += errors.reduce((sum, error) => sum + Math.abs(error), 0);
      for (const { errors } of result.origins) shrunken += errors.reduce((sum, error) => sum + Math.abs(error), 0);
    }
    expect(factors).toBeLessThan(0.4);
    expect(shrunken).toBeLessThan(plain);
  });

  it('scales the errors of an origin by earlier outcomes only', () => {
    const random = createRandom(3);
    const series = Float64Array.from({ length: 40 }, (_, t) => 0.004 * t + 0.01 * random.normal());
    const changed = series.map((value, t) => (t > 30 ? value + 3 : value));
    const before = shrinkGrowth(backtest(series)).origins.filter(({ origin }) => origin + 6 <= 30);
    const after = shrinkGrowth(backtest(changed)).origins.filter(({ origin }) => origin + 6 <= 30);
    expect(after).toEqual(before);
  });
});
