import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { addDays, addMonths, firstDayOf, isIsoDate } from '@pa/engines/market';
import type { OutsideSeries } from '@pa/engines/forecasting';
import { CommandError } from '../../errors.ts';

/**
 * Reads a series from outside, such as consumer prices or an interest rate, from a CSV with a header: a month (or its
 * first day), a value and, where it is known, the day of publication. Without that column a month counts as published
 * so many days after its end. A month may stand in several rows, one a revision. Rows without a value are left out.
 */
export function readOutsideSeries(path: string, options: { readonly lagDays: number }): OutsideSeries {
  const lines = textOf(path)
    .split(/\r?\n/)
    .map((text, at) => ({ text: text.trim(), line: at + 1 }))
    .filter(({ text }) => text !== '')
    .slice(1);
  const figures = lines.flatMap(({ text, line }) => {
    const [day = '', value = '', published = ''] = text.split(',').map((cell) => cell.trim());
    if (value === '' || value === '.') return [];
    const month = day.slice(0, 7);
    const amount = Number(value);
    const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
    const publishedOn = published !== '' ? published : known ? lastPublication(month, options.lagDays) : '';
    if (!known || !(amount > 0) || !isIsoDate(publishedOn)) {
      throw new CommandError(
        'BAD_OUTSIDE_SERIES',
        `${path}, line ${line} is no figure of a series ("${text}"): give month,value or month,value,published_on with a value above 0, such as 2024-05,183.2,2024-06-12.`,
      );
    }
    return [{ month, value: amount, publishedOn }];
  });
  return { name: basename(path).replace(/\.csv$/, ''), figures };
}

function lastPublication(month: string, lagDays: number): string {
  return addDays(addDays(firstDayOf(addMonths(month, 1)), -1), lagDays);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CommandError('FILE_NOT_FOUND', `${path} cannot be read: check the path and its rights.`, { cause });
  }
}
