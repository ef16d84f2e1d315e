import type { AssertionResult } from './check-answer.ts';
import type { StoredAssertion } from './stored-assertion.ts';

/** One answer to one case. */
export interface RepeatResult {
  /** `null` where the call failed. */
  readonly answer: string | null;
  readonly assertions: readonly AssertionResult[];
  /** Why there is no answer; `null` where there is one. */
  readonly error: string | null;
  /** Integer nano-dollars; `null` where the model has no price. */
  readonly costNanoUsd: bigint | null;
  readonly latencyMs: number | null;
}

/** What came of one case. */
export interface CaseResult {
  readonly caseId: string;
  /** Hash of the variables and assertions: results are compared only where it is the same. */
  readonly caseHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What was asserted, to run the case again; absent where JSON cannot hold it, such as code of the caller. */
  readonly assertions?: readonly StoredAssertion[];
  readonly repeats: readonly RepeatResult[];
  /** True where every assertion held in every repeat. */
  readonly passed: boolean;
  /** True where some repeats passed and others did not. */
  readonly flaky: boolean;
  /** Mean score of all assertions and repeats, from 0 to 1. */
  readonly score: number;
}

/** How a run compares with an earlier one, case by case. */
export interface BaselineComparison {
  readonly baselineRunId: string;
  /** Cases that both runs have, unchanged. */
  readonly pairs: number;
  /** `mcnemar` where every case is right or wrong, `bootstrap` where cases can be partly right. */
  readonly method: 'mcnemar' | 'bootstrap';
  /** Mean of this run minus mean of the baseline, on the pairs. */
  readonly difference: number;
  readonly interval: { readonly lower: number; readonly upper: number };
  /** McNemar's exact two-sided p-value; `null` for the bootstrap. */
  readonly pValue: number | null;
  readonly verdict: 'better' | 'worse' | 'equivalent' | 'undecided';
}

/** A version on a dataset with one model. */
export interface PromptTestRun {
  readonly id: string;
  readonly type: string;
  /** `null` for a draft that is no version yet. */
  readonly promptId: string | null;
  readonly version: number | null;
  readonly contentHash: string;
  readonly modelProvider: string;
  readonly modelName: string;
  /** False where the prompt was run on another model than its own. */
  readonly ownModel: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly cases: readonly CaseResult[];
  readonly repeatCount: number;
  readonly passedCaseCount: number;
  readonly flakyCaseCount: number;
  /** Exact 95 % interval of the share of cases that pass. */
  readonly passRateInterval: { readonly lower: number; readonly upper: number };
  /** The prompt's own calls; `null` where one of them has no price. */
  readonly costNanoUsd: bigint | null;
  /** What judges cost beside; `null` where one of them has no price. */
  readonly judgeCostNanoUsd: bigint | null;
  /** Of the calls that answered; `null` where none did. */
  readonly latencyMs: { readonly median: number; readonly p95: number } | null;
  readonly comparison: BaselineComparison | null;
  /** What a protected label asks for. */
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
  /** Why, one sentence. */
  readonly reason: string;
}
