import { writeFileSync } from 'node:fs';
import { CommandError } from '../errors.ts';

/** Writes a list as JSON, one entry a line. Throws a `CommandError` where the file cannot be written. */
export function writeJsonLines(path: string, entries: readonly unknown[]): void {
  const lines = entries.map((entry) => JSON.stringify(entry));
  try {
    writeFileSync(path, `[\n${lines.join(',\n')}\n]\n`);
  } catch (error) {
    throw new CommandError('FILE_NOT_WRITABLE', `${path} cannot be written: check the folder and its rights.`, {
      cause: error,
    });
  }
}
