import { eliminateTree } from './eliminate-tree.ts';
import type { NestedColumns } from './nested-columns.ts';
import { solveNested } from './nested-columns.ts';
import type { RidgeBlocks, RidgeMatrix } from './ridge-matrix.ts';
import { asRidgeMatrix, positionsOf } from './ridge-matrix.ts';
import type { SparseRows } from './sparse-rows.ts';

/** Applies an approximate inverse of X'WX + diag(penalties): `out` = M^-1 `vector`. `out` is another array. */
export type Preconditioner = (vector: Float64Array, out: Float64Array) => void;

/** What a preconditioner needs to know of the rows of a design. */
export interface RidgeSums extends RidgeBlocks {
  /** The columns of the block. */
  readonly chosen: readonly number[];
  /** The columns of the main tree. */
  readonly tree: Int32Array;
  /** The diagonal of X'WX. */
  readonly squares: Float64Array;
}

interface SumOptions {
  /** Weight of each row; 0 leaves a row out. */
  readonly weights: Float64Array;
  /** Columns outside the main tree that carry the most weight and are solved together with it. Default 100. */
  readonly blockSize?: number;
  readonly nested?: NestedColumns;
}

/** A difference of sums this small, in units of the larger, is rounding. */
const ROUNDING = 1e-9;

/**
 * Exact on the main tree of the nested columns together with the `blockSize` other columns that carry the most weight, exact
 * on each of the further trees alone, diagonal on all other columns. Few columns that nearly all rows share (an intercept,
 * curves, large groups) and columns that are nearly the same are what makes the plain diagonal slow. It stays useful where
 * weights and penalties change a little. A column without data and penalty comes out as 0.
 */
export function blockPreconditioner(
  design: RidgeMatrix | SparseRows,
  options: SumOptions & { readonly penalties: Float64Array },
): Preconditioner {
  return preconditionerOf(gatherSums(design, options), options);
}

/** Reads the rows for a preconditioner. */
export function gatherSums(
  design: RidgeMatrix | SparseRows,
  { weights, blockSize = 100, nested }: SumOptions,
): RidgeSums {
  const matrix = asRidgeMatrix(design);
  const squares = matrix.weightedSquares(weights);
  const free = squares.map((square, column) => (square > 0 && nested?.isMain?.[column] !== 1 ? square : 0));
  const chosen = heaviest(free, blockSize);
  const tree = columnsWhere(nested?.isMain ?? new Uint8Array(0));
  return { chosen, tree, squares, ...matrix.blocks(chosen, { tree, weights }) };
}

/** Positions of the `count` largest positive values, the largest first, earlier ones first among equals. */
function heaviest(values: Float64Array, count: number): readonly number[] {
  const least = Float64Array.from(values).sort().at(-count) ?? 0;
  const found: number[] = [];
  for (let j = 0; j < values.length; j++) if (values[j]! >= least && values[j]! > 0) found.push(j);
  return found.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
}

function columnsWhere(flags: Uint8Array): Int32Array {
  const found: number[] = [];
  for (let j = 0; j < flags.length; j++) if (flags[j] === 1) found.push(j);
  return Int32Array.from(found);
}

/** The sums without some of their rows: `weights` are those of the rows that go, 0 for the others. */
export function lessRows(
  sums: RidgeSums,
  { design, weights }: { readonly design: RidgeMatrix | SparseRows; readonly weights: Float64Array },
): RidgeSums {
  const matrix = asRidgeMatrix(design);
  const { chosen, tree } = sums;
  const gone = matrix.blocks(chosen, { tree, weights });
  return {
    chosen,
    tree,
    squares: difference(sums.squares, matrix.weightedSquares(weights)),
    block: difference(sums.block, gone.block),
    cross: difference(sums.cross, gone.cross),
    endingWeights: difference(sums.endingWeights, gone.endingWeights),
  };
}

function difference(whole: Float64Array, part: Float64Array): Float64Array {
  const left = new Float64Array(whole.length);
  for (let place = 0; place < left.length; place++) {
    const value = whole[place]! - part[place]!;
    left[place] = Math.abs(value) < ROUNDING * Math.abs(part[place]!) ? 0 : value;
  }
  return left;
}

/** The preconditioner of rows that have been read. Its trees must be those with which they were. */
export function preconditionerOf(
  sums: RidgeSums,
  { penalties, nested }: { readonly penalties: Float64Array; readonly nested?: NestedColumns },
): Preconditioner {
  const { chosen, tree, squares } = sums;
  const columnCount = squares.length;
  const inverse = squares.map((square, column) => {
    const entry = square + penalties[column]!;
    return entry > 0 ? 1 / entry : 0;
  });
  const block = Float64Array.from(sums.block);
  chosen.forEach((column, k) => {
    const diagonal = k * chosen.length + k;
    block[diagonal] = block[diagonal]! + penalties[column]!;
  });
  const treePositions = positionsOf(tree, columnCount);
  const solveMain = eliminateTree({
    columns: tree,
    parents: tree.map((column) => {
      const parent = nested?.parents[column] ?? -1;
      return parent < 0 ? -1 : treePositions[parent]!;
    }),
    weights: sums.endingWeights,
    penalties: Float64Array.from(tree, (column) => penalties[column]!),
    blockColumns: chosen,
    block,
    cross: Float64Array.from(sums.cross),
  });
  const solveOthers =
    nested === undefined ? null : solveNested(squares, { penalties, nested: withoutColumns(nested, [tree, chosen]) });
  return (vector, out) => {
    for (let j = 0; j < columnCount; j++) out[j] = inverse[j]! * vector[j]!;
    solveOthers?.(vector, out);
    solveMain(vector, out);
  };
}

/** The trees that are left without some columns, whose children become roots. */
function withoutColumns(
  { parents, isNested }: NestedColumns,
  columns: readonly (readonly number[] | Int32Array)[],
): NestedColumns {
  const kept = Uint8Array.from(isNested);
  for (const list of columns) for (const column of list) kept[column] = 0;
  return { isNested: kept, parents: parents.map((parent) => (parent >= 0 && kept[parent] === 1 ? parent : -1)) };
}
