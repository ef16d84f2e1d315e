import type { Interval } from '../statistics/proportions.ts';

/** Calls of a model, those with a price. */
export interface CallSample {
  /** What every attempt cost, failed ones included, nano-dollars. */
  readonly costsNanoUsd: readonly number[];
  /** How long answers took, milliseconds. */
  readonly answerMs: readonly number[];
}

/** How often a model did a task well: cases of a test that passed, texts that were proved, predictions that came true. */
export interface QualityEvidence {
  readonly feature: string;
  readonly provider: string;
  /** The id that is asked for. */
  readonly model: string;
  readonly successes: number;
  readonly trials: number;
  /** The calls of the trials, where they were measured: a model that serves nobody yet is judged by them. */
  readonly calls?: CallSample;
}

/** Where measured quality comes from. */
export interface QualityEvidenceSource {
  evidence(period: { readonly from: number; readonly to: number }): Promise<readonly QualityEvidence[]>;
}

/** A figure with its interval at the asked confidence. */
export interface Measured extends Interval {
  readonly value: number;
}

/** A model for a feature, measured on all three counts. */
export interface MeasuredModel {
  readonly provider: string;
  readonly model: string;
  /** Priced answers that its latency and cost rest on. */
  readonly callCount: number;
  /** How many of those were made by tests, because the ledger has too few of its own. */
  readonly testCallCount: number;
  readonly trials: number;
  /** Share of trials that succeeded. */
  readonly quality: Measured;
  /** 95 of 100 answers come within it, milliseconds. */
  readonly latencyMs: Measured;
  /** What a success costs, failed attempts and failed trials included, nano-dollars. */
  readonly costPerSuccessNanoUsd: Measured;
  /** The model that is at least as good on every count and surely better on one; `null` where there is none. */
  readonly dominatedBy: string | null;
}

/** A model that too little is known of. */
export interface UnmeasuredModel {
  readonly provider: string;
  readonly model: string;
  readonly callCount: number;
  /** How many of those were made by tests. */
  readonly testCallCount: number;
  readonly neededCalls: number;
  readonly trials: number;
  readonly neededTrials: number;
}

interface OfFeature {
  readonly feature: string;
  readonly measured: readonly MeasuredModel[];
  readonly unmeasured: readonly UnmeasuredModel[];
  /** One sentence for people. */
  readonly reason: string;
}

/** What the evidence says about the model of a feature. */
export type ModelRecommendation =
  | (OfFeature & { readonly status: 'not-enough-evidence'; readonly currentModel: string })
  | (OfFeature & { readonly status: 'keep'; readonly currentModel: string })
  | (OfFeature & {
      readonly status: 'switch';
      readonly currentModel: string;
      readonly recommendedModel: string;
      readonly savedPerSuccessNanoUsd: number;
    });
