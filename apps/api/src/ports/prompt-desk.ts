import type { Experiments, OptimisationStore, PromptManager, PromptStore, PromptTestStore } from '@pa/prompts';

/** What is asked of the optimiser. */
export interface OptimisationOrder {
  readonly type: string;
  /** The stored test run whose cases are used. */
  readonly testRunId: string;
  /** The most that it may cost, integer nano-dollars. */
  readonly budgetNanoUsd: bigint;
  readonly requestedBy: string;
  readonly reason: string;
}

/** What came of an order. */
export interface OrderedOptimisation {
  /** `ended` says nothing of what was found: that is in the ledger, where anything was. */
  readonly state: 'under-way' | 'ended' | 'failed';
  /** Epoch milliseconds. */
  readonly requestedAt: number;
  /** Why it failed; `null` for all others. */
  readonly reason: string | null;
}

/** Runs of the optimiser, behind the requests. */
export interface PromptOptimiserPort {
  /** Why it cannot run, one sentence, such as that it needs a key; `null` where it can. */
  readonly unavailable: string | null;
  /** Answers at once; false where a run of this prompt waits or is under way. */
  start(order: OptimisationOrder): Promise<boolean>;
  /** What came of the newest order of a prompt; `null` where none is known. Default: nothing is known. */
  newest?(type: string): Promise<OrderedOptimisation | null>;
}

/** Versions of prompts, their tests and experiments, as the host has wired them. */
export interface PromptDesk {
  readonly manager: PromptManager;
  readonly store: PromptStore;
  readonly tests: PromptTestStore;
  readonly optimisations: OptimisationStore;
  readonly experiments: Experiments;
  /** Default: asking for a run is answered with 503. */
  readonly optimiser?: PromptOptimiserPort;
  /** Labels that take only versions whose last test run passed, as the manager has them. */
  readonly protectedLabels: readonly string[];
}
