import type { SeriesForecast } from './series-forecast.ts';
import { fitNaive } from './naive-forecast.ts';

/** The value of the same season a cycle before, for ever; the last value where the series has no whole cycle. */
export function fitSeasonalNaive(series: ArrayLike<number>, options: { readonly season: number }): SeriesForecast {
  const { season } = options;
  const first = series.length - season;
  if (season <= 1 || first < 0) return fitNaive(series);
  return {
    method: 'seasonal naive',
    parameters: { season },
    forecast: (horizon) => Float64Array.from({ length: horizon }, (_, step) => series[first + (step % season)]!),
  };
}
