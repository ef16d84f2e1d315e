import { fitDampedTrend } from '../../statistics/damped-trend.ts';
import { fitArima } from '../../statistics/forecasters/arima-model.ts';
import { fitAutomaticEts } from '../../statistics/forecasters/automatic-ets.ts';
import { fitLineAhead } from '../../statistics/forecasters/line-forecast.ts';
import { fitDynamicTheta } from '../../statistics/forecasters/optimised-theta.ts';
import { isSeasonal } from '../../statistics/forecasters/seasonal-indices.ts';
import { adjustSeries, restoreForecast } from '../../statistics/forecasters/seasonally-adjusted.ts';
import type { SeriesForecast } from '../../statistics/series-forecast.ts';
import { fitTheta } from '../../statistics/theta-forecast.ts';

/**
 * The members of the default combination, in the order of their weights: what `bench/choose-combination.ts` left of sixteen
 * candidates.
 */
export const COMBINATION_MEMBERS = [
  'damped trend of logs',
  'theta of the newest logs',
  'dynamic optimised theta',
  'seasonal ARIMA',
  'line through the newest logs',
  'automatic ETS',
] as const;

/** Cycles of values from which the newer season is read, and over which the newer Theta line runs. */
const NEWEST_CYCLES = 5;

/** Cycles of the straight line, and the share of its slope that is believed to go on. */
const LINE_CYCLES = 6;
const LINE_SLOPE_SHARE = 0.7;

/** A series with its members: the fitted methods, and whether a season was found on the way. */
export interface FittedMembers {
  /** In the order of `COMBINATION_MEMBERS`; undefined where the series is too short for the method. */
  readonly members: readonly (SeriesForecast | undefined)[];
  readonly seasonal: boolean;
}

/**
 * Fits every member. The season is taken out (or modelled) only where the test finds one, and drawn towards none as far
 * as the evidence is weak; logarithms are taken only where all values are above zero.
 */
export function fitMembers(series: Float64Array, options: { readonly season: number }): FittedMembers {
  const seasonal = isSeasonal(series, options.season);
  const season = seasonal ? options.season : 1;
  const cycle = cycleLength(options.season);
  const scale = series.every((value) => value > 0) ? 'log' : 'none';
  const shrinkage = 'evidence';
  const logs = adjustSeries(series, { season, scale, shrinkage });
  const plain = scale === 'none' ? logs : adjustSeries(series, { season, scale: 'none', shrinkage });
  // Half a cycle at either end has no moving average and gives no season.
  const newestLength = NEWEST_CYCLES * cycle + Math.floor(cycle / 2);
  const newest = adjustSeries(series, { season, scale, shrinkage, newest: newestLength });
  const newestValues = newest.adjusted.subarray(Math.max(0, series.length - NEWEST_CYCLES * cycle));
  return {
    seasonal,
    members: [
      restoreForecast(fitDampedTrend(logs.adjusted), logs),
      restoreForecast(fitTheta(newestValues), newest),
      restoreForecast(fitDynamicTheta(plain.adjusted), plain),
      fitArima(series, { season }),
      restoreForecast(fitLineAhead(logs.adjusted, { newest: LINE_CYCLES * cycle, slopeShare: LINE_SLOPE_SHARE }), logs),
      fitAutomaticEts(series, { season, seasonal }),
    ],
  };
}

/** Values that make up a year or what stands for it in a series without a season. */
export function cycleLength(season: number): number {
  return season <= 1 ? 12 : season;
}
