import { choleskyFactor, choleskySolve, choleskySolveMany } from './cholesky.ts';
import { StatisticalInputError } from './input-error.ts';
import { multiplyRows, type SparseRows } from './sparse-rows.ts';

export interface CrossFitting {
  readonly design: SparseRows;
  /** Ridge penalty of each column of the design. */
  readonly penalties: Float64Array;
  /** Weight of each row, 0 or more. */
  readonly weights: Float64Array;
  /** Fold of each row, from 0 on; the rows of one car belong to one fold. */
  readonly folds: Int32Array;
  readonly foldCount: number;
}

/**
 * What a ridge regression on the design leaves of each target, every row predicted by a fit that has not seen its fold:
 * the residuals that double machine learning regresses on each other (Chernozhukov et al., 2018, "Double/debiased machine
 * learning for treatment and structural parameters"). One array a target, in the order of the rows. The normal matrix of
 * each complement is the whole one less that of the fold, so that five folds cost little more than one.
 */
export function crossFittedResiduals(
  targets: readonly Float64Array[],
  { design, penalties, weights, folds, foldCount }: CrossFitting,
): readonly Float64Array[] {
  if (foldCount < 2) throw new StatisticalInputError(`Cross-fitting needs 2 folds or more, not ${foldCount}.`);
  const size = design.columnCount;
  const count = targets.length;
  // All targets of a row side by side, and all coefficients of a column: the loops below run along them.
  const byRow = new Float64Array(design.rowCount * count);
  targets.forEach((target, index) => {
    for (let row = 0; row < design.rowCount; row++) byRow[row * count + index] = target[row]!;
  });
  const sums = Array.from({ length: foldCount }, () => ({
    normal: new Float64Array(size * size),
    moments: new Float64Array(size * count),
  }));
  for (let row = 0; row < design.rowCount; row++) {
    const sum = sums[folds[row]!];
    if (sum === undefined) throw new StatisticalInputError(`Row ${row} is in fold ${folds[row]} of ${foldCount}.`);
    addRow(row, { design, weight: weights[row]!, byRow, count, ...sum });
  }
  for (let fold = 0; fold < foldCount; fold++) {
    const matrix = new Float64Array(size * size);
    for (let column = 0; column < size; column++) matrix[column * size + column] = penalties[column]!;
    const coefficients = new Float64Array(size * count);
    sums.forEach(({ normal, moments }, other) => {
      if (other === fold) return;
      for (let place = 0; place < matrix.length; place++) matrix[place] = matrix[place]! + normal[place]!;
      for (let place = 0; place < moments.length; place++) coefficients[place] = coefficients[place]! + moments[place]!;
    });
    choleskySolveMany(choleskyFactor(matrix, size), coefficients, { size, count });
    for (let row = 0; row < design.rowCount; row++) {
      if (folds[row] !== fold) continue;
      const from = row * count;
      for (let k = design.start[row]!; k < design.start[row + 1]!; k++) {
        const value = design.values[k]!;
        const place = design.columns[k]! * count;
        for (let index = 0; index < count; index++) {
          byRow[from + index] = byRow[from + index]! - value * coefficients[place + index]!;
        }
      }
    }
  }
  return targets.map((_, index) =>
    Float64Array.from({ length: design.rowCount }, (__, row) => byRow[row * count + index]!),
  );
}

/** What a ridge regression on the design leaves of a target when every row is seen. */
export function ridgeResiduals(
  target: Float64Array,
  { design, penalties, weights }: Pick<CrossFitting, 'design' | 'penalties' | 'weights'>,
): Float64Array {
  const size = design.columnCount;
  const normal = new Float64Array(size * size);
  const coefficients = new Float64Array(size);
  for (let row = 0; row < design.rowCount; row++) {
    addRow(row, { design, weight: weights[row]!, byRow: target, count: 1, normal, moments: coefficients });
  }
  for (let column = 0; column < size; column++) {
    const place = column * size + column;
    normal[place] = normal[place]! + penalties[column]!;
  }
  choleskySolve(choleskyFactor(normal, size), coefficients);
  const residuals = new Float64Array(design.rowCount);
  multiplyRows(design, coefficients, residuals);
  for (let row = 0; row < residuals.length; row++) residuals[row] = target[row]! - residuals[row]!;
  return residuals;
}

function addRow(
  row: number,
  sum: {
    readonly design: SparseRows;
    readonly weight: number;
    /** All targets of a row side by side. */
    readonly byRow: Float64Array;
    /** How many targets. */
    readonly count: number;
    readonly normal: Float64Array;
    readonly moments: Float64Array;
  },
): void {
  const { start, columns, values, columnCount } = sum.design;
  for (let k = start[row]!; k < start[row + 1]!; k++) {
    const column = columns[k]!;
    const scaled = sum.weight * values[k]!;
    // Each pair once: only the lower half is read. The columns of a row need not be in order, and none stands there twice.
    for (let l = start[row]!; l <= k; l++) {
      const other = columns[l]!;
      const place = column > other ? column * columnCount + other : other * columnCount + column;
      sum.normal[place] = sum.normal[place]! + scaled * values[l]!;
    }
    for (let index = 0; index < sum.count; index++) {
      const place = column * sum.count + index;
      sum.moments[place] = sum.moments[place]! + scaled * sum.byRow[row * sum.count + index]!;
    }
  }
}
