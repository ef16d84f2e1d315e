import { analyseSeason, type SegmentSeason } from '../forecasting/season/analyse-season.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { type AnalysisAccess, readSegmentIndices, type SegmentRequest } from './read-segment-indices.ts';

export interface SeasonalAnalysisRequest extends SegmentRequest {
  /** Newest whole years that are looked at. Default: all. */
  readonly years?: number;
}

/** The seasons of the segments that words name, or for each why nothing can be said. */
export interface SeasonalAnalysis {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly seasons: readonly { readonly segment: string; readonly season: SegmentSeason | NotEnoughData }[];
}

/** Looks for seasons in the stored indices. The last month is left out while it runs: few of its sales are known. */
export async function generateSeasonalAnalysis(
  request: SeasonalAnalysisRequest,
  access: AnalysisAccess,
): Promise<SeasonalAnalysis | NotEnoughData | UnknownVehicle> {
  const found = await readSegmentIndices(request, access);
  if (found.status !== 'ok') return found;
  const { analysis, indices } = found;
  const months = request.years === undefined ? Number.POSITIVE_INFINITY : 12 * request.years;
  return {
    status: 'ok',
    market: analysis.market,
    asOf: analysis.asOf,
    seasons: indices.map((index) => {
      const whole = index.points.filter(({ month }) => `${month}-28` <= analysis.asOf);
      return {
        segment: index.segment,
        season: analyseSeason({ ...index, points: whole.slice(-Math.min(months, whole.length)) }),
      };
    }),
  };
}
