import { CommandError } from '../errors.ts';

/** A row of a series: the line as it stands, and what could be read of it. */
export interface StreamRow {
  readonly line: string;
  /** Epoch milliseconds; NaN where it cannot be read. */
  readonly timestamp: number;
  /** NaN where it is missing or no number. */
  readonly value: number;
}

/**
 * Reads a series of two columns under a header, in any order of names where one of them is called value. Lines are kept as
 * they are. An empty file, one with a
 * single column, or one without any number is refused.
 */
export function readStreamRows(
  text: string,
  options: { readonly path: string },
): { readonly header: string; readonly rows: readonly StreamRow[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  const header = lines.shift();
  if (header === undefined || header.split(',').length < 2) {
    throw new CommandError(
      'NOT_A_SERIES',
      `${options.path} has no header with a timestamp and a value: give a CSV with two columns.`,
    );
  }
  const names = header.split(',').map((name) => unquoted(name).toLowerCase());
  const named = names.indexOf('value');
  const valueColumn = named >= 0 ? named : 1;
  const timeColumn = valueColumn === 0 ? 1 : 0;
  const rows = lines.map((line): StreamRow => {
    const cells = line.split(',');
    const cell = unquoted(cells[valueColumn] ?? '');
    return {
      line,
      timestamp: instantOf(unquoted(cells[timeColumn] ?? '')),
      value: cell === '' ? Number.NaN : Number(cell),
    };
  });
  if (rows.length > 0 && rows.every(({ value }) => Number.isNaN(value))) {
    throw new CommandError(
      'NOT_A_SERIES',
      `${options.path} has no number in its column ${valueColumn + 1}: give a CSV with a timestamp and a value in each row.`,
    );
  }
  return { header, rows };
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim();
}

/** Epoch milliseconds of `2014-02-14 14:30:00`, ISO 8601, or seconds or milliseconds since 1970; times without zone are UTC. */
function instantOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return number < 1e11 ? number * 1000 : number;
  }
  const plain = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(:\d{2}(\.\d+)?)?)$/.exec(text);
  return Date.parse(plain === null ? text : `${plain[1]}T${plain[2]}Z`);
}
