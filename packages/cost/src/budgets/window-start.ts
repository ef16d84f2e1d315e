import { CostError } from '../errors.ts';
import type { BudgetWindow } from './budget.ts';

const DAY_MS = 86_400_000;

/** The instant at which the window that holds `at` began, epoch milliseconds. Weeks begin on Monday (ISO 8601). */
export function windowStart(window: BudgetWindow, options: { readonly at: number }): number {
  const { at } = options;
  if (window.kind === 'rolling') return at - window.lengthMs;
  const offset = zoneOffset(window.timeZone);
  const local = new Date(at + offset(at));
  const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  const first =
    window.period === 'day'
      ? day
      : window.period === 'week'
        ? day - ((local.getUTCDay() + 6) % 7) * DAY_MS
        : Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1);
  // The offset at midnight need not be the one at `at`: the clock may have been changed in between.
  const guess = first - offset(first - offset(at));
  return first - offset(guess);
}

/** The instant at which the window after the one that holds `at` begins; for a rolling window, `at` itself. */
export function nextWindowStart(window: BudgetWindow, options: { readonly at: number }): number {
  if (window.kind === 'rolling') return options.at;
  const start = windowStart(window, options);
  const days = { day: 1, week: 7, month: 31 }[window.period];
  // Half a day past the shortest way there lies inside the next window, whatever the clock was changed by.
  return windowStart(window, { at: start + days * DAY_MS + DAY_MS / 2 });
}

/** How far the local clock of a zone is ahead of UTC at an instant, milliseconds. */
function zoneOffset(timeZone: string): (at: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new CostError('invalid-budget', `"${timeZone}" is no time zone: use an IANA name such as Europe/Berlin.`);
  }
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}
