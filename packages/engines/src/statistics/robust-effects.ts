import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { median } from './quantile.ts';
import { ROBUST_DEGREES_OF_FREEDOM, robustWeight } from './robust-weight.ts';

const ROUNDS = 12;

/** Coefficients of a robust regression without an intercept. */
export interface RobustEffects {
  readonly effects: Float64Array;
  /** Row after row, one row and column a coefficient: the sandwich estimate, true where spreads differ between rows. */
  readonly covariance: Float64Array;
  /** Of the errors, as the scale of a Student t with 4 degrees of freedom. */
  readonly scale: number;
  readonly residuals: Float64Array;
}

/**
 * Regresses `target` on `regressors` with Student t errors (Lange, Little and Taylor, 1989), so that a price with a digit
 * too many does not decide. Standard errors by Huber's sandwich with the correction n / (n - k). A regressor without any
 * spread gets the effect 0 and an enormous variance.
 */
export function fitRobustEffects(target: Float64Array, regressors: readonly Float64Array[]): RobustEffects {
  const size = regressors.length;
  const rowCount = target.length;
  let effects = new Float64Array(size);
  let residuals = target;
  let scale = Math.max(1e-9, median(target.map(Math.abs)) / 0.7407);
  for (let round = 0; round < ROUNDS; round++) {
    const weights = residuals.map((residual) => robustWeight(residual, { scale }));
    const normal = crossProducts(regressors, weights);
    effects = moments(regressors, { target, weights });
    choleskySolve(choleskyFactor(normal, size), effects);
    residuals = subtract(target, { regressors, effects });
    let squares = 0;
    for (let row = 0; row < rowCount; row++) squares += weights[row]! * residuals[row]! * residuals[row]!;
    scale = Math.max(1e-9, Math.sqrt(squares / Math.max(1, rowCount - size)));
  }
  return { effects, covariance: sandwich(regressors, { residuals, scale }), scale, residuals };
}

function sandwich(
  regressors: readonly Float64Array[],
  { residuals, scale }: { readonly residuals: Float64Array; readonly scale: number },
): Float64Array {
  const size = regressors.length;
  const freedom = ROBUST_DEGREES_OF_FREEDOM;
  const slopes = residuals.map((residual) => {
    const square = (residual / scale) ** 2;
    return ((freedom + 1) * (freedom - square)) / (freedom + square) ** 2;
  });
  const scores = residuals.map((residual) => (robustWeight(residual, { scale }) * residual) ** 2);
  const bread = crossProducts(regressors, slopes);
  const filling = crossProducts(regressors, scores);
  const factor = choleskyFactor(bread, size);
  const half = solveColumns(factor, { matrix: filling, size });
  const whole = solveColumns(factor, { matrix: transpose(half, size), size });
  const correction = residuals.length / Math.max(1, residuals.length - size);
  return whole.map((value) => value * correction);
}

function solveColumns(
  factor: Float64Array,
  { matrix, size }: { readonly matrix: Float64Array; readonly size: number },
): Float64Array {
  const solved = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) column[i] = matrix[i * size + j]!;
    choleskySolve(factor, column);
    for (let i = 0; i < size; i++) solved[i * size + j] = column[i]!;
  }
  return solved;
}

function transpose(matrix: Float64Array, size: number): Float64Array {
  const turned = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) turned[j * size + i] = matrix[i * size + j]!;
  return turned;
}

/** The weighted products of every two regressors, both halves. */
function crossProducts(regressors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const size = regressors.length;
  const rowCount = weights.length;
  const products = new Float64Array(size * size);
  const weighted = [new Float64Array(rowCount), new Float64Array(rowCount)] as const;
  // Two by four at a time: the processor adds to eight sums at once where it would wait for one.
  for (let i = 0; i < size; i += 2) {
    const next = Math.min(i + 1, size - 1);
    const [upper, lower] = weighted;
    for (let row = 0; row < rowCount; row++) {
      upper[row] = weights[row]! * regressors[i]![row]!;
      lower[row] = weights[row]! * regressors[next]![row]!;
    }
    for (let j = 0; j <= next; j += 4) {
      const columns = [j, Math.min(j + 1, next), Math.min(j + 2, next), Math.min(j + 3, next)] as const;
      const first = regressors[columns[0]]!;
      const second = regressors[columns[1]]!;
      const third = regressors[columns[2]]!;
      const fourth = regressors[columns[3]]!;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      for (let row = 0; row < rowCount; row++) {
        const above = upper[row]!;
        const below = lower[row]!;
        const p = first[row]!;
        const q = second[row]!;
        const r = third[row]!;
        const s = fourth[row]!;
        a += above * p;
        b += above * q;
        c += above * r;
        d += above * s;
        e += below * p;
        f += below * q;
        g += below * r;
        h += below * s;
      }
      [a, b, c, d].forEach((sum, at) => put(i, columns[at]!, sum));
      [e, f, g, h].forEach((sum, at) => put(next, columns[at]!, sum));
    }
  }
  return products;

  function put(row: number, column: number, sum: number): void {
    products[row * size + column] = sum;
    products[column * size + row] = sum;
  }
}

function moments(
  regressors: readonly Float64Array[],
  { target, weights }: { readonly target: Float64Array; readonly weights: Float64Array },
): Float64Array<ArrayBuffer> {
  return Float64Array.from(regressors, (regressor) => {
    let sum = 0;
    for (let row = 0; row < weights.length; row++) sum += weights[row]! * regressor[row]! * target[row]!;
    return sum;
  });
}

function subtract(
  target: Float64Array,
  { regressors, effects }: { readonly regressors: readonly Float64Array[]; readonly effects: Float64Array },
): Float64Array<ArrayBuffer> {
  const left = Float64Array.from(target);
  regressors.forEach((regressor, index) => {
    const effect = effects[index]!;
    for (let row = 0; row < left.length; row++) left[row] = left[row]! - effect * regressor[row]!;
  });
  return left;
}
