import type { SeriesForecast } from '../series-forecast.ts';
import { fitNaive } from '../naive-forecast.ts';
import { searchSimplex } from './nelder-mead.ts';

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016): the line through the
 * series is fitted anew at each value, and theta, the smoothing weight and the first level are chosen by least squares
 * of the one-step errors. Fewer than four values give the last one for ever.
 */
export function fitDynamicTheta(
  values: ArrayLike<number>,
  options: { /** Theta at 2 is the standard method. Default: chosen. */ readonly theta?: number } = {},
): SeriesForecast {
  const series = Float64Array.from(values);
  if (series.length < 4) return fitNaive(series);
  const size = Math.max(...series.map(Math.abs)) || 1;
  const first = series[0]!;
  const isFixed = options.theta !== undefined;
  const found = searchSimplex(
    ([alpha = 0.5, level = 0, theta = 2]) =>
      runDynamicTheta(series, { alpha, level: first + level * size, theta: options.theta ?? theta }).squaredError,
    {
      start: isFixed ? [0.5, 0] : [0.5, 0, 2],
      lower: isFixed ? [0.05, -0.5] : [0.05, -0.5, 1],
      upper: isFixed ? [0.99, 0.5] : [0.99, 0.5, 12],
      step: 0.1,
    },
  );
  const [alpha = 0.5, offset = 0, chosen = 2] = found.point;
  const theta = options.theta ?? chosen;
  const parameters = { alpha, level: first + offset * size, theta };
  return {
    method: isFixed ? 'dynamic theta' : 'dynamic optimised theta',
    parameters,
    forecast: (horizon) => runDynamicTheta(series, { ...parameters, horizon }).path,
  };
}

function runDynamicTheta(
  series: Float64Array,
  options: { readonly alpha: number; readonly level: number; readonly theta: number; readonly horizon?: number },
): { readonly squaredError: number; readonly path: Float64Array } {
  const { alpha } = options;
  const share = 1 - 1 / options.theta;
  const { length } = series;
  const path = new Float64Array(options.horizon ?? 0);
  let level = options.level;
  let mean = 0;
  let intercept = 0;
  let slope = 0;
  let fading = 1;
  let squaredError = 0;
  for (let t = 1; t <= length + path.length; t++) {
    // (1 - alpha)^(t - 1) A + (1 - (1 - alpha)^t) / alpha B: the line that smoothing has not caught up with yet.
    const next = fading * (1 - alpha);
    const predicted = t === 1 ? level : level + share * (fading * intercept + ((1 - next) / alpha) * slope);
    fading = next;
    const isAhead = t > length;
    const value = isAhead ? predicted : series[t - 1]!;
    if (isAhead) path[t - 1 - length] = predicted;
    else if (t > 2) squaredError += (value - predicted) ** 2;
    level = alpha * value + (1 - alpha) * level;
    slope = t === 1 ? 0 : ((t - 2) * slope + (6 * (value - mean)) / t) / (t + 1);
    mean = ((t - 1) * mean + value) / t;
    intercept = mean - (slope * (t + 1)) / 2;
  }
  return { squaredError, path };
}
