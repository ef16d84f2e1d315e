import type { SeriesForecast } from '../series-forecast.ts';

/**
 * The straight line of least squares through the newest values, carried on from its height at the end of the series with
 * a share of its slope. NaN for an empty series.
 */
export function fitLineAhead(
  values: ArrayLike<number>,
  options: {
    /** Values the line runs through. Default: all. */
    readonly newest?: number;
    /** Share of the slope that goes on. Default 1. */
    readonly slopeShare?: number;
  } = {},
): SeriesForecast {
  const first = Math.max(0, values.length - (options.newest ?? values.length));
  const count = values.length - first;
  const centre = (count - 1) / 2;
  let mean = 0;
  let numerator = 0;
  let denominator = 0;
  for (let t = 0; t < count; t++) {
    mean += values[first + t]! / count;
    numerator += (t - centre) * values[first + t]!;
    denominator += (t - centre) ** 2;
  }
  const slope = (options.slopeShare ?? 1) * (denominator > 0 ? numerator / denominator : 0);
  const start = count === 0 ? Number.NaN : mean;
  return {
    method: 'line',
    parameters: { slope },
    forecast: (horizon) => Float64Array.from({ length: horizon }, (_, step) => start + slope * (centre + step + 1)),
  };
}
