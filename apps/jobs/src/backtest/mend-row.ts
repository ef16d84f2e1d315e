import { isIsoDate } from '@pa/engines/market';
import { dayCell, mileageCell, modelYearCell, numberCell, priceCell, textCell } from '../import/cell-values.ts';
import type { SourceRow } from '../import/import-format.ts';
import { RejectedRow } from '../import/rejected-row.ts';

/** The formats whose sold rows can be put to the test. */
export const BACKTEST_FORMATS = ['wholesale', 'collector'] as const;
export type BacktestFormat = (typeof BACKTEST_FORMATS)[number];

/** Stands for a day that the row does not have; a reader takes it, and the caller takes it out again. */
export const NO_DAY = '1900-01-01';
const NO_NAME = 'not stated';
/** Readers refuse what lies in the future of this day, and in a backtest nothing does. */
export const END_OF_TIME = '9999-12-31';

/**
 * A row in which everything but the price may be missing or nonsense, made fit for its reader: cells that say nothing
 * are emptied, names that must be there are "not stated". `null` where the row is no sale with a price.
 */
export function mendRow(row: SourceRow, options: { readonly format: BacktestFormat }): SourceRow | null {
  const { format } = options;
  const isWholesale = format === 'wholesale';
  if (orNull(() => priceCell(row, isWholesale ? 'sellingprice' : 'sold_price')) === null) return null;
  if (!isWholesale && textCell(row, 'status')?.toLowerCase() !== 'sold') return null;
  const mended: Record<string, string> = { ...row };
  for (const column of ['make', 'model']) mended[column] = textCell(row, column) ?? NO_NAME;
  const dayColumn = isWholesale ? 'sale_date' : 'end_date';
  const day = orNull(() => dayCell(row, dayColumn));
  mended[dayColumn] = day !== null && isIsoDate(day) ? day : NO_DAY;
  if (orNull(() => modelYearCell(row, 'year', { today: day ?? END_OF_TIME })) === null) mended['year'] = '';
  const miles = isWholesale ? 'odometer' : 'mileage';
  if (orNull(() => mileageCell(row, miles)) === null) mended[miles] = '';
  if (isWholesale) {
    mended['vin'] = textCell(row, 'vin') ?? NO_NAME;
    const grade = orNull(() => numberCell(row, 'condition'));
    if (grade === null || grade < 1 || grade > 50) mended['condition'] = '';
  }
  return mended;
}

/** True where the cell named a chassis or anything else that {@link mendRow} would otherwise have made up. */
export function isStated(text: string | null): text is string {
  return text !== null && text.toLowerCase() !== NO_NAME;
}

/** What a cell says, `null` where it cannot be read. */
export function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RejectedRow) return null;
    throw error;
  }
}
