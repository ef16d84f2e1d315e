import type { BudgetState, ChangeBudgetRequest } from '../../api/answers.ts';
import { dollarsOf, nanoUsdOfDollars } from './budget-words.ts';

/** A budget as somebody writes it. */
export interface BudgetFields {
  readonly id: string;
  readonly scope: string;
  readonly scopeKey: string;
  readonly period: string;
  readonly timeZone: string;
  readonly limit: string;
  readonly alertAt: string;
  readonly reason: string;
}

/** The fields of a budget in force, or of a new one. A reason is never filled in. */
export function fieldsOf(state: BudgetState | null): BudgetFields {
  const budget = state?.budget;
  return {
    id: budget?.id ?? '',
    scope: budget?.scope.kind ?? 'global',
    scopeKey: budget?.scope.key ?? '',
    period: budget?.window.period ?? 'month',
    timeZone: budget?.window.timeZone ?? 'UTC',
    limit: budget === undefined ? '' : dollarsOf(budget.limitNanoUsd),
    alertAt: (budget?.alertAt ?? [0.8, 1]).map((share) => `${Math.round(share * 1000) / 10}`).join(', '),
    reason: '',
  };
}

/** What is sent; one sentence where a field cannot be read. What a budget counts stays as it is in force. */
export function requestOf(fields: BudgetFields, state: BudgetState | null): ChangeBudgetRequest | string {
  const { id, scope, scopeKey, limit, alertAt, reason } = fields;
  const limitNanoUsd = nanoUsdOfDollars(limit);
  if (limitNanoUsd === null) return 'The limit is no amount of dollars: write it as 25 or 0.50.';
  const shares = alertAt
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => Number(text) / 100);
  if (shares.some((share) => !(share > 0 && share <= 10))) {
    return 'The alerts are per cents from 0 to 1000: write them as 80, 100.';
  }
  if (reason.trim() === '') return 'A budget is not changed without a reason: say why.';
  const window = state?.budget.window;
  return {
    id: id.trim(),
    scope: scope === 'global' ? { kind: 'global' } : { kind: scope as 'feature', key: scopeKey.trim() },
    window:
      window?.kind === 'rolling'
        ? { kind: 'rolling', lengthMs: window.lengthMs ?? 0 }
        : { kind: 'calendar', period: fields.period as 'day', timeZone: fields.timeZone.trim() },
    limitNanoUsd,
    alertAt: shares,
    whenStoreFails: state?.budget.whenStoreFails ?? 'refuse',
    reason: reason.trim(),
  };
}
