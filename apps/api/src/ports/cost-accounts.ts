import type { AlertOutbox, Budget, BudgetBook, BudgetStore, CallLedger, CostMonitor, SavingsLedger } from '@pa/cost';

/** What language models cost, what was saved, and what may be spent: read for people, and changed with a reason. */
export interface CostAccounts {
  readonly monitor: Pick<CostMonitor, 'getDailyCosts' | 'forecastMonth' | 'optimizeModelSelection'>;
  readonly ledger: Pick<CallLedger, 'costs' | 'dailyCosts' | 'calls'>;
  readonly savings: Pick<SavingsLedger, 'totals'>;
  /** The budgets in force. */
  readonly budgets: () => Promise<readonly Budget[]>;
  readonly spending: Pick<BudgetStore, 'state'>;
  readonly budgetBook: BudgetBook;
  readonly alerts: Pick<AlertOutbox, 'recent'>;
}
