import type { IndexForecast } from '../forecasting/index-forecast.ts';
import { dayOfInstant, type IsoDate, type IsoMonth, monthOf } from '../market/calendar.ts';
import type { MarketIndexPoint } from '../market/market-index.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';
import type { SegmentWords } from '../market/taxonomy/resolve-segment.ts';
import { findSegments, type UnknownVehicle } from './find-segments.ts';
import { type MarketMovement, marketMovement } from './market-movement.ts';
import type { AnalysisAccess } from './read-segment-indices.ts';
import { tooFewSales } from './stored-analysis.ts';

export interface MarketTrendsRequest extends SegmentWords {
  /** First month of the range. Default: the first of the index. */
  readonly from?: IsoMonth;
  /** Last month of the range. Default: the last of the index. */
  readonly to?: IsoMonth;
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Default: today by the clock. */
  readonly asOf?: IsoDate;
}

/** The mix-adjusted price level of one segment over a range of months. */
export interface SegmentTrend {
  readonly segment: SegmentId;
  readonly points: readonly MarketIndexPoint[];
  /** From the first month of the range to its last; `null` where the range is a single month. */
  readonly movement: MarketMovement | null;
  readonly saleCount: number;
  /** The way on from the newest month, whatever the range; or why there is none. */
  readonly forecast: IndexForecast | NotEnoughData;
}

export interface MarketTrends {
  readonly status: 'ok';
  readonly market: MarketScope;
  /** The day of the analysis the figures are from. */
  readonly asOf: IsoDate;
  /** One trend a segment that the words name, most sales first. */
  readonly trends: readonly SegmentTrend[];
}

/** Reads the stored indices and forecasts of the segments that the words name. Never fits. */
export async function analyseMarketTrends(
  request: MarketTrendsRequest,
  options: AnalysisAccess,
): Promise<MarketTrends | NotEnoughData | UnknownVehicle> {
  const { stores, now } = options.dependencies;
  const { from = '', to = '9999-12', market, asOf = dayOfInstant(now()) } = request;
  const analysis = await options.analyses.read({ ...(market === undefined ? {} : { market }), asOf });
  if (analysis.status !== 'ok') return analysis;
  const found = findSegments(request, { known: analysis.segments });
  if (found.status !== 'ok') return found;
  if (found.segments.length === 0) return tooFewSales(analysis, found.named);

  const trends: SegmentTrend[] = [];
  for (const segment of found.segments) {
    const stored = await stores.marketIndices.latest({ market: analysis.market, segment, asOf: analysis.asOf });
    // An index of an earlier run: the segment has fallen below the number of sales that an index needs.
    if (stored === null || stored.asOf !== analysis.asOf) continue;
    const points = stored.index.points.filter(({ month }) => month >= from && month <= to);
    if (points.length === 0) continue;
    trends.push({
      segment,
      points,
      movement: marketMovement({ ...stored.index, points }, { monthCount: points.length - 1 }),
      saleCount: points.reduce((sum, point) => sum + point.saleCount, 0),
      forecast:
        analysis.forecasts[segment] ??
        analysis.refusals[segment] ??
        notEnoughData('no forecast of this segment was stored', { found: 0, needed: 1 }),
    });
  }
  if (trends.length === 0) {
    const range = `no month of ${found.segments.join(', ')} lies between ${from || 'the first'} and ${to}`;
    return notEnoughData(`${range} up to ${monthOf(analysis.asOf)}`, { found: 0, needed: 1 });
  }
  trends.sort((left, right) => right.saleCount - left.saleCount || (left.segment < right.segment ? -1 : 1));
  return { status: 'ok', market: analysis.market, asOf: analysis.asOf, trends };
}
