/** What a budget counts. A `job` is a run such as the daily analysis; a `model` is the requested one. */
export type BudgetScope =
  | { readonly kind: 'global' }
  | { readonly kind: 'feature' | 'user' | 'model' | 'job'; readonly key: string };

/** Over which time it counts: a period of the calendar in a time zone, or the last so many milliseconds. */
export type BudgetWindow =
  | { readonly kind: 'calendar'; readonly period: 'day' | 'week' | 'month'; readonly timeZone: string }
  | { readonly kind: 'rolling'; readonly lengthMs: number };

/** How much may be spent on something in a time. */
export interface Budget {
  readonly id: string;
  readonly scope: BudgetScope;
  readonly window: BudgetWindow;
  readonly limitNanoUsd: bigint;
  /** What happens to a call when the store of budgets does not answer. Default `refuse`. */
  readonly whenStoreFails?: 'refuse' | 'allow';
  /** Shares of the limit at which an alert is raised, once a window, such as `[0.5, 0.8, 1]`. Default none. */
  readonly alertAt?: readonly number[];
}

/** What a call is counted by. */
export interface BudgetSubject {
  readonly feature?: string | undefined;
  readonly userId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly modelId: string;
}

/** True where a budget counts a call. */
export function isCountedBy(budget: Budget, subject: BudgetSubject): boolean {
  const { scope } = budget;
  if (scope.kind === 'global') return true;
  const values = { feature: subject.feature, user: subject.userId, job: subject.jobId, model: subject.modelId };
  return values[scope.kind] === scope.key;
}
