import type { IndexObservation } from '../market/index-observation.ts';
import { median } from '../statistics/quantile.ts';
import type { NestedLevels } from '../statistics/nested-levels.ts';
import { fitNestedLevels } from '../statistics/nested-levels.ts';
import { robustWeight } from '../statistics/robust-weight.ts';
import type { IndexGroups } from './index-groups.ts';

/** Median absolute deviation of Student t errors with 4 degrees of freedom, in units of their scale. */
const MEDIAN_ABSOLUTE_T4 = 0.7407;
/**
 * Information of one t4 observation in units of 1 / scale^2: (nu + 1) / (nu + 3). Robust weights have the mean 1 and would
 * promise more.
 */
const INFORMATION_T4 = 5 / 7;
const SHRINKAGE = 20;
const ROUNDS = 3;

/**
 * The precision of each observation: the spread of its model family, shrunken to that of all sales as if there were 20
 * more of them, times the robust weight of its distance from the fitted path.
 */
export function weighObservations(
  observations: readonly IndexObservation[],
  options: { readonly groups: IndexGroups; readonly values: Float64Array },
): Float64Array {
  const { groups, values } = options;
  let weights = new Float64Array(values.length).fill(1 / 0.04);
  for (let round = 0; round < ROUNDS; round++) {
    const residuals = distances(fitNestedLevels(groups.layout, { values, weights }), groups, values);
    const scales = familyScales(observations, residuals);
    weights = residuals.map((residual, row) => {
      const scale = scales[row]!;
      return (INFORMATION_T4 * robustWeight(residual, { scale })) / (scale * scale);
    });
  }
  return weights;
}

function distances(levels: NestedLevels, groups: IndexGroups, values: Float64Array): Float64Array {
  const residuals = Float64Array.from(values);
  groups.layout.depths.forEach(({ groups: positions }, depth) => {
    for (let row = 0; row < residuals.length; row++) {
      const level = levels.depths[depth]![positions[row]!];
      if (level === undefined) continue;
      residuals[row] = residuals[row]! - level.standing - level.local.smoothed[groups.layout.periods[row]!]!;
    }
  });
  return residuals;
}

function familyScales(observations: readonly IndexObservation[], residuals: Float64Array): Float64Array {
  const absolute = residuals.map(Math.abs);
  const overall = Math.max(0.005, median(absolute));
  const families = Map.groupBy(observations.keys(), (row) => observations[row]!.segments[1] ?? '');
  const scales = new Float64Array(residuals.length);
  for (const rows of families.values()) {
    const own = median(rows.map((row) => absolute[row]!));
    const spread = (rows.length * own + SHRINKAGE * overall) / (rows.length + SHRINKAGE);
    for (const row of rows) scales[row] = spread / MEDIAN_ABSOLUTE_T4;
  }
  return scales;
}
