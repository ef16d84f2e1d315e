import type { BudgetWindow } from './budget.ts';
import { windowStart } from './window-start.ts';

/**
 * From when on an alert of a budget is the same alert: the window of the calendar; for a rolling window, which begins anew
 * at every instant, one length of it counted from the epoch.
 */
export function alertPeriodStart(window: BudgetWindow, options: { readonly at: number }): number {
  if (window.kind === 'calendar') return windowStart(window, options);
  return Math.floor(options.at / window.lengthMs) * window.lengthMs;
}
