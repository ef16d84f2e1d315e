import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import { findSegments, type UnknownVehicle, type VehicleWords } from './find-segments.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import { type AnalysisReader, type StoredAnalysis, tooFewSales } from './stored-analysis.ts';

/** Segments that are asked for by words, in one market, as of a day. */
export interface SegmentRequest extends VehicleWords {
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Default: today by the clock. */
  readonly asOf?: IsoDate;
}

/** What the market analysis needs of its surroundings: stores to read, and the clock in epoch milliseconds. */
export interface MarketAnalysisDependencies {
  readonly stores: Pick<EngineStores, 'fittedModels' | 'marketIndices' | 'marketData' | 'runs' | 'predictions'>;
  readonly now: () => number;
}

/** What a front door reads stored analyses with. */
export interface AnalysisAccess {
  readonly dependencies: MarketAnalysisDependencies;
  readonly analyses: AnalysisReader;
}

/** The newest stored indices of the segments that words name, most sales first. Never fits. */
export async function readSegmentIndices(
  request: SegmentRequest,
  access: AnalysisAccess,
): Promise<
  | { readonly status: 'ok'; readonly analysis: StoredAnalysis; readonly indices: readonly MarketIndex[] }
  | NotEnoughData
  | UnknownVehicle
> {
  const analysis = await readAnalysis(request, access);
  if (analysis.status !== 'ok') return analysis;
  const found = findSegments(request, { known: analysis.segments });
  if (found.status !== 'ok') return found;
  const indices = await storedIndices(analysis, { segments: found.segments, access });
  if (indices.length === 0) return tooFewSales(analysis, found.segments[0] ?? found.named);
  return { status: 'ok', analysis, indices };
}

/** The newest stored analysis of the market asked for, up to the day asked for. */
export function readAnalysis(
  request: Pick<SegmentRequest, 'market' | 'asOf'>,
  { dependencies, analyses }: AnalysisAccess,
): Promise<StoredAnalysis | NotEnoughData> {
  const { market, asOf = dayOfInstant(dependencies.now()) } = request;
  return analyses.read({ ...(market === undefined ? {} : { market }), asOf });
}

/** The indices of segments in an analysis, most sales first; those of earlier analyses are left out. */
export async function storedIndices(
  analysis: StoredAnalysis,
  options: { readonly segments: readonly string[]; readonly access: AnalysisAccess },
): Promise<readonly MarketIndex[]> {
  const { marketIndices } = options.access.dependencies.stores;
  const indices: MarketIndex[] = [];
  for (const segment of options.segments) {
    const stored = await marketIndices.latest({ market: analysis.market, segment, asOf: analysis.asOf });
    if (stored !== null && stored.asOf === analysis.asOf) indices.push(stored.index);
  }
  return indices.sort((a, b) => salesOf(b) - salesOf(a) || (a.segment < b.segment ? -1 : 1));
}

function salesOf({ points }: MarketIndex): number {
  return points.reduce((sum, { saleCount }) => sum + saleCount, 0);
}
