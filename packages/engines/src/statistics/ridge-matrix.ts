import type { SparseRows } from './sparse-rows.ts';
import { multiplyNormal, multiplyRows, multiplyTransposed, weightedSquares } from './sparse-rows.ts';

/**
 * A design matrix X as the ridge solver sees it: by what it does to vectors, however it is kept. Rows of weight 0 count
 * as left out. W is the diagonal of `weights`.
 */
export interface RidgeMatrix {
  readonly rowCount: number;
  readonly columnCount: number;
  /** X v, one number a row, written into `out`. */
  multiplyRows(vector: Float64Array, out: Float64Array): void;
  /** X' v, one number a column, written into `out`. */
  multiplyTransposed(vector: Float64Array, out: Float64Array): void;
  /** X' W X v, one number a column, written into `out`. */
  multiplyNormal(vector: Float64Array, options: { readonly weights: Float64Array; readonly out: Float64Array }): void;
  /** The diagonal of X' W X. */
  weightedSquares(weights: Float64Array): Float64Array;
  /** Parts of X' W X for a preconditioner. */
  blocks(
    columns: readonly number[],
    options: {
      /** Columns of a tree, ascending, of which each row has a path whose last one is the highest; their entries are 1. */
      readonly tree: Int32Array;
      readonly weights: Float64Array;
    },
  ): RidgeBlocks;
}

/** Parts of X' W X that belong to a few columns and to the tree of columns that rows end in. */
export interface RidgeBlocks {
  /** Of the columns with one another, row after row; only the lower half is filled. */
  readonly block: Float64Array;
  /** Of the columns with the rows that end in each column of the tree, as many numbers for each as there are columns. */
  readonly cross: Float64Array;
  /** The weight of the rows that end in each column of the tree. */
  readonly endingWeights: Float64Array;
}

/** Sparse rows as a design matrix. */
export function ridgeMatrix(rows: SparseRows): RidgeMatrix {
  return {
    rowCount: rows.rowCount,
    columnCount: rows.columnCount,
    multiplyRows: (vector, out) => multiplyRows(rows, vector, out),
    multiplyTransposed: (vector, out) => multiplyTransposed(rows, vector, out),
    multiplyNormal: (vector, options) => multiplyNormal(rows, vector, options),
    weightedSquares: (weights) => weightedSquares(rows, weights),
    blocks: (columns, options) => blocks(rows, { columns, ...options }),
  };
}

/** The matrix as a `RidgeMatrix`, whichever of the two it is. */
export function asRidgeMatrix(matrix: RidgeMatrix | SparseRows): RidgeMatrix {
  return 'multiplyNormal' in matrix ? matrix : ridgeMatrix(matrix);
}

function blocks(
  matrix: SparseRows,
  options: { readonly columns: readonly number[]; readonly tree: Int32Array; readonly weights: Float64Array },
): RidgeBlocks {
  const { columns, tree, weights } = options;
  const position = positionsOf(columns, matrix.columnCount);
  const treePosition = positionsOf(tree, matrix.columnCount);
  const sums = createBlockSums(columns.length, tree.length);
  for (let row = 0; row < matrix.rowCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    let end = -1;
    for (let k = matrix.start[row]!; k < matrix.start[row + 1]!; k++) {
      const column = matrix.columns[k]!;
      end = Math.max(end, treePosition[column]!);
      if (position[column]! >= 0) sums.put(position[column]!, matrix.values[k]!);
    }
    sums.addRow(weight, end);
  }
  return sums;
}

/** Sums up the blocks row by row: `put` each entry of a row that stands in the block, then `addRow`. */
export function createBlockSums(
  size: number,
  treeSize: number,
): RidgeBlocks & { put(position: number, value: number): void; addRow(weight: number, end: number): void } {
  const block = new Float64Array(size * size);
  const cross = new Float64Array(size * treeSize);
  const endingWeights = new Float64Array(treeSize);
  const places = new Int32Array(size);
  const values = new Float64Array(size);
  let found = 0;
  return {
    block,
    cross,
    endingWeights,
    put: (position, value) => {
      if (value === 0) return;
      places[found] = position;
      values[found++] = value;
    },
    addRow: (weight, end) => {
      for (let a = 0; a < found; a++) {
        const from = places[a]! * size;
        const scaled = weight * values[a]!;
        for (let b = 0; b < found; b++) {
          if (places[b]! <= places[a]!) block[from + places[b]!] = block[from + places[b]!]! + scaled * values[b]!;
        }
      }
      if (end >= 0) {
        endingWeights[end] = endingWeights[end]! + weight;
        const from = end * size;
        for (let b = 0; b < found; b++) cross[from + places[b]!] = cross[from + places[b]!]! + weight * values[b]!;
      }
      found = 0;
    },
  };
}

/** Where each of `columnCount` columns stands among `columns`, -1 for none. */
export function positionsOf(columns: ArrayLike<number>, columnCount: number): Int32Array {
  const position = new Int32Array(columnCount).fill(-1);
  for (let k = 0; k < columns.length; k++) position[columns[k]!] = k;
  return position;
}
