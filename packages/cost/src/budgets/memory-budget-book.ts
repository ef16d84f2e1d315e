import type { Budget } from './budget.ts';
import type { BudgetBook, BudgetChange } from './budget-book.ts';

/** Budgets of this process. */
export function memoryBudgetBook(): BudgetBook {
  const changes: BudgetChange[] = [];
  const inForce = new Map<string, Budget>();
  return {
    list: () => Promise.resolve([...inForce.values()].sort((left, right) => (left.id < right.id ? -1 : 1))),
    change(change) {
      const known = changes.find(({ changeId }) => changeId === change.changeId);
      if (known !== undefined) return Promise.resolve(known);
      const kept = { ...change, before: inForce.get(change.budgetId) ?? null };
      changes.push(kept);
      if (change.after === null) inForce.delete(change.budgetId);
      else inForce.set(change.budgetId, change.after);
      return Promise.resolve(kept);
    },
    history: ({ budgetId, limit }) =>
      Promise.resolve(
        changes
          .filter((change) => budgetId === undefined || change.budgetId === budgetId)
          .toReversed()
          .slice(0, limit),
      ),
  };
}
