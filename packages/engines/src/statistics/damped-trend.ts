import { minimiseInBox } from './minimise.ts';
import type { SeriesForecast } from './series-forecast.ts';

/** Exponential smoothing with a trend that fades by the factor `phi` a step (Gardner and McKenzie 1985). */
export interface TrendParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
}

const LOWER = [0.02, 0.001, 0.8];
const UPPER = [0.99, 0.5, 0.98];

/**
 * Damped trend with parameters by least squares of the one-step errors. `phi` stays in [0.8, 0.98], as in common
 * practice (Hyndman et al. 2008): below it the trend is no trend, above it is not damped. Fewer than three values give
 * the last value for ever.
 */
export function fitDampedTrend(series: ArrayLike<number>): SeriesForecast {
  if (series.length < 3) return flat('damped trend', series);
  const [alpha = 0.5, beta = 0.05, phi = 0.9] = minimiseInBox(
    ([a = 0, b = 0, p = 0]) => runTrend(series, { alpha: a, beta: b, phi: p }).squaredError,
    { start: [0.5, 0.05, 0.9], lower: LOWER, upper: UPPER },
  );
  return trendForecast('damped trend', series, { alpha, beta, phi });
}

/** Holt's linear trend (1957): the same with a trend that does not fade. */
export function fitHolt(series: ArrayLike<number>): SeriesForecast {
  if (series.length < 3) return flat('holt', series);
  const [alpha = 0.5, beta = 0.05] = minimiseInBox(
    ([a = 0, b = 0]) => runTrend(series, { alpha: a, beta: b, phi: 1 }).squaredError,
    { start: [0.5, 0.05], lower: LOWER.slice(0, 2), upper: UPPER.slice(0, 2) },
  );
  return trendForecast('holt', series, { alpha, beta, phi: 1 });
}

function flat(method: string, series: ArrayLike<number>): SeriesForecast {
  const last = series.length === 0 ? Number.NaN : series[series.length - 1]!;
  return { method, parameters: {}, forecast: (horizon) => new Float64Array(horizon).fill(last) };
}

function trendForecast(method: string, series: ArrayLike<number>, parameters: TrendParameters): SeriesForecast {
  const { level, trend } = runTrend(series, parameters);
  return {
    method,
    parameters: { ...parameters, level, trend },
    forecast: (horizon) => {
      const path = new Float64Array(horizon);
      let faded = 0;
      let factor = 1;
      for (let step = 0; step < horizon; step++) {
        factor *= parameters.phi;
        faded += factor;
        path[step] = level + faded * trend;
      }
      return path;
    },
  };
}

function runTrend(
  series: ArrayLike<number>,
  { alpha, beta, phi }: TrendParameters,
): { readonly level: number; readonly trend: number; readonly squaredError: number } {
  let level = series[0]!;
  // The start trend is the mean step of the first values, so that one odd step does not set the course.
  const reach = Math.min(5, series.length - 1);
  let trend = (series[reach]! - series[0]!) / reach;
  let squaredError = 0;
  for (let t = 1; t < series.length; t++) {
    const predicted = level + phi * trend;
    const error = series[t]! - predicted;
    squaredError += error * error;
    level = predicted + alpha * error;
    trend = phi * trend + alpha * beta * error;
  }
  return { level, trend, squaredError };
}
