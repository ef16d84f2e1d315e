import type { BaselineComparison } from '../evaluate/prompt-test-run.ts';

/** One thing that was tried. */
export interface OptimisationStep {
  /** 0 for the base. */
  readonly round: number;
  /** `base`: what there was. `instructions`: rewritten by a model. `examples`: with answers that passed. */
  readonly kind: 'base' | 'instructions' | 'examples';
  /** What it grew from; `null` for the base. */
  readonly parent: number | null;
  readonly systemPrompt: string;
  readonly part: 'train' | 'validation' | 'test';
  /** Mean score of the cases of the part, from 0 to 1; `null` where it was not run to the end. */
  readonly score: number | null;
  readonly passedCaseCount: number;
  readonly caseCount: number;
  /** Spent up to and with this step, integer nano-dollars. */
  readonly spentNanoUsd: bigint;
  /** Why it was not run, or dropped; `null` where it counts. */
  readonly dropped: string | null;
}

/** Who wanted an optimisation, and why. */
export interface OptimisationRequest {
  readonly by: string;
  readonly reason: string;
}

/** What an optimisation did and found, from the first call to the last. */
export interface PromptOptimization {
  readonly id: string;
  readonly type: string;
  /** `improved` alone has a candidate. */
  readonly status: 'improved' | 'not-improved' | 'budget-exhausted' | 'not-enough-cases';
  /** Why, one sentence. */
  readonly reason: string;
  readonly basePromptId: string;
  /** The new version, which is deployed nowhere; `null` where there is none. */
  readonly candidatePromptId: string | null;
  /** The best that was found against the base on the held-out cases; `null` where it did not come to that. */
  readonly heldOut: BaselineComparison | null;
  /** Ids of the cases of each part. */
  readonly split: {
    readonly train: readonly string[];
    readonly validation: readonly string[];
    readonly test: readonly string[];
  };
  readonly steps: readonly OptimisationStep[];
  readonly seed: number;
  readonly proposer: { readonly modelProvider: string; readonly modelName: string };
  readonly budgetNanoUsd: bigint;
  readonly spentNanoUsd: bigint;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Absent where nobody was written down. */
  readonly requested?: OptimisationRequest;
}

/**
 * Keeps what optimisations did. *Duplicate*: recording an id again changes nothing. *Missing*: `null` or empty.
 * *Concurrent*: they do not meet. Nothing is ever changed or removed.
 */
export interface OptimisationStore {
  record(optimization: PromptOptimization): Promise<void>;
  byId(id: string): Promise<PromptOptimization | null>;
  /** Newest first: by their start, then by their ids from the highest down. */
  list(query: { readonly type: string; readonly limit: number }): Promise<readonly PromptOptimization[]>;
}
