import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { FORECASTERS } from '../forecaster.ts';
import { fitCombination } from './combined-forecast.ts';
import { forecastMany } from './forecast-many.ts';
import { judgeForecasts } from './judge-forecasts.ts';

const OPTIONS = { season: 12, horizon: 12, levels: [0.8, 0.95] };

function walk(seed: number, length: number): Float64Array {
  const random = createRandom(seed);
  let level = 5;
  return Float64Array.from({ length }, () => Math.exp((level += 0.04 * random.normal())));
}

describe('the forecasters', () => {
  it.each(FORECASTERS.map((forecaster) => [forecaster.name, forecaster] as const))(
    '%s answers for a series of any kind and reads nothing but it',
    (_, forecaster) => {
      const before = walk(1, 60);
      const awkward = [
        [3],
        [3, 4],
        [5, 5, 5, 5, 5],
        new Float64Array(50).fill(0),
        walk(2, 40).map((value) => value - 200),
      ];
      for (const series of [...awkward, before]) {
        const path = forecaster.fit(series, { season: 12 }).forecast(6);
        expect(path).toHaveLength(6);
        expect(path.every(Number.isFinite)).toBe(true);
      }
      expect(before).toEqual(walk(1, 60));
      expect(forecaster.fit([], { season: 12 }).forecast(1)[0]).toBeNaN();
    },
  );
});

describe('fitCombination', () => {
  it('weighs its members to one, and scales with the unit of the series', () => {
    const fitted = fitCombination(walk(3, 90), { season: 12 });
    expect(fitted.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const scaled = fitCombination(
      walk(3, 90).map((value) => 1000 * value),
      { season: 12 },
    );
    const path = fitted.forecast(12);
    scaled
      .forecast(12)
      .forEach((value, step) => expect(Math.abs(value / (1000 * path[step]!) - 1)).toBeLessThan(0.005));
  });
});

describe('forecastMany', () => {
  it('gives nested intervals that hold on walks, the same whatever comes later', () => {
    const walks = Array.from({ length: 150 }, (_, seed) => walk(seed + 10, 72));
    const known = walks.map((values) => values.subarray(0, 60));
    const forecasts = forecastMany(known, OPTIONS);
    const verdict = judgeForecasts(
      walks.map((values) => ({ train: values.subarray(0, 60), actual: values.subarray(60) })),
      { forecasts, season: 12, levels: OPTIONS.levels },
    );
    const [at80, at95] = verdict.model.intervals;
    expect(at80!.coverage).toBeGreaterThan(0.7);
    expect(at80!.coverage).toBeLessThan(0.92);
    expect(at95!.coverage).toBeGreaterThan(0.89);
    // A walk has no pattern: no method beats its last value, and none may be said to.
    expect(verdict.hasSkill).toBe(false);
    for (const { point, intervals } of forecasts) {
      const inner = intervals.get(0.8)!;
      const outer = intervals.get(0.95)!;
      point.forEach((value, step) => {
        expect(inner.lower[step]).toBeLessThanOrEqual(value);
        expect(outer.lower[step]).toBeLessThanOrEqual(inner.lower[step]!);
        expect(outer.upper[step]).toBeGreaterThanOrEqual(inner.upper[step]!);
      });
    }
    const changed = walks.map((values) => values.map((value, t) => (t < 60 ? value : 1e9)).subarray(0, 60));
    expect(forecastMany(changed, OPTIONS)).toEqual(forecasts);
  });

  it('counts a series without an answer as twice the error of NAIVE2', () => {
    const outcomes = [{ train: walk(5, 40), actual: walk(6, 12) }];
    const { model } = judgeForecasts(outcomes, { forecasts: [undefined], season: 12, levels: [] });
    expect(model).toMatchObject({ answeredCount: 0, owa: 2 });
  });
});
