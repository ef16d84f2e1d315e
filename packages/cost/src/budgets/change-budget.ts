import { CostError } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { BudgetBook, BudgetChange } from './budget-book.ts';
import { checkBudget } from './check-budget.ts';

/** Puts a budget in force in the place of the one of its id, or takes it away. A reason is asked for and kept. */
export async function changeBudget(
  book: BudgetBook,
  change: {
    readonly budgetId: string;
    /** `null` takes it away. */
    readonly budget: Budget | null;
    readonly reason: string;
    readonly changedBy: string;
    /** Epoch milliseconds. */
    readonly at: number;
    readonly newId: () => string;
  },
): Promise<BudgetChange> {
  const { budgetId, budget, reason, changedBy, at, newId } = change;
  if (reason.trim() === '') {
    throw new CostError('missing-reason', `The budget "${budgetId}" is not changed without a reason: say why.`);
  }
  if (budget !== null) {
    checkBudget(budget);
    if (budget.id !== budgetId) {
      throw new CostError('invalid-budget', `The budget "${budget.id}" cannot be kept as "${budgetId}": use one id.`);
    }
  }
  return book.change({ changeId: newId(), budgetId, after: budget, reason: reason.trim(), changedBy, changedAt: at });
}
