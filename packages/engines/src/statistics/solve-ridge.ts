import type { SparseRows } from './sparse-rows.ts';
import { multiplyRows, multiplyTransposed, weightedSquares } from './sparse-rows.ts';

export interface RidgeProblem {
  readonly matrix: SparseRows;
  readonly response: Float64Array;
  /** Non-negative weight of each row; 0 leaves a row out. */
  readonly weights: Float64Array;
  /** Non-negative penalty of each column, added to the diagonal. */
  readonly penalties: Float64Array;
  /** Columns that are held at their value in `solution`: 1 is held, 0 is free. Default: all free. */
  readonly held?: Uint8Array;
  /** Relative residual at which the solver stops. Default 1e-6. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maximumIterations?: number;
}

/**
 * Minimises sum w (y - Xb)^2 + sum penalty b^2 by conjugate gradients with the diagonal as preconditioner, without ever
 * forming X'X. Starts from `solution`, improves it in place, and answers the iterations used.
 */
export function solveRidge(solution: Float64Array, problem: RidgeProblem): number {
  const { matrix, response, weights, penalties } = problem;
  const columnCount = matrix.columnCount;
  const tolerance = problem.tolerance ?? 1e-6;
  const maximumIterations = problem.maximumIterations ?? 200;
  const diagonal = weightedSquares(matrix, weights);
  for (let j = 0; j < columnCount; j++) {
    const entry = diagonal[j]! + penalties[j]!;
    // A column without data and penalty does not move.
    diagonal[j] = problem.held?.[j] === 1 || entry <= 0 ? 0 : 1 / entry;
  }

  const rowBuffer = new Float64Array(matrix.rowCount);
  const residual = new Float64Array(columnCount);
  multiplyTransposed(matrix, weightedProduct(weights, response, rowBuffer), residual);
  const reference = preconditionedNorm(residual, diagonal);
  if (reference === 0) {
    for (let j = 0; j < columnCount; j++) if (diagonal[j]! > 0) solution[j] = 0;
  }

  const image = new Float64Array(columnCount);
  applySystem(problem, solution, rowBuffer, image);
  for (let j = 0; j < columnCount; j++) residual[j] = diagonal[j] === 0 ? 0 : residual[j]! - image[j]!;

  const direction = new Float64Array(columnCount);
  for (let j = 0; j < columnCount; j++) direction[j] = diagonal[j]! * residual[j]!;
  let energy = dot(residual, direction);
  const target = tolerance * tolerance * Math.max(reference, energy);

  let iterations = 0;
  while (iterations < maximumIterations && energy > target && energy > 0) {
    applySystem(problem, direction, rowBuffer, image);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const step = energy / curvature;
    for (let j = 0; j < columnCount; j++) {
      solution[j] = solution[j]! + step * direction[j]!;
      residual[j] = diagonal[j] === 0 ? 0 : residual[j]! - step * image[j]!;
    }
    const next = preconditionedNorm(residual, diagonal);
    const momentum = next / energy;
    for (let j = 0; j < columnCount; j++) direction[j] = diagonal[j]! * residual[j]! + momentum * direction[j]!;
    energy = next;
    iterations++;
  }
  return iterations;
}

function applySystem(problem: RidgeProblem, vector: Float64Array, rowBuffer: Float64Array, out: Float64Array): void {
  multiplyRows(problem.matrix, vector, rowBuffer);
  multiplyTransposed(problem.matrix, weightedProduct(problem.weights, rowBuffer, rowBuffer), out);
  for (let j = 0; j < out.length; j++) out[j] = out[j]! + problem.penalties[j]! * vector[j]!;
}

function weightedProduct(weights: Float64Array, values: Float64Array, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = weights[i]! * values[i]!;
  return out;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < left.length; j++) sum += left[j]! * right[j]!;
  return sum;
}

function preconditionedNorm(vector: Float64Array, inverseDiagonal: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += inverseDiagonal[j]! * vector[j]! * vector[j]!;
  return sum;
}
