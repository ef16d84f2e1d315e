import { mkdir, realpath } from 'node:fs/promises';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { EmbeddedDatabaseError, MissingClientError } from '../errors.ts';
import { lockFolder } from '../lock/lock-folder.ts';
import type { Database } from '../schema/database.ts';
import type { DatabaseDriver } from './database-driver.ts';
import { reportingPGlite } from './reporting-pglite.ts';
import { toDatabaseError } from './to-database-error.ts';
import { VALUE_PARSERS } from './value-parsers.ts';

/** Opens, or makes, the embedded database in a folder and holds the folder's lock until `close`. */
export async function openEmbedded(folder: string): Promise<DatabaseDriver> {
  const dataDir = await usableFolder(folder);
  const lock = await lockFolder(dataDir);
  try {
    const driver = await openPGlite({ dataDir }, { location: dataDir });
    return {
      ...driver,
      async close() {
        try {
          await driver.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (cause) {
    await lock.release();
    const error = toDatabaseError(cause, { location: dataDir });
    if (error !== cause || error instanceof MissingClientError) throw error;
    throw new EmbeddedDatabaseError({ folder: dataDir, reason: reasonOf(cause), cause });
  }
}

/** Opens an embedded database that lives in this process's memory, empty or from a dumped data folder. */
export async function openInMemory(options: { readonly snapshot?: Blob }): Promise<DatabaseDriver> {
  const { snapshot } = options;
  return openPGlite(snapshot === undefined ? {} : { loadDataDir: snapshot }, { location: 'memory' });
}

async function openPGlite(
  options: PGliteOptions,
  { location }: { readonly location: string },
): Promise<DatabaseDriver> {
  const { PGlite } = await import('@electric-sql/pglite').catch((cause: unknown) => {
    throw new MissingClientError({ packageName: '@electric-sql/pglite', cause });
  });
  const pglite: PGlite = await PGlite.create({ ...options, parsers: { ...VALUE_PARSERS } });
  const kysely = new Kysely<Database>({
    dialect: new PGliteDialect({ pglite: reportingPGlite(pglite, { location, folder: options.dataDir }) }),
  });
  return {
    kind: 'embedded',
    kysely,
    location,
    pglite,
    // Kysely closes PGlite only where it has run a query.
    async close() {
      if (!pglite.closed) await pglite.close();
    },
  };
}

async function usableFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (cause) {
    const error = toDatabaseError(cause, { location: folder });
    throw error === cause ? new EmbeddedDatabaseError({ folder, reason: reasonOf(cause), cause }) : error;
  }
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split('\n', 1)[0] ?? message;
}
