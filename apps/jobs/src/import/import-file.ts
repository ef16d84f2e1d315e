import { basename, join } from 'node:path';
import type { IsoDate, Listing, ListingStore } from '@pa/engines/market';
import { ImportFileError } from '../errors.ts';
import { type ColumnMapping, mapColumns, mapRow } from './column-mapping.ts';
import { detectFormat } from './detect-format.ts';
import type { FormatReader, ImportFormat } from './import-format.ts';
import { RejectedRow } from './rejected-row.ts';
import { createRejectedRowsFile } from './rejected-rows-file.ts';
import { createRowIdentifier } from './row-identity.ts';
import { type NumberedRow, openRows, type RowStream } from './row-stream.ts';

/** What became of the rows of one file. The five counts after `read` sum to it: nothing is dropped silently. */
export interface ImportReport {
  readonly file: string;
  readonly format: ImportFormat;
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that a later row of the same id in the same batch replaced. */
  readonly repeated: number;
  readonly rejected: number;
  /** Rejected rows by reason, most frequent first. */
  readonly rejectedByReason: Readonly<Record<string, number>>;
  /** Where the rejected rows are, `null` without any. */
  readonly rejectedFile: string | null;
}

export interface ImportFileOptions {
  readonly listings: Pick<ListingStore, 'upsert'>;
  /** Rows that speak of a later day as past are rejected. */
  readonly today: IsoDate;
  /** Default: told by the header. */
  readonly format?: ImportFormat | undefined;
  /** Makes the file one of the `listings` format. */
  readonly mapping?: ColumnMapping | undefined;
  /** Folder of the file of rejected rows. */
  readonly rejectedFolder: string;
  /** Rows written at once. Default 5,000. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: { readonly read: number; readonly rejected: number }) => void;
}

/**
 * Reads one file into the store as a stream, in memory that does not grow with it. Throws an `ImportFileError` for a
 * file that cannot be read to its end: the caller runs it in a transaction and so keeps nothing of it.
 */
export function importFile(path: string, options: ImportFileOptions): Promise<ImportReport> {
  return sayingWhatWasStored(() => readIntoStore(path, options));
}

async function readIntoStore(path: string, options: ImportFileOptions): Promise<ImportReport> {
  const { listings, today, mapping, batchSize = 5000, onProgress } = options;
  const stream = await openRows(path);
  const reader = readerOf(stream, { path, ...options });
  const rejectedRows = createRejectedRowsFile(rejectedPath(path, options.rejectedFolder), {
    columns: stream.kind === 'csv' ? stream.columns : ['line'],
  });
  const identify = createRowIdentifier();
  const reasons = new Map<string, number>();
  const counts = { read: 0, inserted: 0, updated: 0, unchanged: 0, repeated: 0, rejected: 0 };
  let batch: Listing[] = [];
  const write = async () => {
    const written = await listings.upsert(batch);
    counts.inserted += written.inserted;
    counts.updated += written.updated;
    counts.unchanged += written.unchanged;
    counts.repeated += batch.length - written.inserted - written.updated - written.unchanged;
    batch = [];
    onProgress?.({ read: counts.read, rejected: counts.rejected });
  };
  try {
    for await (const row of stream.rows) {
      counts.read += 1;
      const result = toListing(row, { reader, mapping, today, identify });
      if (typeof result === 'string') {
        counts.rejected += 1;
        reasons.set(result, (reasons.get(result) ?? 0) + 1);
        await rejectedRows.add({ number: row.number, reason: result, cells: row.cells });
        continue;
      }
      batch.push(result);
      if (batch.length >= batchSize) await write();
    }
    if (batch.length > 0) await write();
    const rejectedFile = await rejectedRows.close();
    const sorted = [...reasons].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    return { file: path, format: reader.format, ...counts, rejectedByReason: Object.fromEntries(sorted), rejectedFile };
  } catch (error) {
    await rejectedRows.discard();
    throw error;
  }
}

/** Refuses a file whose header cannot be used, before anything is opened or written for it. */
export function checkFile(path: string, options: Pick<ImportFileOptions, 'format' | 'mapping'> = {}): Promise<void> {
  return sayingWhatWasStored(async () => {
    const stream = await openRows(path);
    try {
      readerOf(stream, { path, ...options });
    } finally {
      stream.close();
    }
  });
}

/** Problems of a file after which a reader may ask how much of it was taken. */
const PARTLY_READ = new Set(['MISSING_COLUMN', 'BROKEN_GZIP', 'NOT_UTF8', 'LINE_TOO_LONG']);

/** Readers of files serve other commands too; that nothing was imported only an import can say. */
async function sayingWhatWasStored<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ImportFileError) || !PARTLY_READ.has(error.code)) throw error;
    const message = `${error.message.replace(/\.$/, '')}; nothing was imported.`;
    throw new ImportFileError(error.code, message, { cause: error.cause });
  }
}

function readerOf(
  stream: RowStream,
  options: Pick<ImportFileOptions, 'format' | 'mapping'> & { readonly path: string },
): FormatReader {
  const { mapping, path } = options;
  const columns = mapping === undefined ? stream.columns : mapColumns(stream.columns, { mapping, path });
  return detectFormat(columns, { path, format: options.format ?? (mapping === undefined ? undefined : 'listings') });
}

/** The listing of a row, or the reason why there is none. */
function toListing(
  numbered: NumberedRow,
  context: {
    readonly reader: FormatReader;
    readonly mapping: ColumnMapping | undefined;
    readonly today: IsoDate;
    readonly identify: ReturnType<typeof createRowIdentifier>;
  },
): Listing | string {
  if (numbered.row === null) return 'the row cannot be split into the columns of the header';
  try {
    const row = context.mapping === undefined ? numbered.row : mapRow(numbered.row, context.mapping);
    const read = context.reader.read(row, { today: context.today });
    const { id, sourceKey } = context.identify(read);
    return { id, source: read.source, sourceKey, ...read.draft };
  } catch (error) {
    if (error instanceof RejectedRow) return error.reason;
    throw error;
  }
}

function rejectedPath(path: string, folder: string): string {
  return join(folder, `${basename(path).replace(/(\.(csv|tsv|txt|ndjson|jsonl|gz))+$/i, '')}-rejected.csv`);
}
