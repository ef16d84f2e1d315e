import { addMonths, monthOf } from '../../market/calendar.ts';
import type { IndexObservation } from '../../market/index-observation.ts';
import { median } from '../../statistics/quantile.ts';
import type { MonthIndexForecast } from './forecast-month-index.ts';
import { monthDummies } from './month-dummies.ts';

/** Sales that the months of origin and target must both have for a forecast to be judged. */
export const MINIMUM_JUDGED_SALES = 40;

/** A forecast against what came: changes from the month of the origin to that of the target, log scale. */
export interface JudgedMonthIndex {
  readonly forecast: MonthIndexForecast;
  readonly targetSales: number;
  /** Change of the unshrunken index of all sales, fixed before anything is forecast. */
  readonly change: number;
  /** Absolute log error of the forecast and of the last value. */
  readonly error: number;
  readonly lastValueError: number;
  readonly inside: ReadonlyMap<number, boolean>;
}

/** How forecasts of one horizon did. */
export interface MonthIndexVerdict {
  readonly horizon: number;
  readonly count: number;
  readonly medianError: number;
  readonly lastValueMedianError: number;
  readonly within10: number;
  readonly lastValueWithin10: number;
  readonly coverage: readonly { readonly level: number; readonly share: number }[];
}

/** Judges forecasts by the unshrunken month index of `observations`, which may be later than the origins. */
export function judgeMonthIndices(
  forecasts: readonly MonthIndexForecast[],
  observations: readonly IndexObservation[],
): readonly JudgedMonthIndex[] {
  const segments = [...new Set(forecasts.map(({ segment }) => segment))];
  const truth = new Map(
    monthDummies(observations, segments).map(({ segment, months }) => {
      return [segment, new Map(months.map((month) => [month.month, month]))];
    }),
  );
  return forecasts.flatMap((forecast): JudgedMonthIndex[] => {
    const months = truth.get(forecast.segment);
    const from = months?.get(monthOf(forecast.origin));
    const to = months?.get(addMonths(monthOf(forecast.origin), forecast.horizon));
    if (from === undefined || to === undefined) return [];
    if (Math.min(from.saleCount, to.saleCount, forecast.n) < MINIMUM_JUDGED_SALES) return [];
    const change = to.logLevel - from.logLevel;
    const base = forecast.indexAtOrigin;
    return [
      {
        forecast,
        targetSales: to.saleCount,
        change,
        error: Math.abs(Math.log(forecast.point / base) - change),
        lastValueError: Math.abs(change),
        inside: new Map(
          [...forecast.intervals].map(([level, { lower, upper }]) => {
            return [level, Math.log(lower / base) <= change && change <= Math.log(upper / base)];
          }),
        ),
      },
    ];
  });
}

/** One verdict a horizon, ascending; none where nothing could be judged. */
export function summariseMonthIndices(judged: readonly JudgedMonthIndex[]): readonly MonthIndexVerdict[] {
  const byHorizon = Map.groupBy(judged, ({ forecast }) => forecast.horizon);
  return [...byHorizon]
    .sort(([a], [b]) => a - b)
    .map(([horizon, entries]) => {
      const share = (test: (entry: JudgedMonthIndex) => boolean): number =>
        entries.filter(test).length / entries.length;
      const levels = [...entries[0]!.inside.keys()];
      return {
        horizon,
        count: entries.length,
        medianError: median(entries.map(({ error }) => Math.expm1(error))),
        lastValueMedianError: median(entries.map(({ lastValueError }) => Math.expm1(lastValueError))),
        within10: share(({ error }) => Math.expm1(error) <= 0.1),
        lastValueWithin10: share(({ lastValueError }) => Math.expm1(lastValueError) <= 0.1),
        coverage: levels.map((level) => ({ level, share: share(({ inside }) => inside.get(level) === true) })),
      };
    });
}
