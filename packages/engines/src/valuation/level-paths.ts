import type { LevelLayout } from '../statistics/nested-levels.ts';
import { fitNestedLevels } from '../statistics/nested-levels.ts';

/** Sales a segment needs before its market level may move on its own, away from its parent's. */
export const MINIMUM_SALES_FOR_PATH = 40;

/** The market level as the sum of a path for the market and one for each larger segment on the way down. */
export interface LevelPaths {
  /** Centred log level of each period by segment; the whole market has the empty name. */
  readonly paths: ReadonlyMap<string, Float64Array>;
  /** The variance of a period's step at each depth. */
  readonly stepVariances: readonly number[];
}

/** Groups sales by segment prefix for paths: the market, then each depth whose groups are large enough. */
export function layOutLevels(
  sales: readonly { readonly segments: readonly string[]; readonly period: number }[],
  options: { readonly periodCount: number; readonly depthCount: number },
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
    const groups = Int32Array.from(sales, ({ segments }) => {
      const name = nameOf(segments);
      return name === undefined ? -1 : (index.get(name) ?? -1);
    });
    return { names, groups };
  });
  return { periodCount: options.periodCount, periods: Int32Array.from(sales, ({ period }) => period), depths };
}

/**
 * Fits the paths to log prices less what the hedonic says. A path is centred on its own sales, because the standing
 * effect of a segment belongs to the hedonic.
 */
export function fitLevelPaths(
  layout: LevelLayout,
  data: { readonly values: Float64Array; readonly weights: Float64Array; readonly stepVariances?: readonly number[] },
): LevelPaths {
  const { depths, stepVariances } = fitNestedLevels(layout, data);
  const paths = new Map<string, Float64Array>();
  for (const depth of depths) for (const { name, local } of depth) paths.set(name, local.smoothed);
  return { paths, stepVariances };
}

/** The level of each sale: the sum of the paths it lies on. */
export function levelsOfSales(layout: LevelLayout, paths: LevelPaths, out: Float64Array): Float64Array {
  out.fill(0);
  for (const { names, groups } of layout.depths) {
    const byGroup = names.map((name) => paths.paths.get(name)!);
    for (let row = 0; row < out.length; row++) {
      const group = groups[row]!;
      if (group >= 0) out[row] = out[row]! + byGroup[group]![layout.periods[row]!]!;
    }
  }
  return out;
}
