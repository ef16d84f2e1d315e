import { weightedQuantile } from '../../statistics/quantile.ts';

/** Conformal widths that follow a drift. Plain data: `next` gives a new one. */
export interface AdaptiveConformal {
  /** Nominal coverage. */
  readonly level: number;
  /** Level at which the scores are read now: above the nominal one after misses, below it after hits. */
  readonly workingLevel: number;
  /** Scores of the newest periods, newest last. */
  readonly periods: readonly (readonly number[])[];
}

/** Periods whose scores are kept, and what a period counts against the one after it. */
const KEPT_PERIODS = 24;
const FADING = 0.7;
/** How far the working level moves for a period that covers nothing where all should be covered. */
const LEARNING_RATE = 0.3;

/** Starts from scores (absolute errors over their expected size) of past periods, oldest first. */
export function startAdaptiveConformal(
  periods: readonly (readonly number[])[],
  options: { readonly level: number },
): AdaptiveConformal {
  return { level: options.level, workingLevel: options.level, periods: periods.slice(-KEPT_PERIODS) };
}

/**
 * The multiple of the expected error that the next period's intervals reach: the quantile of past scores at the working
 * level, where a period counts seven tenths of the one after it. Infinite without scores, or where the working level
 * has risen to one.
 */
export function adaptiveMultiple(state: AdaptiveConformal): number {
  const scores: number[] = [];
  const weights: number[] = [];
  state.periods.forEach((period, at) => {
    for (const score of period) {
      scores.push(score);
      weights.push(FADING ** (state.periods.length - 1 - at) / period.length);
    }
  });
  if (scores.length === 0) return Number.POSITIVE_INFINITY;
  const probability = Math.min(0.999, Math.max(0.5, state.workingLevel));
  return weightedQuantile(scores, { weights, probability });
}

/**
 * Learns one period: the working level moves against the coverage missed (Gibbs and Candes 2021), and the scores join
 * the others. A period without a score changes nothing.
 */
export function learnPeriod(state: AdaptiveConformal, scores: readonly number[]): AdaptiveConformal {
  if (scores.length === 0) return state;
  const multiple = adaptiveMultiple(state);
  const covered = scores.filter((score) => score <= multiple).length / scores.length;
  const moved = state.workingLevel + LEARNING_RATE * (state.level - covered);
  return {
    ...state,
    workingLevel: Math.min(0.995, Math.max(state.level - 0.1, moved)),
    periods: [...state.periods, scores].slice(-KEPT_PERIODS),
  };
}
