import { describe, expect, it } from 'vitest';
import { fitThetaDampedMean } from './combined-forecast.ts';
import { fitDampedTrend, fitHolt } from './damped-trend.ts';
import { fitDrift } from './drift-forecast.ts';
import { fitExponentialSmoothing } from './exponential-smoothing.ts';
import { fitNaive } from './naive-forecast.ts';
import { createRandom } from './random.ts';
import { fitTheta } from './theta-forecast.ts';

const METHODS = { fitNaive, fitDrift, fitExponentialSmoothing, fitHolt, fitDampedTrend, fitTheta, fitThetaDampedMean };

describe('forecasters', () => {
  it.each(Object.entries(METHODS))('%s carries a constant on', (_, fit) => {
    for (const value of fit(new Float64Array(20).fill(7)).forecast(5)) expect(value).toBeCloseTo(7, 9);
  });

  it.each(Object.entries(METHODS))('%s answers for one and two values', (_, fit) => {
    expect([...fit([3]).forecast(2)]).toEqual([3, 3]);
    expect([...fit([3, 3]).forecast(2)]).toEqual([3, 3]);
  });

  it('smooths by the recursion of Brown', () => {
    const series = [10, 12, 11, 13, 12, 14];
    let level = (10 + 12 + 11 + 13) / 4;
    for (const value of series) level = 0.3 * value + 0.7 * level;
    expect(fitExponentialSmoothing(series, { alpha: 0.3 }).forecast(1)[0]).toBeCloseTo(level, 12);
  });

  it('follows a straight line as each method should', () => {
    const line = Float64Array.from({ length: 60 }, (_, t) => 5 + 2 * t);
    const next = 5 + 2 * 60;
    expect(fitDrift(line).forecast(3)[2]).toBeCloseTo(next + 4, 9);
    expect(fitHolt(line).forecast(3)[2]).toBeCloseTo(next + 4, 6);
    const damped = fitDampedTrend(line).forecast(24);
    expect(damped[23]).toBeGreaterThan(line[59]!);
    expect(damped[23]).toBeLessThan(5 + 2 * 83);
    // Theta extrapolates half the slope: the mean of a flat line and the trend.
    const theta = fitTheta(line).forecast(2);
    expect(theta[1]! - theta[0]!).toBeCloseTo(1, 9);
  });

  it('gives the closed form of Hyndman and Billah for theta', () => {
    const random = createRandom(6);
    const series = Float64Array.from({ length: 40 }, (_, t) => 50 + 0.5 * t + 3 * random.normal());
    const fitted = fitTheta(series);
    const { alpha, level, drift } = fitted.parameters as { alpha: number; level: number; drift: number };
    const expected = level + drift * (4 + (1 - (1 - alpha) ** 40) / alpha);
    expect(fitted.forecast(5)[4]).toBeCloseTo(expected, 12);
  });

  it('averages theta and the damped trend', () => {
    const series = [3, 5, 4, 6, 8, 7, 9];
    const mean = fitThetaDampedMean(series).forecast(3);
    const theta = fitTheta(series).forecast(3);
    const damped = fitDampedTrend(series).forecast(3);
    mean.forEach((value, step) => expect(value).toBeCloseTo((theta[step]! + damped[step]!) / 2, 12));
  });
});
