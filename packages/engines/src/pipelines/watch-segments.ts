import type { EngineStores } from '../market/engine-stores.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { SegmentId } from '../market/segment.ts';
import type { SegmentWords } from '../market/taxonomy/resolve-segment.ts';
import { DEFAULT_PREFERENCES, profileIdOf, type UserPreferences } from '../market/user-preferences.ts';
import { findSegments, type UnknownVehicle } from './find-segments.ts';
import { type AnalysisAccess, readAnalysis, type SegmentRequest } from './read-segment-indices.ts';

/** Segments that one person watches at most. */
const MOST_WATCHED = 100;

/** What is watched now. */
export interface Watch {
  readonly status: 'ok';
  /** The segments that the words named. */
  readonly segments: readonly SegmentId[];
  readonly preferences: UserPreferences;
}

/**
 * Puts the segments that words name on the list of a reader, or takes them off it, so that daily notices heed them. Every
 * other preference stays. Watching what is watched changes nothing; the list keeps its newest hundred.
 */
export async function watchSegments(
  request: SegmentWords & Pick<SegmentRequest, 'market' | 'asOf'>,
  options: AnalysisAccess & {
    readonly actor: string;
    readonly preferences: EngineStores['preferences'];
    /** True takes them off. Default false. */
    readonly ends?: boolean;
  },
): Promise<Watch | NotEnoughData | UnknownVehicle> {
  const analysis = await readAnalysis(request, options);
  if (analysis.status !== 'ok') return analysis;
  const found = findSegments(request, { known: analysis.segments });
  if (found.status !== 'ok') return found;
  const segments = found.segments.length === 0 ? [found.named] : found.segments;
  const profileId = profileIdOf(options.actor);
  const before = (await options.preferences.get(profileId)) ?? DEFAULT_PREFERENCES;
  const others = before.watchedSegments.filter((segment) => !segments.includes(segment));
  const watchedSegments = options.ends === true ? others : [...others, ...segments].slice(-MOST_WATCHED);
  const preferences = { ...before, watchedSegments };
  await options.preferences.put(profileId, preferences, { at: options.dependencies.now() });
  return { status: 'ok', segments, preferences };
}
