import { StatisticalInputError } from '../input-error.ts';
import type { TreesPayload } from './boosted-trees-payload.ts';
import { TREES_VERSION, treesPayload } from './boosted-trees-payload.ts';
import { createTreeWalk } from './tree-walk.ts';

/** A fitted ensemble of trees. Immutable. */
export interface BoostedTrees {
  readonly treeCount: number;
  readonly featureNames: readonly string[];
  /**
   * One row: values in the order of the features, NaN (numeric) or a negative code (categorical) where missing. A code
   * that the fit did not see, or saw too rarely to tell apart, counts as missing.
   */
  predictRow(values: ArrayLike<number>): number;
  /** Many rows, one array a feature, all of one length. The same bits as `predictRow` gives row by row. */
  predict(columns: readonly ArrayLike<number>[]): Float64Array;
  /** Plain JSON that `boostedTreesFromPayload` turns back into the same trees, bit for bit. */
  toPayload(): TreesPayload;
}

/** Reads what `toPayload` gave, also after a way through JSON. Anything else is refused: fit again. */
export function boostedTreesFromPayload(payload: unknown): BoostedTrees {
  const parsed = treesPayload.safeParse(payload);
  if (!parsed.success) {
    throw new StatisticalInputError(
      `The stored trees cannot be read as version ${TREES_VERSION}: fit them again (${parsed.error.issues[0]?.message ?? 'unknown form'}).`,
    );
  }
  const { feature, value, left, missingLeft, roots, features, sets } = parsed.data;
  const nodeCount = feature.length;
  const whole =
    [value, left, missingLeft].every(({ length }) => length === nodeCount) &&
    roots.every((root) => root >= 0 && root < nodeCount) &&
    feature.every((index, place) => {
      if (index === -1) return true;
      // Children stand after their parent, so that no walk can go round in circles.
      const isInside = left[place]! > place && left[place]! + 1 < nodeCount;
      const isKnown = index >= 0 && index < features.length;
      return isInside && isKnown && (features[index]!.kind === 'numeric' || sets[value[place]!] !== undefined);
    });
  if (!whole) throw new StatisticalInputError('The stored trees are incomplete: fit them again.');
  return createBoostedTrees(parsed.data);
}

/** Trees of a stored form that is known to be whole, because it was just written. */
export function createBoostedTrees(stored: TreesPayload): BoostedTrees {
  const names = stored.features.map(({ name }) => name);
  const walk = createTreeWalk(stored);
  return {
    treeCount: stored.roots.length,
    featureNames: names,
    predictRow: walk.row,
    predict: (columns) => {
      if (columns.length !== names.length) {
        throw new StatisticalInputError(
          `${columns.length} columns were given to trees that read ${names.length}: give one for each of ${names.join(', ')}.`,
        );
      }
      columns.forEach(({ length }, index) => {
        if (length === columns[0]!.length) return;
        throw new StatisticalInputError(
          `Column ${names[index]} has ${length} values and column ${names[0]} ${columns[0]!.length}: give one value a row.`,
        );
      });
      return walk.rows(columns);
    },
    toPayload: () => stored,
  };
}
