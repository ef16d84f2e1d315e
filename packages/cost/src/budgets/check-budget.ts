import { CostError } from '../errors.ts';
import type { Budget } from './budget.ts';
import { SPENDING_SLICE_MS } from './budget-store.ts';
import { windowStart } from './window-start.ts';

/** Throws `invalid-budget` with one sentence where a budget cannot be counted. */
export function checkBudget(budget: Budget): void {
  const { id, scope, window, limitNanoUsd, alertAt = [] } = budget;
  if (!/^[\w:.@/-]{1,200}$/.test(id)) {
    throw new CostError('invalid-budget', `"${id}" is no id of a budget: use letters, digits and : . @ / - _.`);
  }
  if (scope.kind !== 'global' && scope.key === '') {
    throw new CostError('invalid-budget', `The budget "${id}" names no ${scope.kind}: say which one it counts.`);
  }
  if (limitNanoUsd < 0n) {
    throw new CostError('invalid-budget', `The limit of the budget "${id}" is negative: give 0 or more.`);
  }
  if (window.kind === 'rolling' && !(Number.isSafeInteger(window.lengthMs) && window.lengthMs >= SPENDING_SLICE_MS)) {
    throw new CostError(
      'invalid-budget',
      `The window of the budget "${id}" is ${window.lengthMs} ms: spending is kept by quarters of an hour, give ${SPENDING_SLICE_MS} or more.`,
    );
  }
  if (alertAt.some((share) => !(share > 0 && share <= 10))) {
    throw new CostError(
      'invalid-budget',
      `The budget "${id}" alerts at a share outside of 0 to 10: give 0.8 for 80 %.`,
    );
  }
  // An unknown time zone is found by using it.
  windowStart(window, { at: 0 });
}
