import { choleskyFactor, choleskySolve } from '../../statistics/cholesky.ts';

/** The same car sold twice: periods from 0 and log prices, adjusted for what age and miles took off between. */
export interface RepeatSale {
  readonly firstPeriod: number;
  readonly secondPeriod: number;
  readonly logChange: number;
}

const ROUNDS = 3;
const DEGREES_OF_FREEDOM = 4;

/**
 * The index of repeat sales (Bailey, Muth and Nourse 1963): log levels of each period, 0 in the first, by least squares
 * of the changes with the robust weights of Student t errors. Periods that no pair tells of are drawn to a line between
 * their neighbours by a weak walk. Pairs within one period tell nothing and are left out; all 0 without a pair.
 */
export function repeatSaleIndex(
  sales: readonly RepeatSale[],
  options: {
    readonly periodCount: number;
    /** Standard deviation of a step in units of that of a pair's change. Default 0.2. */
    readonly stepRatio?: number;
  },
): Float64Array {
  const size = options.periodCount - 1;
  const pairs = sales.filter(({ firstPeriod, secondPeriod }) => secondPeriod > firstPeriod);
  let levels = new Float64Array(options.periodCount);
  if (pairs.length === 0 || size < 1) return levels;
  const smoothness = 1 / (options.stepRatio ?? 0.2) ** 2;
  let weights = new Float64Array(pairs.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = new Float64Array(size * size);
    const vector = new Float64Array(size);
    const add = (row: number, column: number, value: number): void => {
      if (row > 0 && column > 0) matrix[(row - 1) * size + column - 1] = matrix[(row - 1) * size + column - 1]! + value;
    };
    const link = (from: number, to: number, weight: number): void => {
      add(from, from, weight);
      add(to, to, weight);
      add(from, to, -weight);
      add(to, from, -weight);
    };
    pairs.forEach(({ firstPeriod, secondPeriod, logChange }, at) => {
      const weight = weights[at]!;
      link(firstPeriod, secondPeriod, weight);
      vector[secondPeriod - 1] = vector[secondPeriod - 1]! + weight * logChange;
      if (firstPeriod > 0) vector[firstPeriod - 1] = vector[firstPeriod - 1]! - weight * logChange;
    });
    for (let period = 0; period < size; period++) link(period, period + 1, smoothness);
    choleskySolve(choleskyFactor(matrix, size), vector);
    levels = Float64Array.from({ length: options.periodCount }, (_, period) =>
      period === 0 ? 0 : vector[period - 1]!,
    );
    const residuals = pairs.map(({ firstPeriod, secondPeriod, logChange }) => {
      return logChange - (levels[secondPeriod]! - levels[firstPeriod]!);
    });
    const absolute = residuals.map(Math.abs).sort((a, b) => a - b);
    const scale = Math.max(1e-6, absolute[Math.floor(absolute.length / 2)]! / 0.7407);
    weights = Float64Array.from(
      residuals,
      (residual) => (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + (residual / scale) ** 2),
    );
  }
  return levels;
}
