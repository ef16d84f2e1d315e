import type { LevelLayout } from '../statistics/nested-levels.ts';
import { fitNestedLevels } from '../statistics/nested-levels.ts';
import type { SegmentTable } from './segment-table.ts';

/** Sales a segment needs before its market level may move on its own, away from its parent's. */
export const MINIMUM_SALES_FOR_PATH = 40;

/** The market level as the sum of a path for the market and one for each larger segment on the way down. */
export interface LevelPaths {
  /** Centred log level of each period by segment; the whole market has the empty name. */
  readonly paths: ReadonlyMap<string, Float64Array>;
  /** The variance of a period's step at each depth. */
  readonly stepVariances: readonly number[];
}

/** Groups sales by segment for paths: the market, then each depth, whose groups must be large enough. */
export function layOutLevels(
  segments: SegmentTable,
  options: { readonly periods: Int32Array; readonly periodCount: number; readonly depthCount: number },
): LevelLayout {
  const { periods, periodCount, depthCount } = options;
  const market = { names: [''], groups: new Int32Array(periods.length) };
  const depths = segments.names.slice(0, depthCount).map((names, depth) => {
    const ids = segments.ids[depth]!;
    const counts = new Int32Array(names.length);
    for (const id of ids) if (id >= 0) counts[id] = counts[id]! + 1;
    const kept: string[] = [];
    const groupOf = new Int32Array(names.length).fill(-1);
    names.forEach((name, id) => {
      if (counts[id]! >= MINIMUM_SALES_FOR_PATH) groupOf[id] = kept.push(name) - 1;
    });
    return { names: kept, groups: ids.map((id) => (id < 0 ? -1 : groupOf[id]!)) };
  });
  return { periodCount, periods, depths: [market, ...depths] };
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
