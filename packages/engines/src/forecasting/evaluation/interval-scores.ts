/** A path of intervals, step by step. */
export interface IntervalPath {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Share of the actual values inside their interval, ends included; NaN without a step. */
export function coverage(intervals: IntervalPath, options: { readonly actual: ArrayLike<number> }): number {
  const { actual } = options;
  let inside = 0;
  for (let step = 0; step < actual.length; step++) {
    if (actual[step]! >= intervals.lower[step]! && actual[step]! <= intervals.upper[step]!) inside++;
  }
  return inside / actual.length;
}

/**
 * Mean interval score of Gneiting and Raftery (2007): the width, and for a miss 2 / (1 - level) times the distance by
 * which it was missed. Divided by `seasonalScale` it is the MSIS of the M4 competition. NaN without a step.
 */
export function intervalScore(
  intervals: IntervalPath,
  options: { readonly actual: ArrayLike<number>; readonly level: number },
): number {
  const { actual, level } = options;
  const penalty = 2 / (1 - level);
  let sum = 0;
  for (let step = 0; step < actual.length; step++) {
    const lower = intervals.lower[step]!;
    const upper = intervals.upper[step]!;
    const value = actual[step]!;
    sum += upper - lower + penalty * (Math.max(0, lower - value) + Math.max(0, value - upper));
  }
  return sum / actual.length;
}

/**
 * Mean pinball loss of a path of quantiles (Koenker and Bassett 1978). Its mean over evenly spaced probabilities,
 * doubled, approaches the CRPS. NaN without a step.
 */
export function pinballLoss(
  quantiles: ArrayLike<number>,
  options: { readonly actual: ArrayLike<number>; readonly probability: number },
): number {
  const { actual, probability } = options;
  let sum = 0;
  for (let step = 0; step < actual.length; step++) {
    const gap = actual[step]! - quantiles[step]!;
    sum += gap >= 0 ? probability * gap : (probability - 1) * gap;
  }
  return sum / actual.length;
}
