import { addDays, type IsoDate } from '../../../market/calendar.ts';
import type { MetricFilter } from '../../../market/ports/market-metrics.ts';
import type { Reading } from './reading.ts';

type Days = NonNullable<MetricFilter['days']>;

const UNIT = '(year|quarter|month|week)';
const BEFORE = new RegExp(
  `\\b(?:the |1 )?${UNIT} (?:before|earlier|prior|previous)\\b|\\b(?:the )?(?:previous|prior|preceding) ${UNIT}\\b`,
);
const AFTER = new RegExp(
  `\\b(?:the |1 )?${UNIT} (?:after|later|following|on)\\b|\\b(?:the )?(?:following|next|subsequent) ${UNIT}\\b`,
);
const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

/** A question without the words that move its period, once they have been followed. */
export function withoutMove(reading: Reading): Reading {
  const rest = reading.rest
    .replace(BEFORE, ' ')
    .replace(AFTER, ' ')
    .replace(/\b(?:before|after|earlier|later|prior|previous|following|next|subsequent)\b/g, ' ');
  return { ...reading, periods: [], horizon: null, monthsAhead: null, rest };
}

/** `The year before`, said after a period: that period moved by so much; `null` where nothing is said so. */
export function movedDays(days: Days | undefined, { whole }: Pick<Reading, 'whole'>): Days | null {
  if (days === undefined || /\bbefore last\b/.test(whole)) return null;
  const before = BEFORE.exec(whole);
  const match = before ?? AFTER.exec(whole);
  if (match === null) return null;
  const unit = match[1] ?? match[2] ?? 'year';
  const sign = before === null ? 1 : -1;
  const moved = (day: IsoDate | undefined): { readonly day: IsoDate } | null =>
    day === undefined
      ? null
      : { day: unit === 'week' ? addDays(day, 7 * sign) : movedMonths(day, sign * MONTHS[unit]!) };
  const [from, to] = [moved(days.from), moved(days.to)];
  return { ...(from === null ? {} : { from: from.day }), ...(to === null ? {} : { to: to.day }) };
}

/** The same day so many months on; the last of a month stays the last. */
function movedMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const isLast = addDays(day, 1).endsWith('-01');
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const target = isLast ? last.getUTCDate() : Math.min(date, last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(target).padStart(2, '0')}`;
}
