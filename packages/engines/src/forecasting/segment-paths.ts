import type { IndexObservation } from '../market/index-observation.ts';
import type { SegmentId } from '../market/segment.ts';
import type { NestedLevel, NestedLevels } from '../statistics/nested-levels.ts';
import type { IndexGroups } from './index-groups.ts';

const MONTHS_IN_YEAR = 12;

/** The log level of one segment by month; only differences between months mean something. */
export interface SegmentPath {
  /** Given all observations. */
  readonly level: Float64Array;
  /** Of each month as it was known in it. */
  readonly realTime: Float64Array;
  /** Variance of the level against that of the month at `base`, the drift that age leaves open included. */
  varianceAgainst(base: number): Float64Array;
}

/**
 * Puts nested paths together by segment. A wider segment moves as the mean of the segments in it at their fixed shares
 * of its sales over all months; sales that lie in none of them move with the wider segment's own path (a Lowe index, as
 * the superlative ones need prices in every month). Errors of the wider paths are shared by all segments in them, those
 * of the departures are independent and shrink with the squares of the shares.
 */
export function segmentPaths(fit: {
  readonly observations: readonly IndexObservation[];
  readonly groups: IndexGroups;
  readonly smoothed: NestedLevels;
  readonly known: NestedLevels;
}): ReadonlyMap<SegmentId, SegmentPath> {
  const { groups } = fit;
  const smoothed = byName(fit.smoothed);
  const known = byName(fit.known);
  const children = Map.groupBy(groups.rows.keys(), (segment) => segment.split('/').slice(0, -1).join('/'));
  const paths = new Map<SegmentId, SegmentPath>();
  const settle = (
    segment: SegmentId,
    above: { readonly level: Float64Array; readonly realTime: Float64Array },
  ): Departure => {
    const own = smoothed.get(segment);
    const level = sum(above.level, own?.local.smoothed);
    const realTime = sum(above.realTime, known.get(segment)?.local.filtered);
    const rows = groups.rows.get(segment)!;
    const parts = (children.get(segment) ?? []).map((child) => ({
      share: groups.rows.get(child)!.length / rows.length,
      path: settle(child, { level, realTime }),
    }));
    const rest = 1 - parts.reduce((total, { share }) => total + share, 0);
    const blend = (alone: Float64Array, of: (path: Departure) => Float64Array): Float64Array =>
      alone.map((value, t) => parts.reduce((total, { share, path }) => total + share * of(path)[t]!, rest * value));
    const drifts = rows.map((row) => fit.observations[row]!.driftVariance ?? 0);
    const below = (base: number): Float64Array => {
      const variance = own === undefined ? new Float64Array(level.length) : own.local.varianceAgainst(base);
      for (const { share, path } of parts) {
        const departure = path.variance(base);
        for (let t = 0; t < variance.length; t++) variance[t] = variance[t]! + share * share * departure[t]!;
      }
      return variance;
    };
    const driftVariance = driftOf(segment, { drifts, parts });
    const settled: Departure = {
      level: blend(level, (path) => path.level),
      realTime: blend(realTime, (path) => path.realTime),
      variance: below,
      driftVariance,
    };
    const ancestors = segment.split('/').map((_, depth, path) => path.slice(0, depth).join('/'));
    paths.set(segment, {
      level: settled.level,
      realTime: settled.realTime,
      varianceAgainst: (base) => {
        const variance = below(base);
        for (const name of ancestors) {
          const wider = smoothed.get(name)?.local.varianceAgainst(base);
          if (wider !== undefined) for (let t = 0; t < variance.length; t++) variance[t] = variance[t]! + wider[t]!;
        }
        return variance.map((value, t) => value + driftVariance * ((t - base) / MONTHS_IN_YEAR) ** 2);
      },
    });
    return settled;
  };
  const root = {
    level: smoothed.get('')!.local.smoothed,
    realTime: known.get('')!.local.filtered,
  };
  for (const segment of groups.rows.keys()) {
    const parent = segment.split('/').slice(0, -1).join('/');
    if (!groups.rows.has(parent)) settle(segment, root);
  }
  return paths;
}

interface Departure {
  readonly level: Float64Array;
  readonly realTime: Float64Array;
  readonly variance: (base: number) => Float64Array;
  readonly driftVariance: number;
}

/** A segment within a model drifts with its model; above, the drifts of the models are independent. */
function driftOf(
  segment: SegmentId,
  of: {
    readonly drifts: readonly number[];
    readonly parts: readonly { readonly share: number; readonly path: Departure }[];
  },
): number {
  const isWithinModel = segment.includes('/');
  if (isWithinModel) return Math.max(0, ...of.drifts.slice(0, 1));
  return of.parts.reduce((total, { share, path }) => total + share * share * path.driftVariance, 0);
}

function sum(left: Float64Array, right: Float64Array | undefined): Float64Array {
  return right === undefined ? left : left.map((value, t) => value + right[t]!);
}

function byName({ depths }: NestedLevels): ReadonlyMap<string, NestedLevel> {
  return new Map(depths.flat().map((level) => [level.name, level]));
}
