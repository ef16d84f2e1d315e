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
  // Backwards row by row too: down a column every number would come from another line of the cache.
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    const value = vector[i]! / factor[row + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k] = vector[k]! - factor[row + k]! * value;
  }
}

/** The same for `count` right sides at once, in place: those of one row stand side by side. */
export function choleskySolveMany(
  factor: Float64Array,
  sides: Float64Array,
  { size, count }: { readonly size: number; readonly count: number },
): void {
  for (let i = 0; i < size; i++) {
    const own = i * count;
    for (let k = 0; k < i; k++) {
      const value = factor[i * size + k]!;
      if (value === 0) continue;
      const other = k * count;
      for (let side = 0; side < count; side++) sides[own + side] = sides[own + side]! - value * sides[other + side]!;
    }
    for (let side = 0; side < count; side++) sides[own + side] = sides[own + side]! / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const own = i * count;
    for (let side = 0; side < count; side++) sides[own + side] = sides[own + side]! / factor[i * size + i]!;
    for (let k = 0; k < i; k++) {
      const value = factor[i * size + k]!;
      if (value === 0) continue;
      const other = k * count;
      for (let side = 0; side < count; side++) sides[other + side] = sides[other + side]! - value * sides[own + side]!;
    }
  }
}
