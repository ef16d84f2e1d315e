import { quantile } from '../../statistics/quantile.ts';

/** Median absolute deviation of Student t errors with 4 degrees of freedom, in units of their scale. */
const MEDIAN_ABSOLUTE_T4 = 0.7407;
/** Shares of ordinary sales that are odder; each is a knot of the scale. */
const RARER_SHARES = [0.95, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005, 0.0025, 0.001] as const;

/** A point of the scale: a log ratio, and the score it stands for. */
export type RarityKnot = readonly [logRatio: number, score: number];

/**
 * Lays out a scale on which scores count typical residuals: a log ratio that a share of ordinary sales exceeds gets the
 * absolute t (4 degrees of freedom) that the same share exceeds, in units of its median. Monotone, so that it orders
 * listings as the log ratio does.
 */
export function rarityKnots(logRatios: Float64Array): readonly RarityKnot[] {
  const knots: RarityKnot[] = [];
  for (const share of RARER_SHARES) {
    const logRatio = quantile(logRatios, 1 - share);
    const last = knots.at(-1);
    if (last === undefined || logRatio > last[0] + 1e-6) knots.push([logRatio, absoluteT4(share) / MEDIAN_ABSOLUTE_T4]);
  }
  return knots;
}

/** The score of a log ratio. Beyond the last knot a score grows by 1 for each unit, below the first it falls to 0. */
export function rarityScore(knots: readonly RarityKnot[], logRatio: number): number {
  const first = knots[0]!;
  if (logRatio <= first[0]) return first[1] * Math.exp(logRatio - first[0]);
  for (let knot = 1; knot < knots.length; knot++) {
    const [right, high] = knots[knot]!;
    if (logRatio > right) continue;
    const [left, low] = knots[knot - 1]!;
    return low + ((high - low) * (logRatio - left)) / (right - left);
  }
  const last = knots.at(-1)!;
  return last[1] + (logRatio - last[0]);
}

/** The absolute value that Student's t with 4 degrees of freedom exceeds with probability `share` (closed form, Shaw 2006). */
function absoluteT4(share: number): number {
  const probability = 1 - share / 2;
  const alpha = 4 * probability * (1 - probability);
  const root = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
  return 2 * Math.sqrt(Math.max(0, root - 1));
}
