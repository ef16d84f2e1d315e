/** Least squares by the normal equations and elimination: a handful of columns without collinearity. */
export function solveNormalEquations(rows: readonly Float64Array[], targets: readonly number[]): number[] {
  const size = rows[0]!.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  rows.forEach((row, at) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) matrix[i]![j] = matrix[i]![j]! + row[i]! * row[j]!;
      matrix[i]![size] = matrix[i]![size]! + row[i]! * targets[at]!;
    }
  });
  for (let pivot = 0; pivot < size; pivot++) {
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue;
      const factor = matrix[other]![pivot]! / matrix[pivot]![pivot]!;
      for (let j = pivot; j <= size; j++) matrix[other]![j] = matrix[other]![j]! - factor * matrix[pivot]![j]!;
    }
  }
  return matrix.map((row, at) => row[size]! / row[at]!);
}
