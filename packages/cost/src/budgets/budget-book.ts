import type { Budget } from './budget.ts';

/** A change of a budget, kept for good. */
export interface BudgetChange {
  readonly changeId: string;
  readonly budgetId: string;
  /** `null` where there was none. */
  readonly before: Budget | null;
  /** `null` where it was taken away. */
  readonly after: Budget | null;
  readonly reason: string;
  readonly changedBy: string;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/**
 * Which budgets are in force, and every change of them.
 *
 * *Duplicate*: a change id that is kept changes nothing and gives back what was kept. *Concurrent*: changes of one budget
 * follow each other, so that `before` is what was in force. *Missing*: a book without changes has no budgets.
 */
export interface BudgetBook {
  /** By id. */
  list(): Promise<readonly Budget[]>;
  change(change: Omit<BudgetChange, 'before'>): Promise<BudgetChange>;
  /** Newest first. */
  history(query: { readonly budgetId?: string; readonly limit: number }): Promise<readonly BudgetChange[]>;
}
