/**
 * The lower Cholesky factor of a symmetric positive definite matrix of `size` rows, kept row after row; only the lower
 * half is read. A pivot that rounding has made nearly 0 is raised, so that a matrix on the edge still gets a factor.
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      if (i === j) factor[i * size + i] = Math.sqrt(Math.max(sum, 1e-12 * Math.max(1, matrix[i * size + i]!)));
      else factor[i * size + j] = sum / factor[j * size + j]!;
    }
  }
  return factor;
}

/** Solves L L' x = b for a factor of `choleskyFactor`, in place. */
export function choleskySolve(factor: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * vector[k]!;
    vector[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * vector[k]!;
    vector[i] = sum / factor[i * size + i]!;
  }
}
