import { addMonths } from '../market/calendar.ts';
import { CONFIDENCE_LEVELS } from '../market/interval.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import { fitThetaDampedMean } from '../statistics/combined-forecast.ts';
import { fitNaive } from '../statistics/naive-forecast.ts';
import type { SeriesForecast } from '../statistics/series-forecast.ts';
import { horizonBands } from './horizon-bands.ts';
import type { IndexForecast, IndexForecastStep } from './index-forecast.ts';
import type { OriginErrors } from './rolling-origins.ts';
import { backtestRollingOrigins } from './rolling-origins.ts';
import { knownSeason } from './season/known-season.ts';
import { shrinkGrowth } from './shrink-growth.ts';

/** Months of an index below which it is not forecast. */
export const MINIMUM_INDEX_MONTHS = 12;

/** Months a method sees at its first origin. */
const FIRST_ORIGIN = 6;
const MAXIMUM_ORIGINS = 60;
/** Origins below which no skill is claimed. */
const ORIGINS_FOR_SKILL = 12;

/**
 * Forecasts a price index as growth against its last month: its season where the test finds one, and the mean of Theta and
 * damped trend on the log level without it, scaled by how much of that came true so far; with conformal intervals and the
 * skill against the last value from the same rolling origins, at each of which the season is looked for anew. The backtest reads the levels as they were known at each origin; an index that does not carry them is
 * forecast all the same and claims no skill. Refuses below 12 months.
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
  const seasonOf = knownSeason(
    known,
    points.map(({ month }) => month),
  );
  const firstMonth = Number(points[0]!.month.slice(5, 7)) - 1;
  const withSeason = (fit: (series: Float64Array) => SeriesForecast): ((series: Float64Array) => SeriesForecast) => {
    return (series) => {
      const season = seasonOf(series.length);
      const effectAt = (t: number): number => season[(firstMonth + t) % 12]!;
      const plain = fit(series.map((level, t) => level - effectAt(t)));
      return {
        ...plain,
        forecast: (steps) => plain.forecast(steps).map((level, step) => level + effectAt(series.length + step)),
      };
    };
  };
  const fitted = withSeason(fitThetaDampedMean)(known);
  const still = withSeason(fitNaive);
  const path = fitted.forecast(horizon);
  const base = still(known).forecast(horizon);
  const last = known[known.length - 1]!;
  const run = (fit: (series: Float64Array) => SeriesForecast): readonly OriginErrors[] =>
    backtestRollingOrigins(
      { known, truth },
      { fit, horizon, firstOrigin: FIRST_ORIGIN - 1, maximumOrigins: MAXIMUM_ORIGINS },
    );
  const backtest = run(withSeason(fitThetaDampedMean));
  // What the season alone would have missed: only what goes beyond the season is doubted.
  const seasonOnly = run(still);
  const shrunken = shrinkGrowth(backtest.map((origin, at) => ({ ...origin, naiveErrors: seasonOnly[at]!.errors })));
  const { factor } = shrunken;
  const origins = shrunken.origins.map((origin, at) => ({ ...origin, naiveErrors: backtest[at]!.naiveErrors }));
  const bands = horizonBands(origins, { horizon, levels: CONFIDENCE_LEVELS });
  const originMonth = points[points.length - 1]!.month;
  const steps = Array.from(path, (level, step): IndexForecastStep => {
    const seasonal = base[step]! - last;
    const growth = seasonal + factor * (level - base[step]!);
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
    method: `${fitted.method}, shrunken to the last value${seasonOf(known.length).some((effect) => effect !== 0) ? ', with a season of the year' : ''}`,
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
