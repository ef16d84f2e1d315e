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
  /** The part of X' W X that belongs to some columns, row after row; only the lower half need be filled. */
  denseBlock(columns: readonly number[], weights: Float64Array): Float64Array;
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
    denseBlock: (columns, weights) => denseBlock(rows, { columns, weights }),
  };
}

/** The matrix as a `RidgeMatrix`, whichever of the two it is. */
export function asRidgeMatrix(matrix: RidgeMatrix | SparseRows): RidgeMatrix {
  return 'multiplyNormal' in matrix ? matrix : ridgeMatrix(matrix);
}

function denseBlock(
  matrix: SparseRows,
  options: { readonly columns: readonly number[]; readonly weights: Float64Array },
): Float64Array {
  const { columns, weights } = options;
  const size = columns.length;
  const position = new Int32Array(matrix.columnCount).fill(-1);
  columns.forEach((column, k) => {
    position[column] = k;
  });
  const block = new Float64Array(size * size);
  const places: number[] = [];
  for (let row = 0; row < matrix.rowCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    let found = 0;
    for (let k = matrix.start[row]!; k < matrix.start[row + 1]!; k++) {
      if (position[matrix.columns[k]!]! >= 0) places[found++] = k;
    }
    for (let a = 0; a < found; a++) {
      const left = position[matrix.columns[places[a]!]!]!;
      const scaled = weight * matrix.values[places[a]!]!;
      for (let b = 0; b < found; b++) {
        const right = position[matrix.columns[places[b]!]!]!;
        if (right <= left)
          block[left * size + right] = block[left * size + right]! + scaled * matrix.values[places[b]!]!;
      }
    }
  }
  return block;
}
