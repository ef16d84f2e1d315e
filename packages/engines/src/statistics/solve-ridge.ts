import type { Preconditioner } from './ridge-preconditioner.ts';
import { blockPreconditioner } from './ridge-preconditioner.ts';
import type { RidgeMatrix } from './ridge-matrix.ts';
import { asRidgeMatrix } from './ridge-matrix.ts';
import type { SparseRows } from './sparse-rows.ts';

export interface RidgeSystem {
  readonly matrix: RidgeMatrix | SparseRows;
  /** Non-negative weight of each row; 0 leaves a row out. */
  readonly weights: Float64Array;
  /** Non-negative penalty of each column, added to the diagonal. */
  readonly penalties: Float64Array;
  /** Columns that are held at their value in `solution`: 1 is held, 0 is free. Default: all free. */
  readonly held?: Uint8Array;
  /** Size of the residual, relative to the reference, at which the solver stops. Default 1e-6. */
  readonly tolerance?: number;
  /** The reference, as `ridgeEnergy` gives it. Default: that of the zero solution. */
  readonly referenceEnergy?: number;
  /** Default 200. */
  readonly maximumIterations?: number;
  /** Default: one made for this very problem. */
  readonly preconditioner?: Preconditioner;
}

export interface RidgeProblem extends RidgeSystem {
  readonly response: Float64Array;
}

/**
 * Minimises sum w (y - Xb)^2 + sum penalty b^2 by preconditioned conjugate gradients, without ever forming X'X. Starts
 * from `solution`, improves it in place, and answers the iterations used.
 */
export function solveRidge(solution: Float64Array, problem: RidgeProblem): number {
  return solveRidgeSystem(solution, { ...problem, right: ridgeRightSide(problem) });
}

/**
 * How far a solution is from solving the problem: r' M^-1 r of its residual r, where M^-1 is the preconditioner. About
 * the sum of what is still missing in the fitted values, squared and weighted.
 */
export function ridgeEnergy(
  solution: Float64Array,
  problem: RidgeProblem & { readonly preconditioner: Preconditioner },
): number {
  const { weights, penalties } = problem;
  const matrix = asRidgeMatrix(problem.matrix);
  const residual = ridgeRightSide(problem);
  const image = new Float64Array(matrix.columnCount);
  matrix.multiplyNormal(solution, { weights, out: image });
  for (let j = 0; j < residual.length; j++) {
    residual[j] = problem.held?.[j] === 1 ? 0 : residual[j]! - image[j]! - penalties[j]! * solution[j]!;
  }
  problem.preconditioner(residual, image);
  let energy = 0;
  for (let j = 0; j < residual.length; j++) if (problem.held?.[j] !== 1) energy += residual[j]! * image[j]!;
  return energy;
}

/** X' W y, the right-hand side of the problem's normal equations. */
export function ridgeRightSide({
  matrix,
  response,
  weights,
}: Pick<RidgeProblem, 'matrix' | 'response' | 'weights'>): Float64Array {
  const right = new Float64Array(matrix.columnCount);
  asRidgeMatrix(matrix).multiplyTransposed(
    response.map((value, row) => weights[row]! * value),
    right,
  );
  return right;
}

/** The same for a right-hand side that is given: (X'WX + diag(penalties)) b = right. */
export function solveRidgeSystem(
  solution: Float64Array,
  problem: RidgeSystem & { readonly right: Float64Array },
): number {
  const { weights, penalties } = problem;
  const matrix = asRidgeMatrix(problem.matrix);
  const columnCount = matrix.columnCount;
  const tolerance = problem.tolerance ?? 1e-6;
  const maximumIterations = problem.maximumIterations ?? 200;
  const precondition = problem.preconditioner ?? blockPreconditioner(matrix, { weights, penalties });
  const isHeld = (column: number): boolean => problem.held?.[column] === 1;
  const apply = (vector: Float64Array, out: Float64Array): void => {
    precondition(vector, out);
    for (let j = 0; j < columnCount; j++) if (isHeld(j)) out[j] = 0;
  };
  const multiplySystem = (vector: Float64Array, out: Float64Array): void => {
    matrix.multiplyNormal(vector, { weights, out });
    for (let j = 0; j < columnCount; j++) out[j] = out[j]! + penalties[j]! * vector[j]!;
  };

  const residual = Float64Array.from(problem.right);
  for (let j = 0; j < columnCount; j++) if (isHeld(j)) residual[j] = 0;
  const improved = new Float64Array(columnCount);
  let reference = problem.referenceEnergy;
  if (reference === undefined) {
    apply(residual, improved);
    reference = dot(residual, improved);
  }

  const image = new Float64Array(columnCount);
  multiplySystem(solution, image);
  for (let j = 0; j < columnCount; j++) residual[j] = isHeld(j) ? 0 : residual[j]! - image[j]!;
  apply(residual, improved);
  const direction = Float64Array.from(improved);
  let energy = dot(residual, improved);
  const target = tolerance * tolerance * reference;

  let iterations = 0;
  while (iterations < maximumIterations && energy > target && energy > 0) {
    multiplySystem(direction, image);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const step = energy / curvature;
    for (let j = 0; j < columnCount; j++) {
      solution[j] = solution[j]! + step * direction[j]!;
      residual[j] = isHeld(j) ? 0 : residual[j]! - step * image[j]!;
    }
    apply(residual, improved);
    const next = dot(residual, improved);
    const momentum = next / energy;
    for (let j = 0; j < columnCount; j++) direction[j] = improved[j]! + momentum * direction[j]!;
    energy = next;
    iterations++;
  }
  return iterations;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < left.length; j++) sum += left[j]! * right[j]!;
  return sum;
}
