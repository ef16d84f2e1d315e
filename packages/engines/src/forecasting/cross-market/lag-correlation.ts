import { studentTwoSidedP } from '../../statistics/student-distribution.ts';

/** The correlation of two samples; 0 where one of them does not move. */
export function correlation(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const count = Math.min(left.length, right.length);
  let meanLeft = 0;
  let meanRight = 0;
  for (let t = 0; t < count; t++) {
    meanLeft += left[t]! / count;
    meanRight += right[t]! / count;
  }
  let products = 0;
  let squaresLeft = 0;
  let squaresRight = 0;
  for (let t = 0; t < count; t++) {
    products += (left[t]! - meanLeft) * (right[t]! - meanRight);
    squaresLeft += (left[t]! - meanLeft) ** 2;
    squaresRight += (right[t]! - meanRight) ** 2;
  }
  const size = Math.sqrt(squaresLeft * squaresRight);
  return size > 0 ? products / size : 0;
}

/**
 * Independent pairs that two persistent series are worth: n (1 - ab) / (1 + ab), with their lag-one correlations a and b
 * (Bartlett 1946). At least 3 and never more than there are.
 */
export function independentCount(left: Float64Array, right: Float64Array): number {
  const lagOne = (values: Float64Array): number => correlation(values.subarray(0, -1), values.subarray(1));
  const product = Math.max(0, lagOne(left) * lagOne(right));
  return Math.max(3, (left.length * (1 - product)) / (1 + product));
}

/** Two-sided p of a correlation of `count` independent pairs, by Student's t. */
export function correlationP(value: number, count: number): number {
  const freedom = count - 2;
  const rest = 1 - value * value;
  return rest <= 0 ? 0 : studentTwoSidedP(value * Math.sqrt(freedom / rest), freedom);
}
