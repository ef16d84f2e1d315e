import type { LocalLevel } from './local-level.ts';
import { localLevelLikelihood, smoothLocalLevel } from './local-level.ts';

/** Variances of one period's step that are tried where none is given. */
const STEP_VARIANCES = [1e-7, 2e-6, 5e-6, 1e-5, 2e-5, 4e-5, 8e-5, 1.6e-4, 3.2e-4, 6.4e-4, 1.3e-3, 2.6e-3, 5.2e-3];

/** Variance of the first period: wide for the root, narrow for a path that departs from its parent's. */
const ROOT_VARIANCE = 1;
const CHILD_VARIANCE = 0.02;

/** The groups of one depth of a tree: names, and for each observation the position of its group, -1 for none. */
export interface LevelDepth {
  readonly names: readonly string[];
  readonly groups: Int32Array;
}

/** Where in time and in the tree each observation stands; the root comes first and holds every observation. */
export interface LevelLayout {
  readonly periodCount: number;
  /** Period of each observation, from 0. */
  readonly periods: Int32Array;
  readonly depths: readonly LevelDepth[];
}

/** One path of the tree: how a group departs from its parents, period by period. */
export interface NestedLevel {
  readonly name: string;
  /** Mean of the group over all its observations, which is no movement and is not in the paths. */
  readonly standing: number;
  readonly local: LocalLevel;
}

export interface NestedLevels {
  readonly depths: readonly (readonly NestedLevel[])[];
  readonly stepVariances: readonly number[];
}

/**
 * Splits the movement of many observations into a path for the root and, depth by depth, the paths of groups around
 * their parents, each by the local level model. The step variance of a depth is the most likely one over all its groups
 * together unless it is given: a thin group borrows how much its kind moves.
 */
export function fitNestedLevels(
  layout: LevelLayout,
  data: {
    readonly values: Float64Array;
    /** Precision of each value; 0 leaves the observation out. */
    readonly weights: Float64Array;
    readonly stepVariances?: readonly number[];
    /** Take each parent off as it was known in its period and not as it is known at the end. Default false. */
    readonly realTime?: boolean;
    /**
     * Times that every path is fitted anew to what all other paths leave, parents included, so that a parent does not
     * follow the mix of its groups (backfitting: Hastie and Tibshirani, 1990). Default 0.
     */
    readonly backfits?: number;
  },
): NestedLevels {
  const remaining = Float64Array.from(data.values);
  const stepVariances: number[] = [...(data.stepVariances ?? [])];
  const pathOf = ({ local }: NestedLevel): Float64Array => (data.realTime === true ? local.filtered : local.smoothed);
  const fitDepth = (depth: LevelDepth, position: number): readonly NestedLevel[] => {
    const series = meansByPeriod(layout, { depth, remaining, weights: data.weights });
    const priorVariance = position === 0 ? ROOT_VARIANCE : CHILD_VARIANCE;
    const stepVariance = stepVariances[position] ?? mostLikelyStep(series, priorVariance);
    stepVariances[position] = stepVariance;
    const levels = depth.names.map((name, group): NestedLevel => {
      const { means, precision, standing } = series[group]!;
      return { name, standing, local: smoothLocalLevel({ means, precision, stepVariance, priorVariance }) };
    });
    addLevels(remaining, { depth, levels, sign: -1 });
    return levels;
  };
  const addLevels = (
    values: Float64Array,
    of: { readonly depth: LevelDepth; readonly levels: readonly NestedLevel[]; readonly sign: 1 | -1 },
  ): void => {
    for (let row = 0; row < values.length; row++) {
      const level = of.levels[of.depth.groups[row]!];
      if (level === undefined) continue;
      values[row] = values[row]! + of.sign * (level.standing + pathOf(level)[layout.periods[row]!]!);
    }
  };
  const depths = layout.depths.map(fitDepth);
  for (let round = 0; round < (data.backfits ?? 0); round++) {
    layout.depths.forEach((depth, position) => {
      addLevels(remaining, { depth, levels: depths[position]!, sign: 1 });
      depths[position] = fitDepth(depth, position);
    });
  }
  return { depths, stepVariances };
}

function mostLikelyStep(series: readonly PeriodSeries[], priorVariance: number): number {
  let best = Number.NEGATIVE_INFINITY;
  let chosen = STEP_VARIANCES[0]!;
  for (const stepVariance of STEP_VARIANCES) {
    let likelihood = 0;
    for (const { means, precision } of series) {
      likelihood += localLevelLikelihood({ means, precision, stepVariance, priorVariance });
    }
    if (likelihood > best) {
      best = likelihood;
      chosen = stepVariance;
    }
  }
  return chosen;
}

interface PeriodSeries {
  readonly means: Float64Array;
  readonly precision: Float64Array;
  readonly standing: number;
}

function meansByPeriod(
  layout: LevelLayout,
  data: { readonly depth: LevelDepth; readonly remaining: Float64Array; readonly weights: Float64Array },
): readonly PeriodSeries[] {
  const { groups, names } = data.depth;
  const series = names.map(() => ({
    means: new Float64Array(layout.periodCount),
    precision: new Float64Array(layout.periodCount),
  }));
  for (let row = 0; row < groups.length; row++) {
    const entry = series[groups[row]!];
    if (entry === undefined) continue;
    const period = layout.periods[row]!;
    const weight = data.weights[row]!;
    entry.precision[period] = entry.precision[period]! + weight;
    entry.means[period] = entry.means[period]! + weight * data.remaining[row]!;
  }
  return series.map(({ means, precision }) => {
    let sum = 0;
    let total = 0;
    for (let period = 0; period < means.length; period++) {
      sum += means[period]!;
      total += precision[period]!;
    }
    const standing = total === 0 ? 0 : sum / total;
    for (let period = 0; period < means.length; period++) {
      if (precision[period]! > 0) means[period] = means[period]! / precision[period]! - standing;
    }
    return { means, precision, standing };
  });
}
