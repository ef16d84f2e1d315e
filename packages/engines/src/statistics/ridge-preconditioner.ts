import { choleskyFactor, choleskySolve } from './cholesky.ts';
import type { NestedColumns } from './nested-columns.ts';
import { solveNested } from './nested-columns.ts';
import type { RidgeMatrix } from './ridge-matrix.ts';
import { asRidgeMatrix } from './ridge-matrix.ts';
import type { SparseRows } from './sparse-rows.ts';

/** Applies an approximate inverse of X'WX + diag(penalties): `out` = M^-1 `vector`. `out` is another array. */
export type Preconditioner = (vector: Float64Array, out: Float64Array) => void;

/**
 * Exact on the `blockSize` columns that carry the most weight, diagonal on all others. Few columns that nearly all rows
 * share (an intercept, curves, large groups) are what makes the plain diagonal slow. It stays useful where weights and
 * penalties change a little. A column without data and penalty comes out as 0.
 */
export function blockPreconditioner(
  design: RidgeMatrix | SparseRows,
  options: {
    readonly weights: Float64Array;
    readonly penalties: Float64Array;
    /** Default 60. */
    readonly blockSize?: number;
    readonly nested?: NestedColumns;
  },
): Preconditioner {
  const matrix = asRidgeMatrix(design);
  const squares = matrix.weightedSquares(options.weights);
  const inverse = squares.map((square, column) => {
    const entry = square + options.penalties[column]!;
    return entry > 0 ? 1 / entry : 0;
  });
  const chosen = Array.from({ length: matrix.columnCount }, (_, column) => column)
    .filter((column) => squares[column]! > 0 && options.nested?.isNested[column] !== 1)
    .sort((a, b) => squares[b]! - squares[a]! || a - b)
    .slice(0, options.blockSize ?? 60);
  const size = chosen.length;
  const block = matrix.denseBlock(chosen, options.weights);
  chosen.forEach((column, k) => {
    block[k * size + k] = block[k * size + k]! + options.penalties[column]!;
  });
  const factor = choleskyFactor(block, size);
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
