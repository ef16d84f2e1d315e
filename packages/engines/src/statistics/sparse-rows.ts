/** A sparse matrix kept row after row (compressed rows): the entries of row i are start[i] to start[i + 1]. */
export interface SparseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly start: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** `matrix * vector`, one number a row, written into `out`. */
export function multiplyRows(matrix: SparseRows, vector: Float64Array, out: Float64Array): void {
  const { start, columns, values } = matrix;
  for (let row = 0; row < matrix.rowCount; row++) {
    let sum = 0;
    for (let k = start[row]!; k < start[row + 1]!; k++) sum += values[k]! * vector[columns[k]!]!;
    out[row] = sum;
  }
}

/** `matrix' * vector`, one number a column, written into `out`. */
export function multiplyTransposed(matrix: SparseRows, vector: Float64Array, out: Float64Array): void {
  const { start, columns, values } = matrix;
  out.fill(0);
  for (let row = 0; row < matrix.rowCount; row++) {
    const scale = vector[row]!;
    if (scale === 0) continue;
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const column = columns[k]!;
      out[column] = out[column]! + values[k]! * scale;
    }
  }
}

/** The diagonal of `matrix' * diag(weights) * matrix`. */
export function weightedSquares(matrix: SparseRows, weights: Float64Array): Float64Array {
  const squares = new Float64Array(matrix.columnCount);
  const { start, columns, values } = matrix;
  for (let row = 0; row < matrix.rowCount; row++) {
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const column = columns[k]!;
      squares[column] = squares[column]! + weights[row]! * values[k]! * values[k]!;
    }
  }
  return squares;
}

/**
 * `matrix' * diag(weights) * matrix * vector` in one pass over the rows, which reads each of them while it is still in
 * the cache. Rows of weight 0 are skipped.
 */
export function multiplyNormal(
  matrix: SparseRows,
  vector: Float64Array,
  options: { readonly weights: Float64Array; readonly out: Float64Array },
): void {
  const { start, columns, values, rowCount } = matrix;
  const { weights, out } = options;
  out.fill(0);
  let from = 0;
  for (let row = 0; row < rowCount; row++) {
    const to = start[row + 1]!;
    const weight = weights[row]!;
    if (weight !== 0) {
      let sum = 0;
      for (let k = from; k < to; k++) sum += values[k]! * vector[columns[k]!]!;
      sum *= weight;
      for (let k = from; k < to; k++) {
        const column = columns[k]!;
        out[column] = out[column]! + values[k]! * sum;
      }
    }
    from = to;
  }
}
