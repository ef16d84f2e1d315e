import type { GeneratedAlways } from 'kysely';

/** Money set aside for a call that has not answered yet; a row for every budget that counts the call. */
export interface BudgetHoldsTable {
  readonly hold_id: string;
  readonly budget_id: string;
  readonly held_at: Date;
  readonly expires_at: Date;
  readonly held_nano_usd: bigint;
}

/** What was spent under a budget, by quarter of an hour. */
export interface BudgetSpendingTable {
  readonly budget_id: string;
  readonly slice_start: Date;
  readonly spent_nano_usd: bigint;
}

/** Every change of a budget; rows are only ever added, and the last of a budget is in force. */
export interface BudgetChangesTable {
  readonly position: GeneratedAlways<bigint>;
  readonly id: string;
  readonly budget_id: string;
  /** The budget as JSON text, `null` where there was none. */
  readonly before: string | null;
  /** The budget as JSON text, `null` where it was taken away. */
  readonly after: string | null;
  readonly reason: string;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** Alerts of costs that were raised, each once. */
export interface CostAlertsTable {
  readonly id: string;
  readonly kind: string;
  readonly raised_at: Date;
  /** JSON text. */
  readonly alert: string;
  /** Until when one process has it to deliver. */
  readonly leased_until: Date | null;
  readonly delivered_at: Date | null;
}

/** Money that was not spent. */
export interface LlmSavingsTable {
  readonly id: string;
  readonly kind: string;
  readonly saved_at: Date;
  readonly feature: string | null;
  readonly model: string | null;
  readonly saved_nano_usd: bigint;
  readonly basis: string;
}
