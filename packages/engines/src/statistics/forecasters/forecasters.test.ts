import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { fitAggregation } from './aggregation-forecast.ts';
import { fitArima } from './arima-model.ts';
import { fitAutomaticEts } from './automatic-ets.ts';
import { fitAutoregression } from './autoregression.ts';
import { fitEts } from './fit-ets.ts';
import { searchSimplex } from './nelder-mead.ts';
import { fitDynamicTheta } from './optimised-theta.ts';
import { decomposeSeason, isSeasonal } from './seasonal-indices.ts';
import { adjustSeries } from './seasonally-adjusted.ts';

const FACTORS = [0.8, 0.9, 1, 1.1, 1.2, 1.1, 1, 0.95, 0.9, 1, 1.05, 1];

/** A trend times a season times noise. */
function planted(options: { seed: number; length: number; noise: number; slope?: number; seasonal?: boolean }) {
  const random = createRandom(options.seed);
  return Float64Array.from({ length: options.length }, (_, t) => {
    const season = options.seasonal === false ? 1 : FACTORS[t % 12]!;
    return (100 + (options.slope ?? 0.5) * t) * season * Math.exp(options.noise * random.normal());
  });
}

const nextYear = (length: number): readonly number[] =>
  Array.from({ length: 12 }, (_, step) => (100 + 0.5 * (length + step)) * FACTORS[(length + step) % 12]!);

describe('searchSimplex', () => {
  it('finds the bottom of a curved valley, and of one cut off by the box', () => {
    const valley = ([x = 0, y = 0]: Float64Array): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const options = { start: [-1, 1.5], lower: [-2, -2], upper: [2, 2], maximumEvaluations: 2000, tolerance: 1e-14 };
    const found = searchSimplex(valley, options);
    expect(found.point[0]).toBeCloseTo(1, 4);
    expect(found.point[1]).toBeCloseTo(1, 4);
    const bounded = searchSimplex(([x = 0]) => (x - 3) ** 2, { start: [0], lower: [-1], upper: [1] });
    expect(bounded.point[0]).toBeCloseTo(1, 3);
  });
});

describe('the season', () => {
  it('is found where it was planted, and seldom on noise', () => {
    let found = 0;
    let invented = 0;
    for (let seed = 1; seed <= 100; seed++) {
      if (isSeasonal(planted({ seed, length: 72, noise: 0.05 }), 12)) found++;
      if (isSeasonal(planted({ seed, length: 72, noise: 0.05, seasonal: false }), 12)) invented++;
    }
    expect(found).toBe(100);
    expect(invented).toBeLessThan(25);
  });

  it('comes out as it was put in, shrunken as far as noise hides it', () => {
    const exact = decomposeSeason(planted({ seed: 1, length: 120, noise: 0 }), { season: 12, form: 'multiplicative' });
    const mean = FACTORS.reduce((sum, factor) => sum + factor / 12, 0);
    exact.indices.forEach((index, month) => expect(index).toBeCloseTo(FACTORS[month]! / mean, 2));
    const noise = planted({ seed: 2, length: 120, noise: 0.1, seasonal: false });
    const spread = (indices: Float64Array): number => Math.max(...indices) - Math.min(...indices);
    const kept = decomposeSeason(noise, { season: 12, form: 'multiplicative', shrinkage: 'evidence' });
    const raw = decomposeSeason(noise, { season: 12, form: 'multiplicative' });
    expect(spread(kept.indices)).toBeLessThan(0.75 * spread(raw.indices));
  });

  it('is put back by what takes it out', () => {
    const series = planted({ seed: 3, length: 84, noise: 0.02 });
    for (const scale of ['log', 'none'] as const) {
      const { adjusted, restore } = adjustSeries(series, { season: 12, scale });
      // A path that repeats the last adjusted cycle comes back as the last cycle of the series.
      const back = restore(adjusted.slice(-12));
      back.forEach((value, step) => expect(value).toBeCloseTo(series[72 + step]!, 9));
    }
  });
});

describe('the methods', () => {
  it('follow a planted trend and season', () => {
    const series = planted({ seed: 4, length: 96, noise: 0.005 });
    const forecasts = [fitAutomaticEts(series, { season: 12, seasonal: true }), fitArima(series, { season: 12 })!].map(
      (fitted) => fitted.forecast(12),
    );
    for (const path of forecasts) {
      path.forEach((value, step) => expect(Math.abs(value / nextYear(96)[step]! - 1)).toBeLessThan(0.03));
    }
  });

  it('choose a season of factors where the season grows with the level', () => {
    const series = planted({ seed: 5, length: 120, noise: 0.005, slope: 3 });
    expect(fitAutomaticEts(series, { season: 12, seasonal: true }).method).toMatch(/^ETS\(.,A.?,M\)$/);
  });

  it('find the smoothing weight of simulated exponential smoothing', () => {
    const random = createRandom(6);
    let level = 100;
    const series = Float64Array.from({ length: 600 }, () => {
      const error = random.normal();
      const value = level + error;
      level += 0.3 * error;
      return value;
    });
    const form = { error: 'additive', trend: 'none', season: 'none' } as const;
    expect(fitEts(series, { form, season: 1 })!.parameters['alpha']).toBeCloseTo(0.3, 1);
  });

  it('find the order and the stable path of an autoregression', () => {
    const random = createRandom(7);
    let step = 0;
    let level = 0;
    const series = Float64Array.from({ length: 500 }, () => (level += step = 0.6 * step + random.normal()));
    const fitted = fitAutoregression(series, { driftShare: 0 });
    expect(fitted.parameters['order']).toBeGreaterThanOrEqual(1);
    const path = fitted.forecast(60);
    expect(Math.abs(path[59]! - path[58]!)).toBeLessThan(0.01);
  });

  it('extend a line, and answer for short and constant series', () => {
    const line = Float64Array.from({ length: 60 }, (_, t) => 50 + 2 * t);
    for (const fitted of [fitDynamicTheta(line, { theta: 12 }), fitAggregation(line)]) {
      expect(fitted.forecast(3)[2]).toBeGreaterThan(170);
      expect(fitted.forecast(3)[2]).toBeLessThan(178);
    }
    for (const fit of [fitDynamicTheta, fitAutoregression, fitAggregation]) {
      expect([...fit([7, 7, 7]).forecast(2)]).toEqual([7, 7]);
      fit(new Float64Array(40).fill(7))
        .forecast(2)
        .forEach((value) => expect(value).toBeCloseTo(7, 6));
      expect(fit([]).forecast(1)[0]).toBeNaN();
    }
    expect(fitArima([1, 2, 3], { season: 12 })).toBeUndefined();
  });
});
