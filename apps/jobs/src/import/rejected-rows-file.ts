import { once } from 'node:events';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ImportFileError } from '../errors.ts';

/** Collects the rows that could not be used, as they were, with the reason first. */
export interface RejectedRowsFile {
  add(row: { readonly number: number; readonly reason: string; readonly cells: readonly string[] }): Promise<void>;
  /** Finishes the file and answers its path; `null` where no row was rejected and no file was made. */
  close(): Promise<string | null>;
  /** Removes what was written: the import it belongs to did not happen. */
  discard(): void;
}

/** Makes the file at the first rejected row and not before. */
export function createRejectedRowsFile(
  path: string,
  options: { readonly columns: readonly string[] },
): RejectedRowsFile {
  let stream: WriteStream | null = null;
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure = new ImportFileError(
      'REJECTED_FILE_NOT_WRITTEN',
      `${path} cannot be written (${error.message}): give another folder with --rejected-folder; nothing was imported.`,
      { cause: error },
    );
  };
  return {
    async add({ number, reason, cells }) {
      if (failure !== null) throw failure;
      if (stream === null) {
        stream = createWriteStream(path);
        stream.on('error', fail);
        stream.write(csvLine(['row', 'reason', ...options.columns]));
      }
      if (!stream.write(csvLine([String(number), reason, ...cells])) && failure === null) {
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
      }
    },
    async close() {
      if (stream === null) return null;
      stream.end();
      await finished(stream).catch(fail);
      if (failure !== null) throw failure;
      return path;
    },
    discard() {
      if (stream === null) return;
      stream.destroy();
      rmSync(path, { force: true });
    },
  };
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\n`;
}
