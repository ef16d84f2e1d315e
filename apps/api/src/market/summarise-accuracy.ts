import type { PredictionOutcome } from '@pa/engines';

/** How settled predictions did; every figure is `null` where none is settled. */
export interface AccuracySummary {
  readonly settledCount: number;
  readonly medianAbsolutePercentageError: number | null;
  readonly naiveMedianAbsolutePercentageError: number | null;
  readonly coverage90: number | null;
}

/** Medians of the errors and the share of 90 % intervals that held the price. */
export function summariseAccuracy(outcomes: readonly PredictionOutcome[]): AccuracySummary {
  const verdicts = outcomes.flatMap(({ covered }) => covered.filter(({ confidenceLevel }) => confidenceLevel === 0.9));
  return {
    settledCount: outcomes.length,
    medianAbsolutePercentageError: median(outcomes.map((outcome) => outcome.absolutePercentageError)),
    naiveMedianAbsolutePercentageError: median(outcomes.map((outcome) => outcome.naiveAbsolutePercentageError)),
    coverage90: verdicts.length === 0 ? null : verdicts.filter(({ covered }) => covered).length / verdicts.length,
  };
}

function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((left, right) => left - right);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.floor((ordered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
