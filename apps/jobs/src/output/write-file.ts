import { writeFileSync } from 'node:fs';
import { CommandError } from '../errors.ts';

/** Writes a text file that somebody asked for. Throws a `CommandError` where it cannot be written. */
export function writeTextFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError('FILE_NOT_WRITABLE', `${path} cannot be written: check the folder and its rights.`, {
      cause: error,
    });
  }
}
