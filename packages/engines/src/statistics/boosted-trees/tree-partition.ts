/** 32-bit words that hold a bit for each bin of a category. */
export const WORDS_PER_SET = 8;
/** Rows that all trees are asked for before the next: they stay in the cache. */
const ROWS_PER_BLOCK = 1_024;

/** Trees in typed arrays, node by node: a leaf has feature -1, the right child stands behind the left one. */
export interface TreeArrays {
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  /** Threshold of a numeric split, number of the set of a categorical one, value of a leaf. */
  readonly value: Float64Array;
  readonly left: Int32Array;
  readonly missingLeft: Uint8Array;
  readonly isCategorical: Uint8Array;
  /** A bit for each bin that goes left, set after set. */
  readonly bits: Int32Array;
  /** The bin of each code of a categorical feature; `null` for a numeric one. */
  readonly binOfCode: readonly (ReadonlyMap<number, number> | null)[];
}

/**
 * Sends many rows down all trees, node by node: the rows of a node are parted into those of its children, so that no row
 * waits for a guess of where the one before it went. Not re-entrant: it keeps buffers of its own.
 */
export function createTreePartition(trees: TreeArrays): {
  rows(columns: readonly ArrayLike<number>[]): Float64Array;
} {
  const { base, roots, feature, value, left, missingLeft, isCategorical, bits, binOfCode } = trees;
  const width = binOfCode.length;
  const block = binOfCode.map(() => new Float64Array(ROWS_PER_BLOCK));
  const everyRow = Int32Array.from({ length: ROWS_PER_BLOCK }, (_, row) => row);
  const buffers = [new Int32Array(ROWS_PER_BLOCK), new Int32Array(ROWS_PER_BLOCK)] as const;
  // Nodes that wait, each as node, first row, row behind the last, and depth.
  const waiting: number[] = [];

  const addTree = (root: number, sums: Float64Array, rowCount: number): void => {
    waiting.length = 0;
    waiting.push(root, 0, rowCount, 0);
    while (waiting.length > 0) {
      const depth = waiting.pop()!;
      const to = waiting.pop()!;
      const from = waiting.pop()!;
      const node = waiting.pop()!;
      const rows = depth === 0 ? everyRow : buffers[depth & 1]!;
      const split = feature[node]!;
      if (split < 0) {
        const leaf = value[node]!;
        for (let place = from; place < to; place++) sums[rows[place]!]! += leaf;
        continue;
      }
      const parted = buffers[(depth + 1) & 1]!;
      const values = block[split]!;
      const middle =
        isCategorical[node] === 1
          ? partBySet({ rows, parted, values, from, to }, bits, value[node]! * WORDS_PER_SET)
          : missingLeft[node] === 1
            ? partMissingLeft({ rows, parted, values, from, to }, value[node]!)
            : partMissingRight({ rows, parted, values, from, to }, value[node]!);
      const child = left[node]!;
      if (middle > from) waiting.push(child, from, middle, depth + 1);
      if (to > middle) waiting.push(child + 1, middle, to, depth + 1);
    }
  };

  return {
    rows: (columns) => {
      const rowCount = columns[0]?.length ?? 0;
      const predicted = new Float64Array(rowCount).fill(base);
      for (let first = 0; first < rowCount; first += ROWS_PER_BLOCK) {
        const count = Math.min(ROWS_PER_BLOCK, rowCount - first);
        for (let column = 0; column < width; column++) {
          const given = columns[column]!;
          const values = block[column]!;
          const bins = binOfCode[column];
          for (let row = 0; row < count; row++) {
            const read = given[first + row]!;
            values[row] = bins ? (bins.get(read) ?? 0) : read;
          }
        }
        const sums = predicted.subarray(first, first + count);
        for (let tree = 0; tree < roots.length; tree++) addTree(roots[tree]!, sums, count);
      }
      return predicted;
    },
  };
}

interface NodeRows {
  readonly rows: Int32Array;
  /** Takes the rows that go left from its start on, those that go right from its end on. */
  readonly parted: Int32Array;
  readonly values: Float64Array;
  readonly from: number;
  readonly to: number;
}

// Both sides are written and one is kept, which costs less than a branch that is guessed wrong half of the time.

function partMissingRight({ rows, parted, values, from, to }: NodeRows, threshold: number): number {
  let low = from;
  let high = to - 1;
  for (let place = from; place < to; place++) {
    const row = rows[place]!;
    const goesLeft = +(values[row]! <= threshold);
    parted[low] = row;
    parted[high] = row;
    low += goesLeft;
    high += goesLeft - 1;
  }
  return low;
}

function partMissingLeft({ rows, parted, values, from, to }: NodeRows, threshold: number): number {
  let low = from;
  let high = to - 1;
  for (let place = from; place < to; place++) {
    const row = rows[place]!;
    const goesRight = +(values[row]! > threshold);
    parted[low] = row;
    parted[high] = row;
    low += 1 - goesRight;
    high -= goesRight;
  }
  return low;
}

function partBySet({ rows, parted, values, from, to }: NodeRows, bits: Int32Array, firstWord: number): number {
  let low = from;
  let high = to - 1;
  for (let place = from; place < to; place++) {
    const row = rows[place]!;
    const bin = values[row]!;
    const goesLeft = (bits[firstWord + (bin >>> 5)]! >>> (bin & 31)) & 1;
    parted[low] = row;
    parted[high] = row;
    low += goesLeft;
    high += goesLeft - 1;
  }
  return low;
}
