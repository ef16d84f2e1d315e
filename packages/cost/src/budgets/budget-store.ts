/** One budget that a hold counts against. */
export interface BudgetClaim {
  readonly budgetId: string;
  readonly limitNanoUsd: bigint;
  /** Epoch milliseconds from which spending counts. */
  readonly windowStart: number;
}

/** Money set aside for a call that has not answered yet. */
export interface BudgetHold {
  readonly holdId: string;
  /** When the call began, epoch milliseconds: the instant its money counts at, whenever it is settled. */
  readonly at: number;
  /** From when on it no longer counts, because the process that held it must have died. */
  readonly expiresAt: number;
  readonly amountNanoUsd: bigint;
  readonly claims: readonly BudgetClaim[];
}

export interface BudgetState {
  readonly spentNanoUsd: bigint;
  /** Held and not settled. */
  readonly heldNanoUsd: bigint;
}

export type Reservation =
  | { readonly status: 'held' }
  | ({ readonly status: 'refused'; readonly budgetId: string } & BudgetState);

/** Spending is kept in slices of this length; a window counts its first slice whole. */
export const SPENDING_SLICE_MS = 900_000;

/**
 * Keeps what is spent and what is held of budgets.
 *
 * *Concurrent*: what is spent and held under a budget never comes to more than its limit by a reservation, however many
 * processes reserve at once. *All or none*: a hold counts under all of its budgets or, refused, under none. *Expired*: a
 * hold that was not settled in time no longer counts; settled late, what it cost is counted all the same. *Duplicate*:
 * reserving an id that is held changes nothing and is `held`; settling twice changes nothing. *Missing*: a budget without
 * spending has spent 0.
 */
export interface BudgetStore {
  reserve(hold: BudgetHold): Promise<Reservation>;
  /** Puts what the call cost in the place of what was held; 0 gives the money back. False where nothing is held by that id. */
  settle(settlement: { readonly holdId: string; readonly amountNanoUsd: bigint }): Promise<boolean>;
  state(query: { readonly budgetId: string; readonly windowStart: number; readonly at: number }): Promise<BudgetState>;
}
