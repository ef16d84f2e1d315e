/** How far two samples are apart, and whether that is more than chance. */
export interface DistributionDistance {
  /** Largest gap between the two shares of values below any point (Kolmogorov and Smirnov). */
  readonly kolmogorovSmirnov: number;
  /** Mean distance that values have to move to turn one sample into the other, in the unit of the values. */
  readonly wasserstein: number;
  /** Population stability index over the deciles of the reference; above 0.2 is read as a shift. */
  readonly stabilityIndex: number;
}

/** Compares two samples of finite numbers. An empty sample is no distance away from anything: all figures are 0. */
export function distributionDistance(reference: readonly number[], current: readonly number[]): DistributionDistance {
  if (reference.length === 0 || current.length === 0) {
    return { kolmogorovSmirnov: 0, wasserstein: 0, stabilityIndex: 0 };
  }
  const left = Float64Array.from(reference).sort();
  const right = Float64Array.from(current).sort();
  let kolmogorovSmirnov = 0;
  let wasserstein = 0;
  let i = 0;
  let j = 0;
  let at = Math.min(left[0]!, right[0]!);
  while (i < left.length || j < right.length) {
    const next = Math.min(left[i] ?? Number.POSITIVE_INFINITY, right[j] ?? Number.POSITIVE_INFINITY);
    wasserstein += Math.abs(i / left.length - j / right.length) * (next - at);
    while (i < left.length && left[i] === next) i++;
    while (j < right.length && right[j] === next) j++;
    kolmogorovSmirnov = Math.max(kolmogorovSmirnov, Math.abs(i / left.length - j / right.length));
    at = next;
  }
  return { kolmogorovSmirnov, wasserstein, stabilityIndex: stabilityIndex(left, right) };
}

/** Population stability index of two lists of shares of one length; shares of nothing count as one in ten thousand. */
export function stabilityOfShares(reference: readonly number[], current: readonly number[]): number {
  return reference.reduce((sum, share, bin) => {
    const was = Math.max(share, 1e-4);
    const is = Math.max(current[bin] ?? 0, 1e-4);
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}

function stabilityIndex(reference: Float64Array, current: Float64Array): number {
  const bounds = new Set<number>();
  for (let decile = 1; decile < 10; decile++) bounds.add(reference[Math.floor((decile * reference.length) / 10)]!);
  const ordered = [...bounds];
  const shares = (values: Float64Array): number[] => {
    const counts = Array.from({ length: ordered.length + 1 }, () => 0);
    for (const value of values) {
      let bin = 0;
      while (bin < ordered.length && value >= ordered[bin]!) bin++;
      counts[bin] = counts[bin]! + 1;
    }
    return counts.map((count) => count / values.length);
  };
  return stabilityOfShares(shares(reference), shares(current));
}
