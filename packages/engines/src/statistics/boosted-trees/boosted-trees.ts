import { StatisticalInputError } from '../input-error.ts';
import type { TreesPayload } from './boosted-trees-payload.ts';
import { TREES_VERSION, treesPayload } from './boosted-trees-payload.ts';

/** A fitted ensemble of trees. Immutable. */
export interface BoostedTrees {
  readonly treeCount: number;
  readonly featureNames: readonly string[];
  /** One row: values in the order of the features, NaN (numeric) or a negative code (categorical) where missing. */
  predictRow(values: ArrayLike<number>): number;
  /** Many rows, one array a feature. */
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
  return createTrees(parsed.data);
}

function createTrees(stored: TreesPayload): BoostedTrees {
  const roots = Int32Array.from(stored.roots);
  const feature = Int32Array.from(stored.feature);
  const value = Float64Array.from(stored.value);
  const left = Int32Array.from(stored.left);
  const missingLeft = Uint8Array.from(stored.missingLeft);
  const isCategorical = Uint8Array.from(stored.features, ({ kind }) => (kind === 'categorical' ? 1 : 0));
  const sets = stored.sets.map((codes) => new Set(codes));
  const names = stored.features.map(({ name }) => name);
  const { base } = stored;

  const predictRow = (values: ArrayLike<number>): number => {
    let sum = base;
    for (let tree = 0; tree < roots.length; tree++) {
      let at = roots[tree]!;
      for (let split = feature[at]!; split >= 0; split = feature[at]!) {
        const given = values[split]!;
        let goesLeft: boolean;
        if (isCategorical[split] === 1) goesLeft = given >= 0 ? sets[value[at]!]!.has(given) : missingLeft[at] === 1;
        else goesLeft = given === given ? given <= value[at]! : missingLeft[at] === 1;
        at = goesLeft ? left[at]! : left[at]! + 1;
      }
      sum += value[at]!;
    }
    return sum;
  };

  return {
    treeCount: roots.length,
    featureNames: names,
    predictRow,
    predict: (columns) => {
      if (columns.length !== names.length) {
        throw new StatisticalInputError(
          `${columns.length} columns were given to trees that read ${names.length}: give one for each of ${names.join(', ')}.`,
        );
      }
      const rowCount = columns[0]?.length ?? 0;
      const values = new Float64Array(columns.length);
      const predicted = new Float64Array(rowCount);
      for (let row = 0; row < rowCount; row++) {
        for (let column = 0; column < columns.length; column++) values[column] = columns[column]![row]!;
        predicted[row] = predictRow(values);
      }
      return predicted;
    },
    toPayload: () => stored,
  };
}
