/** How far a sample lies from the uniform distribution on [0, 1]. */
export interface UniformityTest {
  readonly count: number;
  /** Largest distance between the shares observed and stated. */
  readonly distance: number;
  /** Chance of so large a distance of `independentCount` uniform values. */
  readonly pValue: number;
}

/**
 * The test of Kolmogorov and Smirnov against the uniform distribution, with the small-sample correction of Stephens
 * (1970). `independentCount` may be smaller than the sample where values depend on each other. p is 1 for an empty one.
 */
export function testUniformity(
  values: readonly number[],
  options: { readonly independentCount?: number } = {},
): UniformityTest {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, distance: 0, pValue: 1 };
  let distance = 0;
  sorted.forEach((value, rank) => {
    distance = Math.max(distance, (rank + 1) / count - value, value - rank / count);
  });
  const root = Math.sqrt(Math.min(count, options.independentCount ?? count));
  return { count, distance, pValue: kolmogorovUpperP(distance * (root + 0.12 + 0.11 / root)) };
}

/** The chance that the limit distribution of Kolmogorov is larger. */
function kolmogorovUpperP(value: number): number {
  // Below this the alternating series has not converged and the chance is 1 to four digits.
  if (value < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * value * value);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-12) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
