import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { createRandom } from './random.ts';
import { blockPreconditioner } from './ridge-preconditioner.ts';
import { ridgeEnergy, solveRidge } from './solve-ridge.ts';
import type { SparseRows } from './sparse-rows.ts';

/** Rows with an intercept, a dense covariate, and two nested groups. */
function nestedProblem(rowCount: number) {
  const random = createRandom(5);
  const columns: number[] = [];
  const values: number[] = [];
  const start = [0];
  for (let row = 0; row < rowCount; row++) {
    const child = random.integer(12);
    columns.push(0, 1, 2 + Math.floor(child / 4), 5 + child);
    values.push(1, random.normal(), 1, 1);
    start.push(columns.length);
  }
  const matrix: SparseRows = {
    rowCount,
    columnCount: 17,
    start: Int32Array.from(start),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
  const response = Float64Array.from({ length: rowCount }, () => 10 + random.normal());
  const weights = Float64Array.from({ length: rowCount }, () => (random.uniform() < 0.1 ? 0 : random.uniform()));
  const penalties = Float64Array.from({ length: 17 }, (_, j) => (j < 2 ? 0 : j < 5 ? 0.5 : 2));
  return { matrix, response, weights, penalties };
}

/** The same normal equations, formed densely and solved by Cholesky. */
function solveDensely(problem: ReturnType<typeof nestedProblem>): Float64Array {
  const { matrix, response, weights, penalties } = problem;
  const size = matrix.columnCount;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let row = 0; row < matrix.rowCount; row++) {
    for (let a = matrix.start[row]!; a < matrix.start[row + 1]!; a++) {
      const i = matrix.columns[a]!;
      right[i]! += weights[row]! * matrix.values[a]! * response[row]!;
      for (let b = matrix.start[row]!; b < matrix.start[row + 1]!; b++) {
        normal[i * size + matrix.columns[b]!]! += weights[row]! * matrix.values[a]! * matrix.values[b]!;
      }
    }
  }
  for (let j = 0; j < size; j++) normal[j * size + j]! += penalties[j]!;
  choleskySolve(choleskyFactor(normal, size), right);
  return right;
}

describe('solveRidge', () => {
  const problem = nestedProblem(400);

  it('needs one step where all columns but a block of two are one tree, and nothing else', () => {
    const random = createRandom(9);
    const { penalties } = problem;
    // Rows without the covariate: intercept, parent and child are exactly a tree. Some rows end at the parent.
    const columns: number[] = [];
    const start = [0];
    for (let row = 0; row < 300; row++) {
      const child = random.integer(12);
      columns.push(0, 2 + Math.floor(child / 4), ...(random.uniform() < 0.2 ? [] : [5 + child]));
      start.push(columns.length);
    }
    const matrix: SparseRows = {
      rowCount: 300,
      columnCount: 17,
      start: Int32Array.from(start),
      columns: Int32Array.from(columns),
      values: new Float64Array(columns.length).fill(1),
    };
    const tree = {
      matrix,
      penalties,
      response: Float64Array.from({ length: 300 }, () => random.normal()),
      weights: Float64Array.from({ length: 300 }, () => random.uniform()),
    };
    const nested = {
      parents: Int32Array.from({ length: 17 }, (_, j) => (j < 2 ? -1 : j < 5 ? 0 : 2 + Math.floor((j - 5) / 4))),
      isNested: Uint8Array.from({ length: 17 }, (_, j) => (j === 1 ? 0 : 1)),
    };
    const solution = new Float64Array(17);
    const preconditioner = blockPreconditioner(matrix, { ...tree, nested });
    const steps = solveRidge(solution, { ...tree, preconditioner, tolerance: 1e-9 });
    expect(steps).toBeLessThanOrEqual(2);
    const dense = solveDensely({ ...tree, penalties: penalties.map((value, j) => (j === 1 ? 1 : value)) });
    for (let j = 0; j < 17; j++) expect(solution[j]).toBeCloseTo(dense[j]!, 8);
  });

  it('equals the dense solution with any preconditioner', () => {
    const expected = solveDensely(problem);
    for (const blockSize of [0, 3, 17]) {
      const solution = new Float64Array(17);
      const preconditioner = blockPreconditioner(problem.matrix, { ...problem, blockSize });
      const iterations = solveRidge(solution, { ...problem, preconditioner, tolerance: 1e-10 });
      solution.forEach((value, j) => expect(value).toBeCloseTo(expected[j]!, 7));
      if (blockSize === 17) expect(iterations).toBeLessThanOrEqual(3);
    }
  });

  it('stops at a share of an energy that is given, which measures what is missing', () => {
    const expected = solveDensely(problem);
    const start = expected.map((value, j) => value + (j % 3) / 10);
    const preconditioner = blockPreconditioner(problem.matrix, { ...problem, blockSize: 17 });
    const energy = ridgeEnergy(start, { ...problem, preconditioner });
    // With an exact preconditioner it is the squared distance to the solution in the metric of the problem.
    let missing = 0;
    for (let row = 0; row < problem.matrix.rowCount; row++) {
      let product = 0;
      for (let k = problem.matrix.start[row]!; k < problem.matrix.start[row + 1]!; k++) {
        const column = problem.matrix.columns[k]!;
        product += problem.matrix.values[k]! * (start[column]! - expected[column]!);
      }
      missing += problem.weights[row]! * product * product;
    }
    start.forEach((value, j) => {
      missing += problem.penalties[j]! * (value - expected[j]!) ** 2;
    });
    expect(energy).toBeCloseTo(missing, 8);
    const diagonal = blockPreconditioner(problem.matrix, { ...problem, blockSize: 0 });
    const reference = ridgeEnergy(start, { ...problem, preconditioner: diagonal });
    const iterations = solveRidge(start, {
      ...problem,
      preconditioner: diagonal,
      referenceEnergy: reference,
      tolerance: 0.1,
    });
    expect(iterations).toBeGreaterThan(0);
    expect(ridgeEnergy(start, { ...problem, preconditioner: diagonal })).toBeLessThanOrEqual(0.01 * reference * 1.0001);
  });

  it('leaves held columns where they are and solves the rest around them', () => {
    const held = new Uint8Array(17);
    held[1] = 1;
    const solution = new Float64Array(17);
    solution[1] = 3;
    solveRidge(solution, { ...problem, held, tolerance: 1e-10 });
    expect(solution[1]).toBe(3);
    const shifted = problem.response.map(
      (value, row) => value - 3 * problem.matrix.values[problem.matrix.start[row]! + 1]!,
    );
    const without = new Float64Array(17);
    solveRidge(without, { ...problem, response: shifted, held, tolerance: 1e-10 });
    solution.forEach((value, j) => expect(value - (j === 1 ? 3 : 0)).toBeCloseTo(without[j]!, 6));
  });

  it('leaves a column without data and penalty at 0', () => {
    const penalties = problem.penalties.map((penalty, j) => (j === 16 ? 0 : penalty));
    const weights = problem.weights.map((weight, row) =>
      problem.matrix.columns[problem.matrix.start[row]! + 3] === 16 ? 0 : weight,
    );
    const solution = new Float64Array(17);
    solveRidge(solution, { ...problem, penalties, weights });
    expect(solution[16]).toBe(0);
    expect([...solution].every(Number.isFinite)).toBe(true);
  });
});
