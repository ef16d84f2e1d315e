import { type IsoDate, isIsoDate } from '@pa/engines/market';
import type { SourceRow } from './import-format.ts';
import { RejectedRow } from './rejected-row.ts';

const MISSING = new Set(['', 'null', 'none', 'n/a', 'na', 'nan', '—', '-', 'unknown']);
const FIRST_CAR_YEAR = 1885;

/** The trimmed text of a cell; `null` for an absent, empty or "null" one. */
export function textCell(row: SourceRow, column: string): string | null {
  const text = row[column]?.trim() ?? '';
  return MISSING.has(text.toLowerCase()) ? null : text;
}

/** The same, refusing a row without it. */
export function requiredTextCell(row: SourceRow, column: string): string {
  const text = textCell(row, column);
  if (text === null) throw new RejectedRow(`${column} is missing`);
  return text;
}

/** A number such as `12500`, `12500.50` or `12,500`; `null` where the cell is empty. */
export function numberCell(row: SourceRow, column: string): number | null {
  const text = textCell(row, column);
  if (text === null) return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^[+-]?\d+(\.\d*)?$/.test(plain)) throw new RejectedRow(`${column} is no number`);
  return Number(plain);
}

/** A price in whole currency units; `null` where the cell is empty. A price of nothing or less is no price. */
export function priceCell(row: SourceRow, column: string): number | null {
  const amount = numberCell(row, column);
  if (amount === null) return null;
  if (amount < 0) throw new RejectedRow(`${column} is negative`);
  if (Math.round(amount) === 0) throw new RejectedRow(`${column} is zero`);
  if (amount > Number.MAX_SAFE_INTEGER) throw new RejectedRow(`${column} is too large`);
  return Math.round(amount);
}

/** The same, refusing a row without it. */
export function requiredPriceCell(row: SourceRow, column: string): number {
  const amount = priceCell(row, column);
  if (amount === null) throw new RejectedRow(`${column} is missing`);
  return amount;
}

/** An odometer reading in whole units; `null` where it is unknown, which 999999 says too. */
export function mileageCell(row: SourceRow, column: string): number | null {
  const mileage = numberCell(row, column);
  if (mileage === null || mileage === 999_999) return null;
  if (mileage < 0) throw new RejectedRow(`${column} is negative`);
  if (mileage > 10_000_000) throw new RejectedRow(`${column} is too large`);
  return Math.round(mileage);
}

/** A model year; `null` where the cell is empty. Next year's cars are already sold, later ones are not. */
export function modelYearCell(row: SourceRow, column: string, context: { readonly today: IsoDate }): number | null {
  const year = numberCell(row, column);
  if (year === null) return null;
  const last = Number(context.today.slice(0, 4)) + 2;
  if (!Number.isInteger(year) || year < FIRST_CAR_YEAR || year > last)
    throw new RejectedRow(`${column} is no model year`);
  return year;
}

/** The day of a cell such as `2024-09-30` or `2024-09-30 04:00:00`; `null` where it is empty. */
export function dayCell(row: SourceRow, column: string): IsoDate | null {
  const text = textCell(row, column);
  if (text === null) return null;
  const day = text.slice(0, 10);
  if (!isIsoDate(day) || !/^(|[T ]\S*)$/.test(text.slice(10)))
    throw new RejectedRow(`${column} is no date (YYYY-MM-DD)`);
  return day;
}

/** The day of something that has happened: it must be there and not lie in the future. */
export function pastDayCell(row: SourceRow, column: string, context: { readonly today: IsoDate }): IsoDate {
  const day = dayCell(row, column);
  if (day === null) throw new RejectedRow(`${column} is missing`);
  if (day > context.today) throw new RejectedRow(`${column} lies in the future`);
  return day;
}

/** The named cells that are not empty, for the evidence that is kept beside a listing. */
export function attributesOf(row: SourceRow, columns: readonly string[]): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const column of columns) {
    const text = textCell(row, column);
    if (text !== null) attributes[column] = text;
  }
  return attributes;
}
