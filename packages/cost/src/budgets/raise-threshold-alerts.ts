import type { AlertOutbox } from '../alerts/alert-outbox.ts';
import type { BudgetThresholdAlert } from '../alerts/cost-alert.ts';
import { alertPeriodStart } from './alert-period.ts';
import type { Budget } from './budget.ts';
import type { BudgetState, BudgetStore } from './budget-store.ts';
import { windowStart } from './window-start.ts';

/**
 * Puts an alert into the outbox for every threshold that the spending of a budget has reached, once a budget, window and
 * threshold whoever asks and how often. It looks at what is spent and not at what was just added: a crossing that nobody
 * told of, because a process died, is told of by the next look. Answers how many were new.
 */
export async function raiseThresholdAlerts(
  ports: { readonly store: BudgetStore; readonly outbox: Pick<AlertOutbox, 'put'> },
  query: {
    readonly budgets: readonly Budget[];
    /** Epoch milliseconds. */
    readonly at: number;
    /** In place of the thresholds of each budget. */
    readonly thresholds?: readonly number[];
  },
): Promise<number> {
  const { budgets, at, thresholds } = query;
  const alerts: BudgetThresholdAlert[] = [];
  for (const budget of budgets) {
    const wanted = thresholds ?? budget.alertAt ?? [];
    if (wanted.length === 0) continue;
    const state = await ports.store.state({ budgetId: budget.id, windowStart: windowStart(budget.window, { at }), at });
    alerts.push(...reached(budget, { state, at, thresholds: wanted }));
  }
  return alerts.length === 0 ? 0 : ports.outbox.put(alerts);
}

/** The id of an alert: of many that raise it, one does. */
export function thresholdAlertId(budget: Budget, options: { readonly threshold: number; readonly at: number }): string {
  return `budget-threshold/${budget.id}/${alertPeriodStart(budget.window, options)}/${options.threshold}`;
}

function reached(
  budget: Budget,
  query: { readonly state: BudgetState; readonly at: number; readonly thresholds: readonly number[] },
): readonly BudgetThresholdAlert[] {
  const { state, at, thresholds } = query;
  const { limitNanoUsd } = budget;
  if (state.spentNanoUsd === 0n) return [];
  return thresholds
    .filter((share) => state.spentNanoUsd * 1_000_000n >= limitNanoUsd * BigInt(Math.round(share * 1_000_000)))
    .map((threshold) => ({
      kind: 'budget-threshold',
      alertId: thresholdAlertId(budget, { threshold, at }),
      budgetId: budget.id,
      windowStart: alertPeriodStart(budget.window, { at }),
      threshold,
      spentNanoUsd: state.spentNanoUsd,
      limitNanoUsd,
      raisedAt: at,
    }));
}
