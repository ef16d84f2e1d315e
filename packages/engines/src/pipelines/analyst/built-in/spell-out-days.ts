import type { IsoDate } from '../../../market/calendar.ts';
import { MONTH, monthNumber } from './month-words.ts';

const DATE = '([0-3]?\\d)(?:st|nd|rd|th)?';
const YEAR = '(?:,? ,? ?((?:19|20)\\d\\d))';
const DAY_FIRST = new RegExp(`\\b(?:the )?${DATE} (?:of )?${MONTH}${YEAR}\\b`, 'g');
const MONTH_FIRST = new RegExp(`\\b${MONTH} (?:the )?${DATE}${YEAR}\\b`, 'g');
const DAY_FIRST_OPEN = new RegExp(`\\b(?:the )?${DATE}(?:st|nd|rd|th| of)? ${MONTH}(?! \\d)\\b`, 'g');
const MONTH_FIRST_OPEN = new RegExp(
  `\\b${MONTH} (?:the )?([0-3]?\\d)(?:st|nd|rd|th)?\\b(?! ?(?:\\d|%|percent|miles|911|cars|sales))`,
  'g',
);

/**
 * Days as people write them as `2025-02-01`: `1 February 2025`, `Feb 1st, 2025`. Without a year the last such day up to `asOf` is
 * meant. What is no day of the calendar stays as it is written.
 */
export function spellOutDays(text: string, asOf: IsoDate): string {
  return text
    .replace(DAY_FIRST, (all, date: string, month: string, year: string) => dayOf(year, month, date) ?? all)
    .replace(MONTH_FIRST, (all, month: string, date: string, year: string) => dayOf(year, month, date) ?? all)
    .replace(DAY_FIRST_OPEN, (all, date: string, month: string) => lastDayOf(asOf, month, date) ?? all)
    .replace(MONTH_FIRST_OPEN, (all, month: string, date: string) => lastDayOf(asOf, month, date) ?? all);
}

function dayOf(year: string, month: string, date: string): IsoDate | null {
  const number = monthNumber(month);
  const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) ? null : day;
}

function lastDayOf(asOf: IsoDate, month: string, date: string): IsoDate | null {
  const year = Number(asOf.slice(0, 4));
  const day = dayOf(String(year), month, date);
  return day === null || day <= asOf ? day : dayOf(String(year - 1), month, date);
}
