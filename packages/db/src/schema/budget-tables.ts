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

/** Alerts that were raised, each once for its budget, window and threshold. */
export interface BudgetAlertsTable {
  readonly id: string;
  readonly budget_id: string;
  readonly window_start: Date;
  readonly threshold: number;
  readonly spent_nano_usd: bigint;
  readonly limit_nano_usd: bigint;
  readonly raised_at: Date;
  readonly delivered_at: Date | null;
}
