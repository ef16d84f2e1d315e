import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchRecord, BatchStore } from './batch-store.ts';

/**
 * Keeps batches in a folder that any number of processes of one machine may share. Each state of a record is a file of its
 * own with a number; a state comes to be by a link to a whole file, which one writer alone can make, so that no lock is left
 * behind by a crash. Earlier states stay until the key is removed: a number that came free could be taken twice.
 */
export async function fileBatchStore(folder: string): Promise<BatchStore> {
  await mkdir(folder, { recursive: true });

  const statesOf = async (key: string): Promise<readonly number[]> => {
    const start = `${nameOf(key)}.`;
    const files = (await readdir(folder)).filter((file) => file.startsWith(start) && file.endsWith('.json'));
    return files.map((file) => Number(file.slice(start.length, -'.json'.length))).sort((a, b) => b - a);
  };

  const newest = async (key: string): Promise<{ readonly state: number; readonly record: BatchRecord } | null> => {
    for (;;) {
      const [state] = await statesOf(key);
      if (state === undefined) return null;
      const text = await readFile(fileOf(folder, key, state), 'utf8').catch(ifMissing);
      // Another process put a newer one in its place meanwhile.
      if (text !== null) return { state, record: JSON.parse(text) as BatchRecord };
    }
  };

  const write = async (record: BatchRecord, state: number): Promise<boolean> => {
    const draft = join(folder, `${randomUUID()}.draft`);
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(JSON.stringify(record));
      await file.datasync();
    } finally {
      await file.close();
    }
    try {
      await link(draft, fileOf(folder, record.key, state));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  };

  return {
    get: async (key) => (await newest(key))?.record ?? null,
    insert: async (record) => (await newest(record.key)) === null && (await write(record, 1)),
    async replace(record, { claimId }) {
      const current = await newest(record.key);
      if (current === null || current.record.claimId !== claimId) return false;
      return write(record, current.state + 1);
    },
    async remove(key) {
      // The newest last: a reader between two removals still finds it.
      for (const state of (await statesOf(key)).toReversed()) await rm(fileOf(folder, key, state), { force: true });
    },
  };
}

function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function fileOf(folder: string, key: string, state: number): string {
  return join(folder, `${nameOf(key)}.${state}.json`);
}

function ifMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
