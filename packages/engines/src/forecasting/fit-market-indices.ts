import type { IsoDate } from '../market/calendar.ts';
import { monthOf } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import type { MarketIndex, MarketIndexPoint } from '../market/market-index.ts';
import type { MarketScope } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';
import { median } from '../statistics/quantile.ts';
import { fitNestedLevels } from '../statistics/nested-levels.ts';
import type { IndexGroups } from './index-groups.ts';
import { groupObservations, monthsOf } from './index-groups.ts';
import { type MonthDummies, monthDummies } from './month-index/month-dummies.ts';
import { type SegmentPath, segmentPaths } from './segment-paths.ts';
import { weighObservations } from './observation-weights.ts';

/** Sales a segment needs before it gets an index. */
export const MINIMUM_INDEX_SALES = 30;

/** Further rounds in which the paths of parents and segments are fitted to what the others leave. */
const BACKFITS = 2;

/** Half width of a central 90 % band in standard deviations. */
const BAND_90 = 1.6449;

/**
 * The monthly price index of every segment with enough sales, from the make down: the level of like cars, 100 in the
 * first month of the segment, up to the month of `asOf`. The path of a segment without segments of its own is its
 * parent's plus its own departure, that of a wider one the mean of those in it at their shares of all its sales, so that
 * no mix moves it; all are smoothed by the local level model with a noise that shrinks with the month's sales, so that a month without a sale and
 * the begun last month lean on their neighbours and on the parent. Bands are 90 % for the level against the base month.
 * Later observations are not read. Empty where no segment has enough sales.
 */
export function fitMarketIndices(
  observations: readonly IndexObservation[],
  options: {
    readonly market: MarketScope;
    readonly asOf: IsoDate;
    /** Default 30. */
    readonly minimumSales?: number;
    /** Which segments to answer, all others are only used. Default: all with enough sales. */
    readonly segments?: readonly SegmentId[];
  },
): readonly MarketIndex[] {
  const lastMonth = monthOf(options.asOf);
  const usable = observations.filter(({ month, logLevel }) => month <= lastMonth && Number.isFinite(logLevel));
  if (usable.length === 0) return [];
  const groups = groupObservations(usable, { lastMonth, minimumSales: options.minimumSales ?? MINIMUM_INDEX_SALES });
  const values = Float64Array.from(usable, ({ logLevel }) => logLevel);
  const weights = weighObservations(usable, { groups, values });
  const fitted = fitNestedLevels(groups.layout, { values, weights, backfits: BACKFITS });
  const realTime = fitNestedLevels(groups.layout, {
    values,
    weights,
    stepVariances: fitted.stepVariances,
    realTime: true,
    backfits: BACKFITS,
  });
  const paths = segmentPaths({ observations: usable, groups, smoothed: fitted, known: realTime });
  const wanted = options.segments === undefined ? [...groups.rows.keys()] : [...new Set(options.segments)];
  const segments = wanted.filter((segment) => groups.rows.has(segment)).sort();
  const unpooled = monthDummies(usable, segments);
  return segments.map((segment, at) => ({
    market: options.market,
    segment,
    points: withUnpooled(
      indexPoints(segment, { observations: usable, groups, path: paths.get(segment)! }),
      unpooled[at]!,
    ),
  }));
}

/** Puts the unpooled months beside the pooled ones, so that they agree on average over all sales. */
function withUnpooled(points: readonly MarketIndexPoint[], { months }: MonthDummies): readonly MarketIndexPoint[] {
  const byMonth = new Map(months.map((dummy) => [dummy.month, dummy]));
  let sum = 0;
  let count = 0;
  for (const { month, level } of points) {
    const dummy = byMonth.get(month);
    if (dummy === undefined) continue;
    sum += dummy.saleCount * (dummy.logLevel - Math.log(level / 100));
    count += dummy.saleCount;
  }
  const offset = sum / Math.max(1, count);
  return points.map((point) => {
    const dummy = byMonth.get(point.month);
    return dummy === undefined ? point : { ...point, unpooledLevel: indexLevel(dummy.logLevel - offset) };
  });
}

function indexPoints(
  segment: SegmentId,
  fit: {
    readonly observations: readonly IndexObservation[];
    readonly groups: IndexGroups;
    readonly path: SegmentPath;
  },
): readonly MarketIndexPoint[] {
  const { groups, observations } = fit;
  const prices = new Map<number, number[]>();
  for (const row of groups.rows.get(segment) ?? []) {
    const period = groups.layout.periods[row]!;
    const month = prices.get(period);
    if (month === undefined) prices.set(period, [observations[row]!.price]);
    else month.push(observations[row]!.price);
  }
  const base = Math.min(...prices.keys());
  const { level, realTime } = fit.path;
  const variance = fit.path.varianceAgainst(base);
  return monthsOf(groups)
    .map((month, t): MarketIndexPoint => {
      const logLevel = level[t]! - level[base]!;
      const reach = BAND_90 * Math.sqrt(variance[t]!);
      const sold = prices.get(t) ?? [];
      return {
        month,
        level: indexLevel(logLevel),
        lower90: indexLevel(logLevel - reach),
        upper90: indexLevel(logLevel + reach),
        saleCount: sold.length,
        rawMedian: sold.length === 0 ? null : Math.round(median(sold)),
        realTimeLevel: indexLevel(realTime[t]! - level[base]!),
      };
    })
    .slice(base);
}

/** 100 times the exponential, to four decimals: more would be noise in every stored index. */
function indexLevel(logLevel: number): number {
  return Math.round(1e6 * Math.exp(logLevel)) / 1e4;
}
