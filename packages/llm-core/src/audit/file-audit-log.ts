import { createReadStream } from 'node:fs';
import { open, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { AuditEntry, AuditHead, AuditLog } from './audit-log.ts';

/**
 * A chain in a file, one entry a line, each on the disk before it counts as appended. For one process; several take the
 * database. A last line that a crash left unfinished was never acknowledged and is dropped on opening.
 */
export async function fileAuditLog(path: string): Promise<AuditLog> {
  let head = await openHead(path);
  let queue: Promise<unknown> = Promise.resolve();
  const oneAtATime = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const read = async function* (): AsyncGenerator<AuditEntry> {
    const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) if (line !== '') yield JSON.parse(line) as AuditEntry;
  };
  return {
    append: (seal) =>
      oneAtATime(async () => {
        const entry = seal(head);
        const file = await open(path, 'a');
        try {
          await file.appendFile(`${JSON.stringify(entry)}\n`);
          await file.datasync();
        } finally {
          await file.close();
        }
        head = { sequence: entry.sequence, mac: entry.mac };
        return entry;
      }),
    head: () => oneAtATime(() => Promise.resolve(head)),
    async *read({ fromSequence = 1 } = {}) {
      await queue;
      for await (const entry of read()) if (entry.sequence >= fromSequence) yield entry;
    },
    eraseTexts: ({ before }) =>
      oneAtATime(async () => {
        let erased = 0;
        const file = await open(`${path}.next`, 'w');
        try {
          for await (const entry of read()) {
            const isOld = entry.startedAt < before && (entry.requestText !== null || entry.responseText !== null);
            if (isOld) erased += 1;
            const kept = isOld ? { ...entry, requestText: null, responseText: null } : entry;
            await file.appendFile(`${JSON.stringify(kept)}\n`);
          }
          await file.datasync();
        } finally {
          await file.close();
        }
        await rename(`${path}.next`, path);
        return erased;
      }),
  };
}

async function openHead(path: string): Promise<AuditHead | null> {
  await writeFile(path, '', { flag: 'a' });
  const text = await readFile(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  const last = whole.trimEnd().split('\n').at(-1);
  if (last === undefined || last === '') return null;
  const { sequence, mac } = JSON.parse(last) as AuditEntry;
  return { sequence, mac };
}
