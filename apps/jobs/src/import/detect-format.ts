import { ImportFileError } from '../errors.ts';
import { collectorFormat } from './collector-format.ts';
import { detailsFormat } from './details-format.ts';
import type { FormatReader, ImportFormat } from './import-format.ts';
import { listingsFormat } from './listings-format.ts';
import { wholesaleFormat } from './wholesale-format.ts';

/** All formats; where a header fits two of them the earlier one is taken. */
export const FORMAT_READERS: readonly FormatReader[] = [
  collectorFormat,
  wholesaleFormat,
  detailsFormat,
  listingsFormat,
];

/**
 * The reader of the named format, or the one that the columns of a file fit. Throws an `ImportFileError` otherwise; it names
 * the format that the columns do fit where that is one of `choices`, which the command takes (default: all).
 */
export function detectFormat(
  columns: readonly string[],
  options: {
    readonly path: string;
    readonly format?: ImportFormat | undefined;
    readonly choices?: readonly ImportFormat[];
  },
): FormatReader {
  const { path, format, choices } = options;
  const missingFrom = (reader: FormatReader) => reader.requiredColumns.filter((column) => !columns.includes(column));
  if (format === undefined) {
    const found = FORMAT_READERS.find((reader) => missingFrom(reader).length === 0);
    if (found !== undefined) return found;
    const nearest = FORMAT_READERS.map((reader) => ({ reader, missing: missingFrom(reader) })).sort(
      (left, right) =>
        left.missing.length / left.reader.requiredColumns.length -
        right.missing.length / right.reader.requiredColumns.length,
    )[0];
    if (nearest !== undefined && nearest.missing.length * 2 <= nearest.reader.requiredColumns.length) {
      throw missingColumns(path, nearest);
    }
    throw new ImportFileError(
      'WRONG_FORMAT',
      `${path} has the columns ${shorten(columns)}, which fit no known format (${FORMAT_READERS.map((reader) => reader.format).join(', ')}): see pa import --help, or name your columns with --mapping.`,
    );
  }
  const reader = FORMAT_READERS.find((candidate) => candidate.format === format);
  if (reader === undefined) throw new ImportFileError('WRONG_FORMAT', `${format} is no known format.`);
  const missing = missingFrom(reader);
  if (missing.length === 0) return reader;
  const other = FORMAT_READERS.find((candidate) => missingFrom(candidate).length === 0)?.format;
  const isChoice = other !== undefined && (choices === undefined || choices.includes(other));
  throw isChoice ? otherFormat(path, { reader, missing, other }) : missingColumns(path, { reader, missing });
}

interface MissingColumns {
  readonly reader: FormatReader;
  readonly missing: readonly string[];
}

function missingColumns(path: string, { reader, missing }: MissingColumns): ImportFileError {
  return new ImportFileError(
    'MISSING_COLUMN',
    `${path} has no column ${quoted(missing)}: a ${reader.format} file needs ${reader.requiredColumns.join(', ')}.`,
  );
}

function otherFormat(
  path: string,
  { reader, missing, other }: MissingColumns & { readonly other: ImportFormat },
): ImportFileError {
  return new ImportFileError(
    'MISSING_COLUMN',
    `${path} has no column ${quoted(missing)} but those of a ${other} file: give --format ${other}, or a ${reader.format} file.`,
  );
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function shorten(columns: readonly string[]): string {
  const shown = columns.slice(0, 6).map((column) => `"${column.slice(0, 30).replaceAll(/\s+/g, ' ')}"`);
  return `${shown.join(', ')}${columns.length > shown.length ? ' ...' : ''}`;
}
