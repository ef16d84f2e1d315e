import {
  comparedIndex,
  type ComparedSeries,
  correlateMarkets,
  type MarketCorrelations,
} from '../forecasting/cross-market/correlate-markets.ts';
import { findDrivers, type MarketDriver } from '../forecasting/cross-market/find-drivers.ts';
import { knownSeries, type OutsideSeries } from '../forecasting/cross-market/known-series.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';
import { type AnalysisAccess, readAnalysis, type SegmentRequest, storedIndices } from './read-segment-indices.ts';

export interface CorrelationRequest extends Pick<SegmentRequest, 'market' | 'asOf'> {
  /** 2 compares model lines, 3 generations. Default 2. */
  readonly depth?: number;
  /** The most traded segments of that depth. Default 12. */
  readonly limit?: number;
  /** Series from outside; of each what was known on the day of the analysis is compared: see `knownSeries`. */
  readonly outside?: readonly OutsideSeries[];
}

/** How the markets of one analysis move together. */
export interface SegmentCorrelations extends MarketCorrelations {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** What outside series tell of a segment's growth some months later; empty without outside series. */
  readonly drivers: readonly SegmentDrivers[];
}

export interface SegmentDrivers {
  readonly segment: SegmentId;
  /** Strongest evidence first. */
  readonly drivers: readonly MarketDriver[];
}

const DEFAULT_LIMIT = 12;

/** Correlates the growth of the stored indices of the most traded segments. Months before both sold are left out. */
export async function correlateSegments(
  request: CorrelationRequest,
  access: AnalysisAccess,
): Promise<SegmentCorrelations | NotEnoughData> {
  const analysis = await readAnalysis(request, access);
  if (analysis.status !== 'ok') return analysis;
  const depth = request.depth ?? 2;
  const segments = analysis.segments.filter((segment) => segment.split('/').length === depth);
  const indices = await storedIndices(analysis, { segments, access });
  const largest = indices
    .slice(0, request.limit ?? DEFAULT_LIMIT)
    .map((index) =>
      comparedIndex({ ...index, points: index.points.filter(({ month }) => `${month}-28` <= analysis.asOf) }),
    );
  const outside = (request.outside ?? []).map(({ name, figures }) =>
    knownSeries(figures, { name, asOf: analysis.asOf }),
  );
  const correlations = correlateMarkets([...largest, ...outside]);
  if (correlations.status !== 'ok') return correlations;
  const drivers = outside.length === 0 ? [] : driversOf(largest, outside);
  return { ...correlations, market: analysis.market, asOf: analysis.asOf, drivers };
}

function driversOf(segments: readonly ComparedSeries[], outside: readonly ComparedSeries[]): readonly SegmentDrivers[] {
  return segments.map((segment) => ({ segment: segment.name, drivers: findDrivers(segment, outside) }));
}
