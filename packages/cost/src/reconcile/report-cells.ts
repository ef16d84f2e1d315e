import { CostError } from '../errors.ts';
import type { ReportRow } from './vendor-line.ts';

/** A decimal amount of dollars as nano-dollars, rounded half away from zero. */
export function nanoUsdOfText(row: ReportRow, column: string): bigint {
  const text = row[column] ?? '';
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (match === null || (match[2] ?? '') + (match[3] ?? '') === '')
    throw invalid(row, column, 'an amount such as 1.25');
  const [, sign, whole = '', fraction = ''] = match;
  const tenths = BigInt((whole || '0') + fraction.slice(0, 10).padEnd(10, '0'));
  const nano = (tenths + 5n) / 10n;
  return sign === '-' ? -nano : nano;
}

/** A count of tokens or requests; reports write some of them as `10.0`. Empty is 0. */
export function countOf(row: ReportRow, column: string): number {
  const text = (row[column] ?? '').trim();
  const count = text === '' ? 0 : Number(text);
  if (!Number.isSafeInteger(count) || count < 0) throw invalid(row, column, 'a whole number');
  return count;
}

/** The day of an ISO date or instant. */
export function dayOf(row: ReportRow, column: string): string {
  const day = (row[column] ?? '').slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw invalid(row, column, 'a day such as 2026-11-23');
  return day;
}

function invalid(row: ReportRow, column: string, wanted: string): CostError {
  return new CostError(
    'invalid-report',
    `The column "${column}" of the report holds "${row[column] ?? ''}" where ${wanted} is expected: export it again.`,
  );
}
