import type { RidgeSystem } from './solve-ridge.ts';
import { solveRidgeSystem } from './solve-ridge.ts';

/**
 * Standard errors of the coefficients of a ridge problem whose weights are precisions (1 / variance of a row) and whose
 * penalties are the precisions of the coefficients' own distribution: the roots of the diagonal of
 * (X'WX + diag(penalties))^-1, one solution each. Of a penalised coefficient it is the standard deviation of what is not
 * known of it (the prediction error of Henderson 1975), of a free one the standard error.
 */
export function ridgeStandardErrors(problem: RidgeSystem, columns: readonly number[]): Float64Array {
  const { matrix } = problem;
  return Float64Array.from(columns, (column) => {
    const right = new Float64Array(matrix.columnCount);
    right[column] = 1;
    const solution = new Float64Array(matrix.columnCount);
    solveRidgeSystem(solution, { tolerance: 1e-7, maximumIterations: 2_000, ...problem, right });
    return Math.sqrt(Math.max(0, solution[column]!));
  });
}
