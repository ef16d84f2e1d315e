import type { SeriesForecast } from './series-forecast.ts';

/** The last value plus the mean step of the series. One value has no step and is carried on. */
export function fitDrift(series: ArrayLike<number>): SeriesForecast {
  const count = series.length;
  const last = count === 0 ? Number.NaN : series[count - 1]!;
  const step = count < 2 ? 0 : (last - series[0]!) / (count - 1);
  return {
    method: 'drift',
    parameters: { step },
    forecast: (horizon) => Float64Array.from({ length: horizon }, (_, index) => last + step * (index + 1)),
  };
}
