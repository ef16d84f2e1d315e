import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFileError } from '../errors.ts';
import { fileText } from './file-text.ts';
import type { SourceRow } from './import-format.ts';

/** The longest line that is taken for one row, in bytes. */
export const LONGEST_LINE = 1_000_000;

/** One row of a file with its number, 1 for the first after the header; `row` is `null` where it cannot be split. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly row: SourceRow | null;
}

/** The columns of a file and its rows, read as they are asked for. */
export interface RowStream {
  readonly kind: 'csv' | 'ndjson';
  /** For NDJSON the keys of the first line. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<NumberedRow>;
  /** Lets go of the file without reading on. */
  close(): void;
}

/** Opens a CSV (comma, semicolon or tab) or NDJSON file, packed or not. */
export async function openRows(path: string): Promise<RowStream> {
  const text = fileText(path);
  let head = '';
  while (!head.includes('\n', head.search(/\S|$/))) {
    const piece = await text.next();
    if (piece.done === true) break;
    head += piece.value;
    if (head.length > LONGEST_LINE) throw longLine(path);
  }
  const whole = (async function* () {
    yield head;
    yield* text;
  })();
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{')) return openJsonLines(path, whole);
  if (start.startsWith('[')) {
    throw new ImportFileError(
      'WRONG_FORMAT',
      `${path} is a JSON array: write one object a line (NDJSON) or a CSV file.`,
    );
  }
  return openCsv(path, { text: whole, delimiter: delimiterOf(start) });
}

function longLine(path: string): ImportFileError {
  return new ImportFileError(
    'LINE_TOO_LONG',
    `${path} has a line of more than ${LONGEST_LINE / 1_000_000} MB: mend the line or a quote that is not closed.`,
  );
}

function delimiterOf(start: string): string {
  const line = start.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

async function openCsv(
  path: string,
  options: { readonly text: AsyncIterable<string>; readonly delimiter: string },
): Promise<RowStream> {
  const parser = parse({
    bom: true,
    delimiter: options.delimiter,
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // The error reaches the reader of `parser`, which `pipeline` destroys with it.
  pipeline(Readable.from(options.text), parser, () => undefined);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const next = async () => {
    try {
      return await records.next();
    } catch (error) {
      throw csvError(error, path);
    }
  };
  const header = await next();
  if (header.done === true)
    throw new ImportFileError('EMPTY_FILE', `${path} is empty: give a file with a header and rows.`);
  const columns = header.value.map((column) => column.trim());
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new ImportFileError('WRONG_FORMAT', `${path} has the column "${twice}" twice: rename one of them.`);
  }
  return { kind: 'csv', columns, rows: csvRows(columns, next), close: () => parser.destroy() };
}

async function* csvRows(
  columns: readonly string[],
  next: () => Promise<IteratorResult<string[]>>,
): AsyncGenerator<NumberedRow> {
  let number = 0;
  for (let record = await next(); record.done !== true; record = await next()) {
    const cells = record.value;
    number += 1;
    if (cells.length !== columns.length) {
      yield { number, cells, row: null };
      continue;
    }
    const row: Record<string, string> = {};
    for (let index = 0; index < columns.length; index += 1) row[columns[index] as string] = cells[index] as string;
    yield { number, cells, row };
  }
}

function csvError(error: unknown, path: string): unknown {
  const { code, lines } = error as { readonly code?: string; readonly lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE') return longLine(path);
  if (code === undefined || !code.startsWith('CSV_')) return error;
  return new ImportFileError(
    'WRONG_FORMAT',
    `${path} cannot be split into columns${lines === undefined ? '' : ` at line ${lines}`}: mend the quotes there.`,
    { cause: error },
  );
}

async function openJsonLines(path: string, text: AsyncIterable<string>): Promise<RowStream> {
  const lines = jsonLines(path, text);
  const first = await lines.next();
  const firstRow = first.done === true ? null : first.value.row;
  if (first.done === true || firstRow === null) {
    throw new ImportFileError(
      'WRONG_FORMAT',
      `${path} does not begin with a JSON object on a line of its own: write NDJSON.`,
    );
  }
  const rows = (async function* () {
    yield first.value;
    yield* lines;
  })();
  return { kind: 'ndjson', columns: Object.keys(firstRow), rows, close: () => void lines.return(undefined) };
}

async function* jsonLines(path: string, text: AsyncIterable<string>): AsyncGenerator<NumberedRow> {
  let rest = '';
  let number = 0;
  const toRow = (line: string): NumberedRow => {
    number += 1;
    return { number, cells: [line], row: jsonRow(line) };
  };
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw longLine(path);
    for (const line of lines) {
      if (line.length > LONGEST_LINE) throw longLine(path);
      if (line.trim() !== '') yield toRow(line);
    }
  }
  if (rest.trim() !== '') yield toRow(rest);
}

function jsonRow(line: string): SourceRow | null {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const row: Record<string, string> = {};
  for (const [key, field] of Object.entries(value)) {
    if (Array.isArray(field)) row[key] = field.join('|');
    else row[key] = field === null || typeof field === 'object' ? '' : String(field);
  }
  return row;
}
