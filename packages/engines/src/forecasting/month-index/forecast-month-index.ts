import { type IsoDate, monthOf } from '../../market/calendar.ts';
import type { IndexObservation } from '../../market/index-observation.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import type { MarketScope } from '../../market/price.ts';
import type { SegmentId } from '../../market/segment.ts';
import { fitMarketIndices } from '../fit-market-indices.ts';
import { forecastIndex } from '../forecast-index.ts';
import { type MonthDummies, monthDummies } from './month-dummies.ts';

/** A forecast of the unshrunken month index of one segment. */
export interface MonthIndexForecast {
  readonly segment: SegmentId;
  readonly origin: IsoDate;
  /** Months ahead. */
  readonly horizon: number;
  /** Sales of the segment in the month of the origin. */
  readonly n: number;
  /** The unshrunken index in the month of the origin; the smoothed one is 100 in its first month. */
  readonly indexAtOrigin: number;
  readonly point: number;
  /** By nominal coverage. */
  readonly intervals: ReadonlyMap<number, { readonly lower: number; readonly upper: number }>;
}

/** Sales in the month of the origin below which a segment is not forecast. */
export const MINIMUM_ORIGIN_SALES = 10;

/** Standard deviation of a month's step in the unit of scores; the scores say how many of it are needed. */
const STEP_DEVIATION = 0.012;
/** What a month counts of the one after it: from hardly any memory of the dummies to all of it. */
const FADINGS = [0.5, 0.7, 0.85, 0.95, 1];
/** What the last value counts beside what is remembered: jumps of the market are in it, luck as well. */
const NEWEST_SHARE = 0.5;
const FIRST_ORIGIN = 12;
const MAXIMUM_ORIGINS = 36;
const DEEPEST_SEGMENT = 2;

/**
 * Forecasts the unshrunken index of makes and model families from the observations up to `asOf`. A month's dummy is the
 * level of the market and the luck of that month's few sales; the luck does not last. The forecast is therefore the
 * smoothed level, moved on by the forecast of its growth, on the scale of the dummies; the intervals hold the noise of
 * the target month as well and are conformal over all segments and earlier origins. Later observations are not read.
 */
export function forecastMonthIndices(
  observations: readonly IndexObservation[],
  options: {
    readonly market: MarketScope;
    readonly asOf: IsoDate;
    readonly horizons: readonly number[];
    readonly levels: readonly number[];
  },
): readonly MonthIndexForecast[] {
  const { asOf, horizons, levels } = options;
  const origin = monthOf(asOf);
  const known = observations.filter(({ month }) => month <= origin);
  const indices = fitMarketIndices(known, { market: options.market, asOf }).filter(
    ({ segment }) => segment.split('/').length <= DEEPEST_SEGMENT,
  );
  const dummies = monthDummies(
    known,
    indices.map(({ segment }) => segment),
  );
  const series = indices.map((index, at) => alignMonths(index, dummies[at]!));
  const fadings = horizons.map((horizon) => chooseFading(series, horizon));
  const scores = horizons.map((horizon, position) => pastScores(series, { horizon, fading: fadings[position]! }));
  return series.flatMap((one, at) => {
    const last = one.months.length - 1;
    const n = one.months[last]!.saleCount;
    if (n < MINIMUM_ORIGIN_SALES) return [];
    const forecast = forecastIndex(indices[at]!, { horizonMonths: Math.max(...horizons) });
    return horizons.map((horizon, position): MonthIndexForecast => {
      // A method without skill of its own leaves the level where it is.
      const growth = forecast.status === 'ok' && forecast.hasSkill ? Math.log(forecast.steps[horizon - 1]!.growth) : 0;
      const point = standing(one.months, { at: last, fading: fadings[position]! }) + growth;
      const reach = targetDeviation(one.spread, { saleCount: n, horizon });
      return {
        segment: one.segment,
        origin: asOf,
        horizon,
        n,
        indexAtOrigin: 100 * Math.exp(one.months[last]!.dummy!),
        point: 100 * Math.exp(point),
        intervals: new Map(
          levels.map((level) => {
            const width = reach * conformalScore(scores[position]!, level);
            return [level, { lower: 100 * Math.exp(point - width), upper: 100 * Math.exp(point + width) }] as const;
          }),
        ),
      };
    });
  });
}

