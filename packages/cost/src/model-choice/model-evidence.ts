import type { Interval } from '../statistics/proportions.ts';

/** How often a model did a task well: cases of a test that passed, texts that were proved, predictions that came true. */
export interface QualityEvidence {
  readonly feature: string;
  readonly provider: string;
  /** The id that is asked for. */
  readonly model: string;
  readonly successes: number;
  readonly trials: number;
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
  readonly callCount: number;
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
