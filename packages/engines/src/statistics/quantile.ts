/**
 * The quantile of type 7 (Hyndman and Fan 1996; the default of R and NumPy): linear between order statistics.
 * NaN for an empty list. The input is not changed.
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), probability);
}

/** `quantile` of values that are sorted in ascending order already. */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = Math.min(1, Math.max(0, probability)) * (sorted.length - 1);
  const below = Math.floor(position);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (position - below) * (upper - lower);
}

/** The median; NaN for an empty list. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * The smallest value at which the cumulative weight reaches `probability` of the total (the inverse of the weighted
 * empirical distribution). Values without a positive weight are ignored; NaN where none is left.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  options: { readonly weights: ArrayLike<number>; readonly probability: number },
): number {
  const order: number[] = [];
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = options.weights[i] ?? 0;
    if (!(weight > 0)) continue;
    order.push(i);
    total += weight;
  }
  order.sort((left, right) => values[left]! - values[right]!);
  const wanted = options.probability * total;
  let reached = 0;
  for (const index of order) {
    reached += options.weights[index]!;
    // Guards against a sum that falls short of the total by rounding.
    if (reached >= wanted - 1e-12 * total) return values[index]!;
  }
  return order.length === 0 ? Number.NaN : values[order[order.length - 1]!]!;
}
