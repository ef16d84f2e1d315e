/** A budget of which a share is spent. */
export interface BudgetAlert {
  /** The same for one budget, window and threshold. */
  readonly alertId: string;
  readonly budgetId: string;
  /** Epoch milliseconds. */
  readonly windowStart: number;
  /** The share of the limit that was reached, such as 0.8. */
  readonly threshold: number;
  readonly spentNanoUsd: bigint;
  readonly limitNanoUsd: bigint;
  readonly raisedAt: number;
}

/**
 * Keeps alerts until they are delivered, and for good that they were raised.
 *
 * *Duplicate*: an alert that was ever put is not put again. *Concurrent*: of many that put the same alert one does.
 * *Missing*: marking an alert that is not there does nothing.
 */
export interface AlertOutbox {
  /** Answers how many were new. */
  put(alerts: readonly BudgetAlert[]): Promise<number>;
  /** Oldest first, ties by id. */
  undelivered(query: { readonly limit: number }): Promise<readonly BudgetAlert[]>;
  markDelivered(alertId: string, options: { readonly at: number }): Promise<void>;
}
