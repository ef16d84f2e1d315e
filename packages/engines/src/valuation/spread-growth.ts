import { quantile } from '../statistics/quantile.ts';

/** Intervals of these levels are to hold. */
const JUDGED_LEVELS = [0.8, 0.9];

/**
 * The factor by which some absolute scores lie farther out than those of sales that were left out: the mean ratio of their
 * quantiles, drawn towards 1 as if `shrinkage` further witnesses had said that nothing grew. At least 1, at most `largest`.
 */
export function spreadGrowth(
  scores: readonly number[],
  options: {
    /** Scores of left-out sales, of either sign. */
    readonly usual: Float64Array;
    /** How many independent witnesses the scores are: sales, or kinds of cars. */
    readonly witnesses: number;
    readonly shrinkage: number;
    readonly largest: number;
  },
): number {
  const usual = options.usual.map(Math.abs);
  const ratios = JUDGED_LEVELS.map((level) => quantile(scores, level) / quantile(usual, level));
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  const believed = options.witnesses / (options.witnesses + options.shrinkage);
  return Math.min(options.largest, Math.max(1, 1 + believed * (mean - 1)));
}
