import { type Budget, type BudgetChange, nextWindowStart, windowStart } from '@pa/cost';
import type { CostAccounts } from '../ports/cost-accounts.ts';

/** A budget as the API writes it: every field there, money as text. */
export function toBudgetBody(budget: Budget) {
  const { id, scope, window, limitNanoUsd, alertAt = [], whenStoreFails = 'refuse' } = budget;
  return {
    id,
    scope: { kind: scope.kind, key: scope.kind === 'global' ? null : scope.key },
    window: {
      kind: window.kind,
      period: window.kind === 'calendar' ? window.period : null,
      timeZone: window.kind === 'calendar' ? window.timeZone : null,
      lengthMs: window.kind === 'rolling' ? window.lengthMs : null,
    },
    limitNanoUsd: limitNanoUsd.toString(),
    alertAt: [...alertAt],
    whenStoreFails,
  };
}

/** The budgets in force by id, with what is spent and held of each. */
export async function budgetStates(
  costs: Pick<CostAccounts, 'budgets' | 'spending'>,
  options: { readonly at: number },
) {
  const { at } = options;
  const budgets = [...(await costs.budgets())].sort((left, right) => (left.id < right.id ? -1 : 1));
  return Promise.all(
    budgets.map(async (budget) => {
      const start = windowStart(budget.window, { at });
      const { spentNanoUsd, heldNanoUsd } = await costs.spending.state({ budgetId: budget.id, windowStart: start, at });
      return {
        budget: toBudgetBody(budget),
        spentNanoUsd: spentNanoUsd.toString(),
        heldNanoUsd: heldNanoUsd.toString(),
        windowStart: new Date(start).toISOString(),
        nextWindowStart:
          budget.window.kind === 'rolling' ? null : new Date(nextWindowStart(budget.window, { at })).toISOString(),
      };
    }),
  );
}

/** A change of a budget as the API writes it. */
export function toBudgetChangeBody(change: BudgetChange) {
  const { changeId, budgetId, before, after, reason, changedBy, changedAt } = change;
  return {
    id: changeId,
    budgetId,
    before: before === null ? null : toBudgetBody(before),
    after: after === null ? null : toBudgetBody(after),
    reason,
    changedBy,
    changedAt: new Date(changedAt).toISOString(),
  };
}
