import { minimiseScalar } from './minimise.ts';
import type { SeriesForecast } from './series-forecast.ts';

/**
 * Simple exponential smoothing (Brown 1956), the weight of the newest value chosen by least squares of the one-step
 * errors unless given. Starts at the mean of the first four values. A flat forecast; NaN for an empty series.
 */
export function fitExponentialSmoothing(
  series: ArrayLike<number>,
  options: { readonly alpha?: number } = {},
): SeriesForecast {
  const start = meanOfFirst(series, 4);
  const alpha =
    options.alpha ??
    minimiseScalar((candidate) => run(series, candidate, start).squaredError, { lower: 0.01, upper: 0.99 });
  const { level } = run(series, alpha, start);
  return {
    method: 'exponential smoothing',
    parameters: { alpha, level },
    forecast: (horizon) => new Float64Array(horizon).fill(level),
  };
}

function meanOfFirst(series: ArrayLike<number>, count: number): number {
  const size = Math.min(count, series.length);
  let sum = 0;
  for (let t = 0; t < size; t++) sum += series[t]!;
  return sum / size;
}

function run(series: ArrayLike<number>, alpha: number, start: number): { level: number; squaredError: number } {
  let level = start;
  let squaredError = 0;
  for (let t = 0; t < series.length; t++) {
    const error = series[t]! - level;
    squaredError += error * error;
    level += alpha * error;
  }
  return { level, squaredError };
}
