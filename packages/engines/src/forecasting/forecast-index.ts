import { addMonths } from '../market/calendar.ts';
import { CONFIDENCE_LEVELS } from '../market/interval.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import { fitThetaDampedMean } from '../statistics/combined-forecast.ts';
import { horizonBands } from './horizon-bands.ts';
import type { IndexForecast, IndexForecastStep } from './index-forecast.ts';
import type { OriginErrors } from './rolling-origins.ts';
import { backtestRollingOrigins } from './rolling-origins.ts';
import { shrinkGrowth } from './shrink-growth.ts';

/** Months of an index below which it is not forecast. */
export const MINIMUM_INDEX_MONTHS = 12;

/** Months a method sees at its first origin. */
const FIRST_ORIGIN = 6;
const MAXIMUM_ORIGINS = 60;
/** Origins below which no skill is claimed. */
const ORIGINS_FOR_SKILL = 12;

/**
 * Forecasts a price index as growth against its last month: the mean of Theta and damped trend on the log level, scaled
 * by how much of it came true so far, with conformal intervals and the skill against the last value from the same
 * rolling origins. The backtest reads the levels as they were known at each origin; an index that does not carry them is
 * forecast all the same and claims no skill. No season is claimed. Refuses below 12 months.
 *
 * @example
 * const forecast = forecastIndex(index, { horizonMonths: 12 });
 */
export function forecastIndex(
  index: MarketIndex,
  options: {
    readonly horizonMonths: number;
    /** For methods that draw numbers. The present one draws none: every seed gives the same forecast. */
    readonly seed?: number;
  },
): IndexForecast | NotEnoughData {
  const { points } = index;
  const horizon = Math.max(1, Math.floor(options.horizonMonths));
  if (points.length < MINIMUM_INDEX_MONTHS) {
    return notEnoughData('too few months in the price index', { found: points.length, needed: MINIMUM_INDEX_MONTHS });
  }
  const truth = Float64Array.from(points, ({ level }) => Math.log(level));
  const isRealTime = points.every(({ realTimeLevel }) => realTimeLevel !== undefined);
  const known = Float64Array.from(points, ({ realTimeLevel, level }) => Math.log(realTimeLevel ?? level));
  const fitted = fitThetaDampedMean(known);
  const path = fitted.forecast(horizon);
  const last = known[known.length - 1]!;
  const backtest = backtestRollingOrigins(
    { known, truth },
    { fit: fitThetaDampedMean, horizon, firstOrigin: FIRST_ORIGIN - 1, maximumOrigins: MAXIMUM_ORIGINS },
  );
  const { factor, origins } = shrinkGrowth(backtest);
  const bands = horizonBands(origins, { horizon, levels: CONFIDENCE_LEVELS });
  const originMonth = points[points.length - 1]!.month;
  const steps = Array.from(path, (level, step): IndexForecastStep => {
    const growth = factor * (level - last);
    return {
      monthsAhead: step + 1,
      month: addMonths(originMonth, step + 1),
      growth: Math.exp(growth),
      intervals: CONFIDENCE_LEVELS.map((confidenceLevel, position) => ({
        confidenceLevel,
        lower: Math.exp(growth - bands[position]![step]!),
        upper: Math.exp(growth + bands[position]![step]!),
      })),
    };
  });
  const meanAbsoluteError = meanAbsolute(origins, 'errors');
  const naiveMeanAbsoluteError = meanAbsolute(origins, 'naiveErrors');
  return {
    status: 'ok',
    segment: index.segment,
    originMonth,
    method: `${fitted.method}, shrunken to the last value`,
    steps,
    backtest: { originCount: origins.length, meanAbsoluteError, naiveMeanAbsoluteError },
    hasSkill: isRealTime && origins.length >= ORIGINS_FOR_SKILL && meanAbsoluteError < naiveMeanAbsoluteError,
  };
}

function meanAbsolute(origins: readonly OriginErrors[], kind: 'errors' | 'naiveErrors'): number {
  let sum = 0;
  let count = 0;
  for (const origin of origins) {
    for (const error of origin[kind]) sum += Math.abs(error);
    count += origin[kind].length;
  }
  return count === 0 ? 0 : sum / count;
}
