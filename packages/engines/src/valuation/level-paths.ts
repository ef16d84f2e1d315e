import { smoothLocalLevel } from '../statistics/local-level.ts';

/** Sales a segment needs before its market level may move on its own, away from its parent's. */
export const MINIMUM_SALES_FOR_PATH = 40;

/** Step variances of a month, depth by depth, that are tried. */
const STEP_VARIANCES = [1e-7, 1e-5, 1e-4, 4e-4, 1.6e-3, 6.4e-3];

/** Where in time and in the tree of segments each sale stands. */
export interface LevelLayout {
  readonly monthCount: number;
  /** Month of each sale, from 0. */
  readonly months: Int32Array;
  /** For each depth (the whole market first) the group of each sale, -1 for none, and the names of the groups. */
  readonly depths: readonly { readonly names: readonly string[]; readonly groups: Int32Array }[];
}

/** The market level as the sum of a path for the market and one for each larger segment on the way down. */
export interface LevelPaths {
  /** Centred log level of each month by segment; the whole market has the empty name. */
  readonly paths: ReadonlyMap<string, Float64Array>;
  /** The chosen variance of a month's step at each depth. */
  readonly stepVariances: readonly number[];
}

/** Groups sales by segment prefix for paths: the market, then each depth whose groups are large enough. */
export function layOutLevels(
  sales: readonly { readonly segments: readonly string[]; readonly month: number }[],
  options: { readonly monthCount: number; readonly depthCount: number },
): LevelLayout {
  const depths = Array.from({ length: options.depthCount + 1 }, (_, depth) => {
    const counts = new Map<string, number>();
    const nameOf = (segments: readonly string[]): string | undefined => (depth === 0 ? '' : segments[depth - 1]);
    for (const { segments } of sales) {
      const name = nameOf(segments);
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = [...counts]
      .filter(([, count]) => depth === 0 || count >= MINIMUM_SALES_FOR_PATH)
      .map(([name]) => name);
    const index = new Map(names.map((name, position) => [name, position]));
    return { names, groups: Int32Array.from(sales, ({ segments }) => index.get(nameOf(segments) ?? '\u0000') ?? -1) };
  });
  return { monthCount: options.monthCount, months: Int32Array.from(sales, ({ month }) => month), depths };
}

/**
 * Fits the paths top down: each depth smooths what its parents leave over, by the local level model. A path is centred
 * on its own sales, because the standing effect of a segment belongs to the hedonic. The step variance of a depth is
 * the most likely one over all its groups together, unless it is given.
 */
export function fitLevelPaths(
  layout: LevelLayout,
  data: {
    /** log price minus what the hedonic says, without any level. */
    readonly residuals: Float64Array;
    /** Precision of each residual; 0 leaves the sale out. */
    readonly weights: Float64Array;
    readonly stepVariances?: readonly number[];
  },
): LevelPaths {
  const remaining = Float64Array.from(data.residuals);
  const paths = new Map<string, Float64Array>();
  const stepVariances: number[] = [];
  layout.depths.forEach(({ names, groups }, depth) => {
    const { means, precision } = monthlyMeans(layout, {
      groups,
      groupCount: names.length,
      remaining,
      weights: data.weights,
    });
    const priorVariance = depth === 0 ? 1 : 0.02;
    const smooth = (group: number, stepVariance: number) =>
      smoothLocalLevel({ means: means[group]!, precision: precision[group]!, stepVariance, priorVariance });
    let stepVariance = data.stepVariances?.[depth];
    if (stepVariance === undefined) {
      let best = Number.NEGATIVE_INFINITY;
      stepVariance = STEP_VARIANCES[0]!;
      for (const candidate of STEP_VARIANCES) {
        let likelihood = 0;
        for (let group = 0; group < names.length; group++) likelihood += smooth(group, candidate).logLikelihood;
        if (likelihood > best) {
          best = likelihood;
          stepVariance = candidate;
        }
      }
    }
    stepVariances.push(stepVariance);
    const fitted = names.map((_, group) => centre(smooth(group, stepVariance).smoothed, precision[group]!));
    names.forEach((name, group) => paths.set(name, fitted[group]!));
    for (let row = 0; row < remaining.length; row++) {
      const group = groups[row]!;
      if (group >= 0) remaining[row] = remaining[row]! - fitted[group]![layout.months[row]!]!;
    }
  });
  return { paths, stepVariances };
}

/** The level of each sale: the sum of the paths it lies on. */
export function levelsOfSales(layout: LevelLayout, paths: LevelPaths, out: Float64Array): Float64Array {
  out.fill(0);
  for (const { names, groups } of layout.depths) {
    const byGroup = names.map((name) => paths.paths.get(name)!);
    for (let row = 0; row < out.length; row++) {
      const group = groups[row]!;
      if (group >= 0) out[row] = out[row]! + byGroup[group]![layout.months[row]!]!;
    }
  }
  return out;
}

function monthlyMeans(
  layout: LevelLayout,
  data: {
    readonly groups: Int32Array;
    readonly groupCount: number;
    readonly remaining: Float64Array;
    readonly weights: Float64Array;
  },
): { readonly means: readonly Float64Array[]; readonly precision: readonly Float64Array[] } {
  const means = Array.from({ length: data.groupCount }, () => new Float64Array(layout.monthCount));
  const precision = Array.from({ length: data.groupCount }, () => new Float64Array(layout.monthCount));
  for (let row = 0; row < data.remaining.length; row++) {
    const group = data.groups[row]!;
    if (group < 0) continue;
    const month = layout.months[row]!;
    const weight = data.weights[row]!;
    precision[group]![month] = precision[group]![month]! + weight;
    means[group]![month] = means[group]![month]! + weight * data.remaining[row]!;
  }
  for (let group = 0; group < data.groupCount; group++) {
    for (let month = 0; month < layout.monthCount; month++) {
      const weight = precision[group]![month]!;
      if (weight > 0) means[group]![month] = means[group]![month]! / weight;
    }
  }
  return { means, precision };
}

function centre(path: Float64Array, precision: Float64Array): Float64Array {
  let sum = 0;
  let total = 0;
  for (let month = 0; month < path.length; month++) {
    sum += precision[month]! * path[month]!;
    total += precision[month]!;
  }
  const mean = total === 0 ? 0 : sum / total;
  return path.map((level) => level - mean);
}
