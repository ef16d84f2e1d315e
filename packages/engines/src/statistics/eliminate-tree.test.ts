import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { eliminateTree } from './eliminate-tree.ts';
import { createRandom } from './random.ts';
import { blockPreconditioner, gatherSums, lessRows } from './ridge-preconditioner.ts';
import { ridgeMatrix } from './ridge-matrix.ts';

const BLOCK = 4;
const NODES = 40;
const SIZE = BLOCK + NODES;

/** Rows that end somewhere in a tree of 40 columns and have some of 4 further columns. */
function drawRows(options: { readonly seed: number; readonly rowCount: number; readonly penalty: number }) {
  const random = createRandom(options.seed);
  const parents = Int32Array.from({ length: NODES }, (_, m) => (m === 0 ? -1 : random.integer(m)));
  const start = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < options.rowCount; row++) {
    for (let k = 0; k < BLOCK; k++) {
      if (random.uniform() < 0.4) continue;
      columns.push(k);
      values.push(random.normal());
    }
    const path: number[] = [];
    for (let m = random.integer(NODES); m >= 0; m = parents[m]!) path.push(BLOCK + m);
    columns.push(...path.reverse());
    values.push(...path.map(() => 1));
    start.push(columns.length);
  }
  const rows = {
    rowCount: options.rowCount,
    columnCount: SIZE,
    start: Int32Array.from(start),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
  return {
    matrix: ridgeMatrix(rows),
    weights: Float64Array.from({ length: options.rowCount }, () => random.uniform()),
    penalties: Float64Array.from({ length: SIZE }, (_, j) => (j === BLOCK ? 0 : options.penalty)),
    nested: {
      parents: Int32Array.from({ length: SIZE }, (_, j) => (j <= BLOCK ? -1 : BLOCK + parents[j - BLOCK]!)),
      isNested: Uint8Array.from({ length: SIZE }, (_, j) => (j < BLOCK ? 0 : 1)),
      isMain: Uint8Array.from({ length: SIZE }, (_, j) => (j < BLOCK ? 0 : 1)),
    },
    right: Float64Array.from({ length: SIZE }, () => random.normal()),
  };
}

/** X'WX + diag(penalties), column after column. */
function denseSystem({ matrix, weights, penalties }: ReturnType<typeof drawRows>): Float64Array {
  const dense = new Float64Array(SIZE * SIZE);
  for (let j = 0; j < SIZE; j++) {
    const unit = new Float64Array(SIZE);
    unit[j] = 1;
    const image = new Float64Array(SIZE);
    matrix.multiplyNormal(unit, { weights, out: image });
    image[j] = image[j]! + penalties[j]!;
    dense.set(image, j * SIZE);
  }
  return dense;
}

describe('a tree and a block of further columns', () => {
  it('are solved together as by a dense factorisation', () => {
    const problem = drawRows({ seed: 3, rowCount: 900, penalty: 2 });
    const solved = new Float64Array(SIZE);
    blockPreconditioner(problem.matrix, problem)(problem.right, solved);
    const expected = Float64Array.from(problem.right);
    choleskySolve(choleskyFactor(denseSystem(problem), SIZE), expected);
    solved.forEach((value, j) => expect(value).toBeCloseTo(expected[j]!, 9));
  });

  it('are a positive definite system also where rows hardly hold some nodes', () => {
    const problem = drawRows({ seed: 4, rowCount: 60, penalty: 50 });
    const apply = blockPreconditioner(problem.matrix, problem);
    const inverse = new Float64Array(SIZE * SIZE);
    for (let j = 0; j < SIZE; j++) {
      const unit = new Float64Array(SIZE);
      unit[j] = 1;
      const image = new Float64Array(SIZE);
      apply(unit, image);
      inverse.set(image, j * SIZE);
    }
    for (let i = 0; i < SIZE; i++) {
      for (let j = 0; j < i; j++) expect(inverse[i * SIZE + j]).toBeCloseTo(inverse[j * SIZE + i]!, 12);
    }
    const factor = choleskyFactor(inverse, SIZE);
    // choleskyFactor raises a pivot that is not positive to a millionth; here none was.
    for (let j = 0; j < SIZE; j++) expect(factor[j * SIZE + j]!).toBeGreaterThan(1e-4);
    // Nearly the inverse of the system: no direction is off by much.
    const dense = denseSystem(problem);
    for (let probe = 0; probe < 20; probe++) {
      const random = createRandom(100 + probe);
      const vector = Float64Array.from({ length: SIZE }, () => random.normal());
      const image = Float64Array.from({ length: SIZE }, (_, i) =>
        vector.reduce((sum, value, j) => sum + dense[i * SIZE + j]! * value, 0),
      );
      const back = new Float64Array(SIZE);
      apply(image, back);
      const length = Math.hypot(...vector);
      expect(Math.hypot(...back.map((value, j) => value - vector[j]!)) / length).toBeLessThan(0.4);
    }
  });

  it('gives 0 to a node without rows and penalty', () => {
    const out = new Float64Array(2);
    eliminateTree({
      columns: Int32Array.of(0, 1),
      parents: Int32Array.of(-1, 0),
      weights: new Float64Array(2),
      penalties: new Float64Array(2),
      blockColumns: [],
      block: new Float64Array(0),
      cross: new Float64Array(0),
    })(Float64Array.of(1, 1), out);
    expect([...out]).toEqual([0, 0]);
  });
});

describe('sums less some of their rows', () => {
  it('are those of the other rows', () => {
    const problem = drawRows({ seed: 5, rowCount: 200, penalty: 2 });
    const isGone = problem.weights.map((_, row) => (row % 3 === 0 ? 1 : 0));
    const pick = (wanted: number) => problem.weights.map((weight, row) => (isGone[row] === wanted ? weight : 0));
    const whole = gatherSums(problem.matrix, problem);
    const left = lessRows(whole, { design: problem.matrix, weights: pick(1) });
    const expected = gatherSums(problem.matrix, { ...problem, weights: pick(0) });
    const { block, cross, endingWeights } = problem.matrix.blocks(whole.chosen, { tree: whole.tree, weights: pick(0) });
    left.block.forEach((value, place) => expect(value).toBeCloseTo(block[place]!, 9));
    left.cross.forEach((value, place) => expect(value).toBeCloseTo(cross[place]!, 9));
    left.endingWeights.forEach((value, node) => expect(value).toBeCloseTo(endingWeights[node]!, 9));
    left.squares.forEach((value, j) => expect(value).toBeCloseTo(expected.squares[j]!, 9));
  });

  it('are exactly 0 where no row is left', () => {
    const problem = drawRows({ seed: 6, rowCount: 200, penalty: 2 });
    const whole = gatherSums(problem.matrix, problem);
    const left = lessRows(whole, { design: problem.matrix, weights: problem.weights });
    for (const values of [left.squares, left.block, left.cross, left.endingWeights]) {
      expect(values.every((value) => value === 0)).toBe(true);
    }
  });
});
