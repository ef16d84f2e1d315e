/** Least squares of a handful of columns. */
export interface SmallRegression {
  readonly coefficients: Float64Array;
  /** Inverse of X'X, row by row: times the residual variance it is the covariance of the coefficients. */
  readonly inverse: readonly Float64Array[];
  readonly residualSquares: number;
  readonly degreesOfFreedom: number;
}

/** Fits by the normal equations with pivoting; undefined where the columns are collinear or the rows too few. */
export function regressSmall(
  rows: readonly (readonly number[])[],
  targets: ArrayLike<number>,
): SmallRegression | undefined {
  const size = rows[0]?.length ?? 0;
  if (rows.length <= size) return undefined;
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: 2 * size + 1 }, (__, j) => (j === size + 1 + i ? 1 : 0)),
  );
  rows.forEach((row, at) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) matrix[i]![j] = matrix[i]![j]! + row[i]! * row[j]!;
      matrix[i]![size] = matrix[i]![size]! + row[i]! * targets[at]!;
    }
  });
  for (let pivot = 0; pivot < size; pivot++) {
    let largest = pivot;
    for (let i = pivot + 1; i < size; i++) {
      if (Math.abs(matrix[i]![pivot]!) > Math.abs(matrix[largest]![pivot]!)) largest = i;
    }
    [matrix[pivot], matrix[largest]] = [matrix[largest]!, matrix[pivot]!];
    const divisor = matrix[pivot]![pivot]!;
    if (!(Math.abs(divisor) > 1e-12)) return undefined;
    matrix[pivot] = matrix[pivot]!.map((value) => value / divisor);
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const factor = matrix[i]![pivot]!;
      matrix[i] = matrix[i]!.map((value, j) => value - factor * matrix[pivot]![j]!);
    }
  }
  const coefficients = Float64Array.from(matrix, (row) => row[size]!);
  let residualSquares = 0;
  rows.forEach((row, at) => {
    const fitted = row.reduce((sum, value, i) => sum + value * coefficients[i]!, 0);
    residualSquares += (targets[at]! - fitted) ** 2;
  });
  return {
    coefficients,
    inverse: matrix.map((row) => row.slice(size + 1)),
    residualSquares,
    degreesOfFreedom: rows.length - size,
  };
}