interface AlignedMonth {
  /** Logarithm of the smoothed level as it was known in this month. */
  readonly known: number;
  /** Logarithm of the unshrunken level on the same scale; undefined in a month without a sale. */
  readonly dummy: number | undefined;
  readonly saleCount: number;
}

interface AlignedSeries {
  readonly segment: SegmentId;
  readonly spread: number;
  readonly months: readonly AlignedMonth[];
}

/** Puts the dummies on the scale of the smoothed index, so that they agree on average over all sales. */
function alignMonths(index: MarketIndex, dummies: MonthDummies): AlignedSeries {
  const byMonth = new Map(dummies.months.map((dummy) => [dummy.month, dummy]));
  let sum = 0;
  let count = 0;
  for (const { month, level } of index.points) {
    const dummy = byMonth.get(month);
    if (dummy === undefined) continue;
    sum += dummy.saleCount * (dummy.logLevel - Math.log(level / 100));
    count += dummy.saleCount;
  }
  const offset = count === 0 ? 0 : sum / count;
  return {
    segment: index.segment,
    spread: dummies.spread,
    months: index.points.map(({ month, level, realTimeLevel }) => {
      const dummy = byMonth.get(month);
      return {
        known: Math.log((realTimeLevel ?? level) / 100),
        dummy: dummy === undefined ? undefined : dummy.logLevel - offset,
        saleCount: dummy?.saleCount ?? 0,
      };
    }),
  };
}

/** Standard deviation of a target month's dummy around the known level: its sales are few, and the level moves on. */
function targetDeviation(spread: number, month: { readonly saleCount: number; readonly horizon: number }): number {
  return Math.sqrt(spread ** 2 / month.saleCount + STEP_DEVIATION ** 2 * month.horizon);
}

/**
 * Where the dummies stand in a month: the smoothed level plus how far the dummies of late lay from it, since the cars of a
 * segment differ for longer than a month from what the valuation makes of them. A month counts `fading` times the one
 * after it, times its sales. The newest dummy has an equal say, as two forecasts whose errors differ are best combined.
 */
function standing(months: readonly AlignedMonth[], options: { readonly at: number; readonly fading: number }): number {
  let sum = 0;
  let total = 0;
  let weight = 1;
  for (let t = options.at; t >= 0 && weight > 1e-3; t--, weight *= options.fading) {
    const { dummy, known, saleCount } = months[t]!;
    if (dummy === undefined) continue;
    sum += weight * saleCount * (dummy - known);
    total += weight * saleCount;
  }
  const { known, dummy = known } = months[options.at]!;
  const remembered = known + (total === 0 ? 0 : sum / total);
  return NEWEST_SHARE * dummy + (1 - NEWEST_SHARE) * remembered;
}

/** The memory with the smallest mean absolute error at earlier origins of all segments. */
function chooseFading(series: readonly AlignedSeries[], horizon: number): number {
  let best = { fading: FADINGS[0]!, error: Number.POSITIVE_INFINITY };
  for (const fading of FADINGS) {
    const scores = pastScores(series, { horizon, fading });
    const error = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    if (error < best.error) best = { fading, error };
  }
  return best.fading;
}

/** What the standing of earlier months missed the later dummies by, in deviations, sorted. */
function pastScores(
  series: readonly AlignedSeries[],
  options: { readonly horizon: number; readonly fading: number },
): Float64Array {
  const { horizon, fading } = options;
  const scores: number[] = [];
  for (const { months, spread } of series) {
    const end = months.length - horizon;
    for (let t = Math.max(FIRST_ORIGIN, end - MAXIMUM_ORIGINS); t < end; t++) {
      const target = months[t + horizon]!;
      if (target.dummy === undefined || target.saleCount < MINIMUM_ORIGIN_SALES) continue;
      const deviation = targetDeviation(spread, { saleCount: target.saleCount, horizon });
      scores.push(Math.abs(target.dummy - standing(months, { at: t, fading })) / deviation);
    }
  }
  return Float64Array.from(scores).sort();
}

/** The conformal quantile; that of the normal distribution where there are too few scores to tell. */
function conformalScore(sorted: Float64Array, level: number): number {
  const rank = Math.ceil((sorted.length + 1) * level - 1e-9);
  if (rank <= sorted.length && sorted.length >= 20) return sorted[rank - 1]!;
  return level >= 0.95 ? 1.96 : level >= 0.9 ? 1.645 : 1.2816;
}
