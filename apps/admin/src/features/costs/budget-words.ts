import type { BudgetState } from '../../api/answers.ts';

type Budget = BudgetState['budget'];

const PERIODS = { day: 'a day', week: 'a week', month: 'a month' } as const;
const HOUR_MS = 3_600_000;

/** What a budget counts and over which time, such as `Feature chat, a day (Europe/Berlin)`. */
export function budgetWords({ scope, window }: Pick<Budget, 'scope' | 'window'>): string {
  const what =
    scope.kind === 'global' ? 'Everything' : `${scope.kind[0]?.toUpperCase()}${scope.kind.slice(1)} ${scope.key}`;
  return `${what}, ${windowWords(window)}`;
}

function windowWords(window: Budget['window']): string {
  if (window.kind === 'rolling') return `any ${Math.round(((window.lengthMs ?? 0) / HOUR_MS) * 100) / 100} hours`;
  return `${PERIODS[window.period ?? 'month']} (${window.timeZone})`;
}

/** Whole nano-dollars of an amount of dollars that somebody wrote; `null` where it is none. */
export function nanoUsdOfDollars(text: string): string | null {
  const match = /^\s*(\d{1,9})(?:\.(\d{1,9}))?\s*$/.exec(text);
  if (match === null) return null;
  const [, whole = '0', fraction = ''] = match;
  return BigInt(whole + fraction.padEnd(9, '0')).toString();
}

/** The dollars of whole nano-dollars, to be changed by hand, such as `1000` or `0.5`. */
export function dollarsOf(nanoUsd: string): string {
  const digits = nanoUsd.padStart(10, '0');
  const fraction = digits.slice(-9).replace(/0+$/, '');
  return `${digits.slice(0, -9)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** How much of a budget is spent and held, as shares of its limit. */
export function sharesOf({ budget, spentNanoUsd, heldNanoUsd }: BudgetState): {
  readonly spent: number;
  readonly held: number;
} {
  const limit = Number(budget.limitNanoUsd);
  if (limit === 0) return { spent: 1, held: 0 };
  return { spent: Number(spentNanoUsd) / limit, held: Number(heldNanoUsd) / limit };
}
