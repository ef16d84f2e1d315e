import { fitNaive } from '../naive-forecast.ts';
import type { SeriesForecast } from '../series-forecast.ts';
import { hasSeasonalAutocorrelation } from './seasonal-indices.ts';
import { adjustSeries, restoreForecast } from './seasonally-adjusted.ts';

/**
 * NAIVE2 of the M competitions: the last value of the seasonally adjusted series, where the test of the competitions
 * finds a season. Their yardstick for every other method.
 */
export function fitNaiveTwo(series: ArrayLike<number>, options: { readonly season: number }): SeriesForecast {
  const season = hasSeasonalAutocorrelation(series, options.season) ? options.season : 1;
  const adjustment = adjustSeries(series, { season, scale: 'none' });
  return restoreForecast({ ...fitNaive(adjustment.adjusted), method: 'NAIVE2' }, adjustment);
}
