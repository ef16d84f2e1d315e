import type { TreesPayload } from './boosted-trees-payload.ts';
import { createTreePartition, WORDS_PER_SET } from './tree-partition.ts';

/** Up to here a walk for each row costs less than parting them. */
const FEW_ROWS = 4;

/** Sends rows down all trees of a stored form. Not re-entrant: it keeps one buffer of its own. */
export interface TreeWalk {
  row(values: ArrayLike<number>): number;
  rows(columns: readonly ArrayLike<number>[]): Float64Array;
}

/** Lays the trees out in typed arrays. The stored form is copied and must be whole. */
export function createTreeWalk(stored: TreesPayload): TreeWalk {
  const { base, features } = stored;
  const width = features.length;
  const roots = Int32Array.from(stored.roots);
  const feature = Int32Array.from(stored.feature);
  const value = Float64Array.from(stored.value);
  const left = Int32Array.from(stored.left);
  const missingLeft = Uint8Array.from(stored.missingLeft);
  const binOfCode = features.map((entry) =>
    entry.kind === 'categorical' ? new Map(entry.codes.map((code, index) => [code, index + 1])) : null,
  );
  const isCategorical = Uint8Array.from(stored.feature, (index) => (index >= 0 && binOfCode[index] !== null ? 1 : 0));
  const bits = leftBits(stored, binOfCode);
  const block = new Float64Array(width);
  const partition = createTreePartition({
    base,
    roots,
    feature,
    value,
    left,
    missingLeft,
    isCategorical,
    bits,
    binOfCode,
  });

  const leafOf = (root: number): number => {
    let at = root;
    for (let split = feature[at]!; split >= 0; split = feature[at]!) {
      const given = block[split]!;
      if (isCategorical[at] === 1) {
        const word = bits[value[at]! * WORDS_PER_SET + (given >>> 5)]!;
        at = left[at]! + (((word >>> (given & 31)) & 1) ^ 1);
      } else if (given <= value[at]!) at = left[at]!;
      else if (given === given) at = left[at]! + 1;
      else at = left[at]! + 1 - missingLeft[at]!;
    }
    return value[at]!;
  };

  const row = (values: ArrayLike<number>): number => {
    for (let column = 0; column < width; column++) {
      const bins = binOfCode[column];
      block[column] = bins ? (bins.get(values[column]!) ?? 0) : values[column]!;
    }
    let sum = base;
    for (let tree = 0; tree < roots.length; tree++) sum += leafOf(roots[tree]!);
    return sum;
  };

  return {
    row,
    rows: (columns) => {
      const rowCount = columns[0]?.length ?? 0;
      if (rowCount > FEW_ROWS) return partition.rows(columns);
      return Float64Array.from({ length: rowCount }, (_, place) => row(columns.map((column) => column[place]!)));
    },
  };
}

/** A bit for each bin that goes left, set after set; bit 0 is for missing values and codes that are not told apart. */
function leftBits(stored: TreesPayload, binOfCode: readonly (ReadonlyMap<number, number> | null)[]): Int32Array {
  const bits = new Int32Array(stored.sets.length * WORDS_PER_SET);
  const raise = (set: number, bin: number): void => {
    bits[set * WORDS_PER_SET + (bin >>> 5)]! |= 1 << (bin & 31);
  };
  stored.feature.forEach((index, node) => {
    const bins = binOfCode[index];
    if (!bins) return;
    const set = stored.value[node]!;
    if (stored.missingLeft[node] === 1) raise(set, 0);
    for (const code of stored.sets[set]!) {
      const bin = bins.get(code);
      if (bin !== undefined) raise(set, bin);
    }
  });
  return bits;
}
