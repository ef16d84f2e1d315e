import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import { monthIndex, monthOf } from '../market/calendar.ts';

/** Periods of the market level in a month: short enough to follow a spring, long enough to hold sales. */
export const PERIODS_PER_MONTH = 4;

/** The period of a day, counted from the first of `firstMonth`. */
export function periodOf(day: IsoDate, firstMonth: IsoMonth): number {
  const months = monthIndex(monthOf(day)) - monthIndex(firstMonth);
  const part = Math.floor(((Number(day.slice(8, 10)) - 1) * PERIODS_PER_MONTH) / 31);
  return months * PERIODS_PER_MONTH + part;
}
