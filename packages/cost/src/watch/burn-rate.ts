import type { AlertOutbox } from '../alerts/alert-outbox.ts';
import type { BurnRateAlert } from '../alerts/cost-alert.ts';
import { alertPeriodStart } from '../budgets/alert-period.ts';
import type { Budget } from '../budgets/budget.ts';
import type { BudgetStore } from '../budgets/budget-store.ts';
import { nextWindowStart, windowStart } from '../budgets/window-start.ts';

/** When spending is too fast: over a long time, and over a short one as well, so that an alert ends when the spending does. */
export interface BurnRateRule {
  readonly longMs: number;
  readonly shortMs: number;
  /** How many times as fast as evenly over the budget's window. */
  readonly factor: number;
}

const HOUR_MS = 3_600_000;

/**
 * The windows and factors of B. Beyer et al. (eds.), "The Site Reliability Workbook" (2018), chapter 5, for a month: 2 % of
 * the budget in an hour, 5 % in six hours, 10 % in three days. The short times are whole quarters of an hour, as spending is kept.
 */
export const BURN_RATE_RULES: readonly BurnRateRule[] = [
  { longMs: HOUR_MS, shortMs: HOUR_MS / 4, factor: 14.4 },
  { longMs: 6 * HOUR_MS, shortMs: HOUR_MS / 2, factor: 6 },
  { longMs: 72 * HOUR_MS, shortMs: 6 * HOUR_MS, factor: 1 },
];

/** Less of a budget than this is no reason to wake anybody, however fast it went. */
const SMALLEST_SHARE_SPENT = 0.01;

/**
 * Puts an alert into the outbox for every budget that is spent too fast by a rule, once a budget, window and rule. A rule
 * whose long time is not shorter than the budget's window is left out. Answers how many were new.
 */
export async function raiseBurnRateAlerts(
  ports: { readonly store: BudgetStore; readonly outbox: Pick<AlertOutbox, 'put'> },
  query: {
    readonly budgets: readonly Budget[];
    /** Epoch milliseconds. */
    readonly at: number;
    readonly rules?: readonly BurnRateRule[];
  },
): Promise<number> {
  const { budgets, at, rules = BURN_RATE_RULES } = query;
  const alerts: BurnRateAlert[] = [];
  for (const budget of budgets) {
    const windowMs = lengthOf(budget, at);
    if (budget.limitNanoUsd === 0n) continue;
    const spentOver = async (overMs: number) =>
      (await ports.store.state({ budgetId: budget.id, windowStart: at - overMs, at })).spentNanoUsd;
    for (const rule of rules) {
      if (rule.longMs >= windowMs) continue;
      const rate = (spent: bigint, overMs: number) => Number(spent) / Number(budget.limitNanoUsd) / (overMs / windowMs);
      const spentNanoUsd = await spentOver(rule.longMs);
      const burnRate = rate(spentNanoUsd, rule.longMs);
      if (burnRate < rule.factor || Number(spentNanoUsd) < SMALLEST_SHARE_SPENT * Number(budget.limitNanoUsd)) continue;
      if (rate(await spentOver(rule.shortMs), rule.shortMs) < rule.factor) continue;
      const start = alertPeriodStart(budget.window, { at });
      alerts.push({
        kind: 'burn-rate',
        alertId: `burn-rate/${budget.id}/${start}/${rule.factor}`,
        budgetId: budget.id,
        windowStart: start,
        burnRate,
        overMs: rule.longMs,
        spentNanoUsd,
        limitNanoUsd: budget.limitNanoUsd,
        raisedAt: at,
      });
    }
  }
  return alerts.length === 0 ? 0 : ports.outbox.put(alerts);
}

function lengthOf({ window }: Budget, at: number): number {
  if (window.kind === 'rolling') return window.lengthMs;
  return nextWindowStart(window, { at }) - windowStart(window, { at });
}
