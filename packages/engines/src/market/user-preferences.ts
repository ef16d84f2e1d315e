import type { AnalysisDepth } from './insight.ts';
import { deterministicUuid } from './deterministic-uuid.ts';
import type { SegmentId } from './segment.ts';
import type { TimeHorizon } from './price-prediction.ts';

/** What a person wants to be told, how, and of which cars. */
export interface UserPreferences {
  /** The notice of every daily run. */
  readonly marketAlerts: boolean;
  /** Predictions of the watched models, with that notice. */
  readonly pricePredictions: boolean;
  /** A notice of every critical anomaly among the watched models. */
  readonly anomalyAlerts: boolean;
  /** Where a question names no horizon. */
  readonly horizon: TimeHorizon;
  /** Reading level and length of texts. */
  readonly depth: AnalysisDepth;
  /** Names of models as the market has them, such as `911`. Empty: every model. */
  readonly watchedModels: readonly string[];
  /** Names of trims, such as `GT3`. Empty: every trim of the watched models. */
  readonly watchedTrims: readonly string[];
  /** Segments that are watched beside those, with everything within them, such as `porsche/911/992.1/gt3`. */
  readonly watchedSegments: readonly SegmentId[];
}

/** What holds for a person who has said nothing. */
export const DEFAULT_PREFERENCES: UserPreferences = {
  marketAlerts: true,
  pricePredictions: true,
  anomalyAlerts: false,
  horizon: '3m',
  depth: 'standard',
  watchedModels: [],
  watchedTrims: [],
  watchedSegments: [],
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The profile of whoever signed in: a UUID is a profile's id already (as on Supabase, in lower case), any other name gets
 * one made from it, the same everywhere.
 */
export function profileIdOf(actor: string): string {
  return UUID.test(actor) ? actor.toLowerCase() : deterministicUuid(`profile ${actor}`);
}

/** What of the preferences says which cars are watched. */
export type WatchList = Pick<UserPreferences, 'watchedModels' | 'watchedTrims' | 'watchedSegments'>;

/** True where the person watches nothing in particular, which is every car. */
export function watchesAll({ watchedModels, watchedTrims, watchedSegments }: WatchList): boolean {
  return watchedModels.length === 0 && watchedTrims.length === 0 && watchedSegments.length === 0;
}

/** True where the car is one that the person watches; names are compared without regard to case. */
export function isWatched(
  list: WatchList,
  car: { readonly model: string; readonly trim: string | null; readonly segment: SegmentId },
): boolean {
  if (watchesAll(list)) return true;
  const { watchedModels, watchedTrims, watchedSegments } = list;
  const isNamed =
    (watchedModels.length > 0 || watchedTrims.length > 0) &&
    names(watchedModels, car.model) &&
    names(watchedTrims, car.trim);
  return isNamed || watchedSegments.some((segment) => car.segment === segment || car.segment.startsWith(`${segment}/`));
}

function names(watched: readonly string[], name: string | null): boolean {
  return watched.length === 0 || (name !== null && watched.some((other) => other.toLowerCase() === name.toLowerCase()));
}
