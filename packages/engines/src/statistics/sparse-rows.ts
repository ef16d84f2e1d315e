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
