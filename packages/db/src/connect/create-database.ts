import type { Kysely, PostgresPool } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { DatabaseDriver } from './database-driver.ts';
import { openEmbedded, openInMemory } from './open-embedded.ts';
import { openKysely } from './open-kysely.ts';
import { openPool, openPostgres } from './open-postgres.ts';

/** Where the database is: exactly one of the forms. */
export type DatabaseOptions<HostTables = Database> =
  /** A folder for the embedded database, made where absent. Its lock is the folder `<folder>.lock` beside it. */
  | { readonly folder: string }
  /** An embedded database that is gone when the process ends; `snapshot` is what `pglite.dumpDataDir` gave. */
  | { readonly memory: true; readonly snapshot?: Blob }
  /** Postgres 15 or newer, or a pooler before it. */
  | {
      readonly connectionString: string;
      /** Default 10. */
      readonly maxConnections?: number;
      /** How long to wait for a connection. Default 10,000. */
      readonly connectTimeoutMs?: number;
    }
  /** A `pg` pool of the host, which stays open on `close`. */
  | { readonly pool: PostgresPool }
  /** A Kysely of the host, which stays open on `close`; its pool must use `types: postgresTypes`. */
  | { readonly kysely: Kysely<HostTables> };

/**
 * Opens a database; nothing is migrated yet. An embedded folder that another process has open is a
 * `DatabaseLockedError`; a server that does not answer, refuses the login or is too old is an error of its own.
 *
 * @example
 * const database = await createDatabase({ folder: '.pa/database' });
 * await migrate(database);
 * const stores = createStores(database);
 */
export async function createDatabase<HostTables = Database>(
  options: DatabaseOptions<HostTables>,
): Promise<DatabaseDriver> {
  if ('folder' in options) return openEmbedded(options.folder);
  if ('memory' in options) return openInMemory(options);
  if ('pool' in options) return openPool(options.pool);
  if ('kysely' in options) return openKysely(options.kysely);
  const { connectionString, maxConnections = 10, connectTimeoutMs = 10_000 } = options;
  return openPostgres(connectionString, { maxConnections, connectTimeoutMs });
}
