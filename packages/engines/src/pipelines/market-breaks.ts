import { findLevelShifts } from '../statistics/changepoints/level-shifts.ts';
import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { type AnalysisAccess, readSegmentIndices, type SegmentRequest } from './read-segment-indices.ts';

/** A lasting break in the market of a segment: of its level, or of the pace at which it grows. */
export interface MarketBreak {
  readonly segment: string;
  readonly kind: 'level' | 'growth';
  /** First month of the new regime. */
  readonly month: IsoMonth;
  /** Change of the level as a share, or of the monthly growth in points of a share. */
  readonly change: number;
  /** Months of the new regime there are so far. */
  readonly monthsSince: number;
}

export interface MarketBreaks {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** Newest first. */
  readonly breaks: readonly MarketBreak[];
}

/** Months that a pace must last before it counts as one. */
const GROWTH_MONTHS = 6;

/** Breaks in the stored indices of the segments that words name. */
export async function detectPriceAnomalies(
  request: SegmentRequest,
  access: AnalysisAccess,
): Promise<MarketBreaks | NotEnoughData | UnknownVehicle> {
  const found = await readSegmentIndices(request, access);
  if (found.status !== 'ok') return found;
  const breaks = found.indices.flatMap(findMarketBreaks);
  breaks.sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : a.segment < b.segment ? -1 : 1));
  return { status: 'ok', market: found.analysis.market, asOf: found.analysis.asOf, breaks };
}

/** Breaks of one index by exact PELT, of its log level and of its monthly growth. Empty where it is too short. */
export function findMarketBreaks(index: MarketIndex): readonly MarketBreak[] {
  const { points, segment } = index;
  const levels = points.map(({ level }) => Math.log(level));
  const growth = levels.slice(1).map((level, t) => level - levels[t]!);
  const breaks = findLevelShifts(levels).map(({ index: at, before, after }): MarketBreak => {
    return {
      segment,
      kind: 'level',
      month: points[at]!.month,
      change: Math.expm1(after - before),
      monthsSince: points.length - at,
    };
  });
  const paces = findLevelShifts(growth, { minimumLength: GROWTH_MONTHS });
  return [
    ...breaks,
    ...paces.map(({ index: at, before, after }): MarketBreak => {
      const { month } = points[at + 1]!;
      return { segment, kind: 'growth', month, change: after - before, monthsSince: points.length - at - 1 };
    }),
  ];
}
