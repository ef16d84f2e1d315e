import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ImportFileError } from '../errors.ts';

/** Collects the rows that could not be used, as they were, with the reason first. */
export interface RejectedRowsFile {
  add(row: { readonly number: number; readonly reason: string; readonly cells: readonly string[] }): Promise<void>;
  /** Finishes the file and answers its path; `null` where no row was rejected and no file was made. */
  close(): Promise<string | null>;
  /** Removes what was written: the import it belongs to did not happen. */
  discard(): Promise<void>;
}

const BUFFERED_CHARACTERS = 65_536;

/** Makes the file at the first rejected row and not before. */
export function createRejectedRowsFile(
  path: string,
  options: { readonly columns: readonly string[] },
): RejectedRowsFile {
  let file: FileHandle | null = null;
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    try {
      file ??= await open(path, 'w');
      await file.writeFile(text);
    } catch (error) {
      throw new ImportFileError(
        'REJECTED_FILE_NOT_WRITTEN',
        `The rejected rows cannot be written to ${path} (${(error as Error).message}): free space or name another folder with --rejected; nothing was imported.`,
        { cause: error },
      );
    }
  };
  return {
    async add({ number, reason, cells }) {
      if (file === null && waiting === '') waiting = csvLine(['row', 'reason', ...options.columns]);
      waiting += csvLine([String(number), reason, ...cells]);
      if (waiting.length >= BUFFERED_CHARACTERS) await flush();
    },
    async close() {
      if (waiting !== '') await flush();
      if (file === null) return null;
      await file.close();
      return path;
    },
    async discard() {
      if (file === null) return;
      await file.close().catch(() => undefined);
      rmSync(path, { force: true });
    },
  };
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\n`;
}
