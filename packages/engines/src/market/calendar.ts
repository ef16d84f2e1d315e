/** A calendar day, `YYYY-MM-DD`, without a time zone. Days compare correctly as strings. */
export type IsoDate = string;

/** A calendar month, `YYYY-MM`. Months compare correctly as strings. */
export type IsoMonth = string;

const DAY_MS = 86_400_000;

/** The month a day lies in. */
export function monthOf(day: IsoDate): IsoMonth {
  return day.slice(0, 7);
}

/** The first day of a month. */
export function firstDayOf(month: IsoMonth): IsoDate {
  return `${month}-01`;
}

/** The month `count` months after (before, where negative) the given one. */
export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const index = monthIndex(month) + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Months since year 0, so that the difference of two months is a subtraction. */
export function monthIndex(month: IsoMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Days since 1970-01-01; NaN for text that is no day. */
export function dayNumber(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The day `count` days after (before, where negative) the given one. */
export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date((dayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` months later; the 31st becomes the last day of a shorter month. */
export function addMonthsToDay(day: IsoDate, count: number): IsoDate {
  const month = addMonths(monthOf(day), count);
  const lastDay = addDays(firstDayOf(addMonths(month, 1)), -1);
  const wanted = `${month}-${day.slice(8, 10)}`;
  return wanted < lastDay ? wanted : lastDay;
}

/** The UTC day of an instant given in epoch milliseconds. */
export function dayOfInstant(epochMs: number): IsoDate {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** True for `YYYY-MM-DD` text that names a day that exists. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayNumber(text)) && addDays(text, 0) === text;
}
