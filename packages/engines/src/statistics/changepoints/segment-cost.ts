/** The cost of explaining values `from` to `to` (exclusive) by one segment. Lower is better; additive over segments. */
export interface SegmentCost {
  readonly length: number;
  cost(from: number, to: number): number;
}

/**
 * Minus twice the log likelihood of a constant mean with normal noise of known variance, up to a constant: the sum of
 * squares around the segment's own mean over the variance. Constant time a call.
 */
export function meanShiftCost(series: ArrayLike<number>, options: { readonly variance: number }): SegmentCost {
  const { length } = series;
  const sums = new Float64Array(length + 1);
  const squares = new Float64Array(length + 1);
  // Around the first value, so that squares of large levels do not swallow small changes.
  const centre = length === 0 ? 0 : series[0]!;
  for (let t = 0; t < length; t++) {
    const value = series[t]! - centre;
    sums[t + 1] = sums[t]! + value;
    squares[t + 1] = squares[t]! + value * value;
  }
  return {
    length,
    cost: (from, to) => {
      const sum = sums[to]! - sums[from]!;
      return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from)) / options.variance;
    },
  };
}
