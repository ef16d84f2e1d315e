import { choleskyFactor, choleskySolve } from './cholesky.ts';
import type { SparseRows } from './sparse-rows.ts';
import { weightedSquares } from './sparse-rows.ts';

/** Applies an approximate inverse of X'WX + diag(penalties): `out` = M^-1 `vector`. Held columns come out as 0. */
export type Preconditioner = (vector: Float64Array, out: Float64Array) => void;

/**
 * Exact on the `blockSize` free columns that carry the most weight, diagonal on all others. Few columns that nearly all
 * rows share (an intercept, curves, large groups) are what makes the plain diagonal slow.
 */
export function blockPreconditioner(
  matrix: SparseRows,
  options: {
    readonly weights: Float64Array;
    readonly penalties: Float64Array;
    readonly held?: Uint8Array;
    readonly blockSize: number;
  },
): { readonly apply: Preconditioner; readonly free: Uint8Array } {
  const { columnCount } = matrix;
  const squares = weightedSquares(matrix, options.weights);
  const inverse = new Float64Array(columnCount);
  const free = new Uint8Array(columnCount);
  for (let j = 0; j < columnCount; j++) {
    const entry = squares[j]! + options.penalties[j]!;
    // A column without data and penalty does not move.
    if (options.held?.[j] === 1 || entry <= 0) continue;
    free[j] = 1;
    inverse[j] = 1 / entry;
  }
  const chosen = Array.from({ length: columnCount }, (_, j) => j)
    .filter((j) => free[j] === 1)
    .sort((a, b) => squares[b]! - squares[a]! || a - b)
    .slice(0, options.blockSize);
  const size = chosen.length;
  const factor = choleskyFactor(denseBlock(matrix, { ...options, chosen }), size);
  const part = new Float64Array(size);
  const apply: Preconditioner = (vector, out) => {
    for (let j = 0; j < columnCount; j++) out[j] = inverse[j]! * vector[j]!;
    for (let k = 0; k < size; k++) part[k] = vector[chosen[k]!]!;
    choleskySolve(factor, part);
    for (let k = 0; k < size; k++) out[chosen[k]!] = part[k]!;
  };
  return { apply, free };
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
