import { choleskyFactor, choleskySolve } from './cholesky.ts';
import type { NestedColumns } from './nested-columns.ts';
import { solveNested } from './nested-columns.ts';
import type { SparseRows } from './sparse-rows.ts';
import { weightedSquares } from './sparse-rows.ts';

/** Applies an approximate inverse of X'WX + diag(penalties): `out` = M^-1 `vector`. `out` is another array. */
export type Preconditioner = (vector: Float64Array, out: Float64Array) => void;

/**
 * Exact on the `blockSize` columns that carry the most weight, diagonal on all others. Few columns that nearly all rows
 * share (an intercept, curves, large groups) are what makes the plain diagonal slow. It stays useful where weights and
 * penalties change a little. A column without data and penalty comes out as 0.
 */
export function blockPreconditioner(
  matrix: SparseRows,
  options: {
    readonly weights: Float64Array;
    readonly penalties: Float64Array;
    /** Default 100. */
    readonly blockSize?: number;
    readonly nested?: NestedColumns;
  },
): Preconditioner {
  const squares = weightedSquares(matrix, options.weights);
  const inverse = squares.map((square, column) => {
    const entry = square + options.penalties[column]!;
    return entry > 0 ? 1 / entry : 0;
  });
  const chosen = Array.from({ length: matrix.columnCount }, (_, column) => column)
    .filter((column) => squares[column]! > 0 && options.nested?.isNested[column] !== 1)
    .sort((a, b) => squares[b]! - squares[a]! || a - b)
    .slice(0, options.blockSize ?? 60);
  const size = chosen.length;
  const factor = choleskyFactor(denseBlock(matrix, { ...options, chosen }), size);
  const part = new Float64Array(size);
  const solveTrees = options.nested === undefined ? null : solveNested(squares, { ...options, nested: options.nested });
  return (vector, out) => {
    for (let j = 0; j < inverse.length; j++) out[j] = inverse[j]! * vector[j]!;
    solveTrees?.(vector, out);
    for (let k = 0; k < size; k++) part[k] = vector[chosen[k]!]!;
    choleskySolve(factor, part);
    for (let k = 0; k < size; k++) out[chosen[k]!] = part[k]!;
  };
}

function denseBlock(
  matrix: SparseRows,
  options: { readonly weights: Float64Array; readonly penalties: Float64Array; readonly chosen: readonly number[] },
): Float64Array {
  const { chosen, weights } = options;
  const size = chosen.length;
  const position = new Int32Array(matrix.columnCount).fill(-1);
  chosen.forEach((column, k) => {
    position[column] = k;
  });
  const block = new Float64Array(size * size);
  const places = new Int32Array(512);
  for (let row = 0; row < matrix.rowCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    let found = 0;
    for (let k = matrix.start[row]!; k < matrix.start[row + 1]! && found < places.length; k++) {
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
  chosen.forEach((column, k) => {
    block[k * size + k] = block[k * size + k]! + options.penalties[column]!;
  });
  return block;
}
