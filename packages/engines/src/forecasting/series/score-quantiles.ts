import { SCORE_QUANTILES } from './combination-settings.ts';

/** Series that the quantiles of the competition series are worth beside those of the series at hand. */
const PRIOR_SERIES = 300;

/** Absolute errors over their expected size, one path a series; a path may be shorter than the horizon. */
export type ErrorScores = readonly Float64Array[];

/**
 * By step ahead, the multiple of the expected error inside which a share `level` of errors lies: the conformal quantile
 * of the scores, which are pooled over series, drawn to that of the competition series as if there were 300 of those,
 * and smoothed over neighbouring steps. Never smaller than for a lower level.
 */
export function scoreQuantiles(
  scores: ErrorScores,
  options: { readonly horizon: number; readonly level: number },
): Float64Array {
  const { horizon, level } = options;
  const raw = Float64Array.from({ length: horizon }, (_, step) => {
    const own = scores.filter((path) => step < path.length).map((path) => path[step]!);
    own.sort((a, b) => a - b);
    const prior = priorQuantile(level, step);
    if (own.length === 0) return prior;
    const rank = Math.min(own.length, Math.ceil((own.length + 1) * level - 1e-9));
    return (own.length * own[rank - 1]! + PRIOR_SERIES * prior) / (own.length + PRIOR_SERIES);
  });
  return raw.map((value, step) => {
    const before = raw[Math.max(0, step - 1)]!;
    const after = raw[Math.min(horizon - 1, step + 1)]!;
    return (before + 2 * value + after) / 4;
  });
}

function priorQuantile(level: number, step: number): number {
  let below = { probability: 0, score: 0 };
  for (const { probability, scores } of SCORE_QUANTILES) {
    const score = scores[Math.min(step, scores.length - 1)]!;
    if (level <= probability) {
      return below.score + ((level - below.probability) / (probability - below.probability)) * (score - below.score);
    }
    below = { probability, score };
  }
  return below.score;
}
