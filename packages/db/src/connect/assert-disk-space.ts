import { statfsSync } from 'node:fs';
import { DatabaseDiskFullError } from '../errors.ts';

/** One write-ahead log segment of 16 MiB, and room for the pages of a small statement. */
const RESERVED_BYTES = 24 * 1024 * 1024;

const IS_WRITE = /^\s*(?:with|insert|update|delete|create|alter|drop|do|truncate)\b/i;

/**
 * Refuses a write while the disk could not take the next segment of the write-ahead log. PGlite 0.5 never returns from
 * the call in which that segment cannot be made, and the whole process hangs; asked before, it is an error like others.
 * Reading stays possible on a full disk.
 */
export function assertDiskSpace(
  statement: string,
  context: { readonly folder: string; readonly parameters: readonly unknown[] },
): void {
  if (!IS_WRITE.test(statement)) return;
  const { bavail, bsize } = statfsSync(context.folder);
  let parameterLength = 0;
  for (const parameter of context.parameters) if (typeof parameter === 'string') parameterLength += parameter.length;
  // A row is written twice: to the log and to its table.
  if (bavail * bsize < RESERVED_BYTES + 2 * parameterLength) {
    throw new DatabaseDiskFullError({ location: context.folder });
  }
}
