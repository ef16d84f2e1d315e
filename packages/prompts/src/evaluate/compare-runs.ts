import { pairedRateTest } from '../inference/mcnemar.ts';
import { pairedBootstrap } from '../inference/paired-bootstrap.ts';
import type { BaselineComparison, CaseResult } from './prompt-test-run.ts';

/** Fewer pairs than these say nothing by the bootstrap, which knows only what it has seen. */
const MINIMUM_PAIRS = 10;
const CONFIDENCE_LEVEL = 0.95;

/**
 * Compares a run with a baseline on the cases that both have: McNemar's exact test where cases are right or wrong, the
 * paired bootstrap of the scores where they can be partly right. Raw rates decide nothing.
 */
export function compareRuns(
  run: { readonly cases: readonly CaseResult[] },
  baseline: { readonly id: string; readonly cases: readonly CaseResult[] },
  options: {
    /** Differences smaller than this do not matter. */
    readonly margin: number;
    readonly seed: number;
  },
): BaselineComparison {
  const { margin, seed } = options;
  const earlier = new Map(baseline.cases.map((result) => [`${result.caseId}\n${result.caseHash}`, result]));
  const pairs = run.cases.flatMap((second) => {
    const first = earlier.get(`${second.caseId}\n${second.caseHash}`);
    return first === undefined ? [] : [{ first, second }];
  });
  const isBinary = pairs.every(({ first, second }) => [first, second].every(({ score }) => score === 0 || score === 1));
  if (isBinary) {
    const { pValue, difference, interval } = pairedRateTest(
      {
        onlyFirst: pairs.filter(({ first, second }) => first.score > second.score).length,
        onlySecond: pairs.filter(({ first, second }) => second.score > first.score).length,
        pairs: pairs.length,
      },
      { confidenceLevel: CONFIDENCE_LEVEL },
    );
    const differs = pValue <= 1 - CONFIDENCE_LEVEL;
    const verdict = differs
      ? difference > 0
        ? 'better'
        : 'worse'
      : isWithin(interval, margin)
        ? 'equivalent'
        : 'undecided';
    return {
      baselineRunId: baseline.id,
      pairs: pairs.length,
      method: 'mcnemar',
      difference,
      interval,
      pValue,
      verdict,
    };
  }
  const { mean, interval } = pairedBootstrap(
    pairs.map(({ first, second }) => second.score - first.score),
    { confidenceLevel: CONFIDENCE_LEVEL, seed },
  );
  const verdict =
    pairs.length < MINIMUM_PAIRS
      ? 'undecided'
      : interval.lower > 0
        ? 'better'
        : interval.upper < 0
          ? 'worse'
          : isWithin(interval, margin)
            ? 'equivalent'
            : 'undecided';
  return {
    baselineRunId: baseline.id,
    pairs: pairs.length,
    method: 'bootstrap',
    difference: mean,
    // JSON has no infinity: two scores are never further apart than this.
    interval: { lower: Math.max(-1, interval.lower), upper: Math.min(1, interval.upper) },
    pValue: null,
    verdict,
  };
}

function isWithin({ lower, upper }: { readonly lower: number; readonly upper: number }, margin: number): boolean {
  return lower >= -margin && upper <= margin;
}
