/**
 * What saved money: an answer of our own cache in the place of a call, a provider's prompt cache, its batch rate, a template
 * where no model was needed, a cheaper model where a dearer one was the rule.
 */
export type SavingKind = 'answer-cache' | 'prompt-cache' | 'batch' | 'template' | 'model-choice';

/** Money that was not spent. It stands beside the costs and is never taken off them. */
export interface SavingLine {
  /** Booking an id again changes nothing. */
  readonly savingId: string;
  readonly kind: SavingKind;
  /** Epoch milliseconds; its day in UTC is the day it is booked on. */
  readonly at: number;
  readonly feature: string | null;
  /** The model that was spared, or was cheaper. */
  readonly model: string | null;
  /** What it would have cost more; negative where the lever cost more than it saved, such as a cache written and not read. */
  readonly savedNanoUsd: bigint;
  /** `measured` from the usage and prices of a call; `estimated` where the call that was spared is only supposed. */
  readonly basis: 'measured' | 'estimated';
}

export interface SavingGroup {
  readonly key: string | null;
  readonly lineCount: number;
  readonly savedNanoUsd: bigint;
  /** The part of it that is estimated. */
  readonly estimatedNanoUsd: bigint;
}

/**
 * Keeps what was saved.
 *
 * *Duplicate*: an id that is booked stays as it is. *Missing*: a period without lines has no groups. *Concurrent*: bookings
 * of the same line leave one.
 */
export interface SavingsLedger {
  /** Answers how many were new. */
  record(lines: readonly SavingLine[]): Promise<number>;
  /** Sums of [from, to), epoch milliseconds, most saved first, ties by key. */
  totals(query: {
    readonly from: number;
    readonly to: number;
    readonly by: 'kind' | 'feature' | 'model';
  }): Promise<readonly SavingGroup[]>;
}
