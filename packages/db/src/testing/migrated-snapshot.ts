import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../connect/create-database.ts';
import { ALL_MIGRATIONS } from '../migrations/all-migrations.ts';
import { migrate } from '../migrations/migrate.ts';
import { protectTable } from '../migrations/protect-table.ts';

/**
 * The data folder of a migrated, empty database. It is made once for every text of the migrations and kept in the
 * system's folder for temporary files: loading it takes a fraction of the seconds that a new database takes.
 */
export async function migratedSnapshot(): Promise<Blob> {
  const texts = [...ALL_MIGRATIONS.map(({ name, up }) => name + up.toString()), protectTable.toString()];
  const folder = join(tmpdir(), 'pa-db-snapshots');
  const path = join(folder, `${hash('sha256', texts.join('\n'), 'hex')}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept !== null) return new Blob([kept]);
  const database = await createDatabase({ memory: true });
  try {
    await migrate(database);
    const snapshot = await database.pglite?.dumpDataDir('none');
    if (snapshot === undefined) throw new TypeError('an embedded database has a data folder');
    await mkdir(folder, { recursive: true });
    // Another test file may write the same snapshot at the same time: each becomes visible whole.
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, new Uint8Array(await snapshot.arrayBuffer()));
    await rename(draft, path);
    return snapshot;
  } finally {
    await database.close();
  }
}
