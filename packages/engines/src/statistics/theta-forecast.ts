import { fitExponentialSmoothing } from './exponential-smoothing.ts';
import type { SeriesForecast } from './series-forecast.ts';

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) in the closed form of Hyndman and Billah (2003): simple
 * exponential smoothing with half the slope of the straight line through the series as drift. Fewer than three values
 * give the last value for ever.
 */
export function fitTheta(series: ArrayLike<number>): SeriesForecast {
  const count = series.length;
  if (count < 3) {
    const last = count === 0 ? Number.NaN : series[count - 1]!;
    return { method: 'theta', parameters: {}, forecast: (horizon) => new Float64Array(horizon).fill(last) };
  }
  const smoothing = fitExponentialSmoothing(series);
  const alpha = smoothing.parameters['alpha']!;
  const level = smoothing.parameters['level']!;
  const drift = lineSlope(series) / 2;
  // Smoothing lags behind a line by (1 - alpha) / alpha steps; the factor makes good for it in a series of this length.
  const catchUp = (1 - (1 - alpha) ** count) / alpha;
  return {
    method: 'theta',
    parameters: { alpha, level, drift },
    forecast: (horizon) => Float64Array.from({ length: horizon }, (_, index) => level + drift * (index + catchUp)),
  };
}

function lineSlope(series: ArrayLike<number>): number {
  const count = series.length;
  const centre = (count - 1) / 2;
  let numerator = 0;
  let denominator = 0;
  for (let t = 0; t < count; t++) {
    numerator += (t - centre) * series[t]!;
    denominator += (t - centre) ** 2;
  }
  return numerator / denominator;
}
