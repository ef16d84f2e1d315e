import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { InvalidConnectionStringError, MissingClientError } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import { assertServerVersion } from './assert-server-version.ts';
import type { DatabaseDriver } from './database-driver.ts';
import { maskConnectionString } from './mask-connection-string.ts';
import { typedPool } from './typed-pool.ts';

/** Opens Postgres through a pool of the host, which stays the host's to end. */
export async function openPool(pool: PostgresPool): Promise<DatabaseDriver> {
  return openTypedPool(typedPool(pool, { location: 'the pool passed in', owned: false }), 'the pool passed in');
}

/** Opens Postgres, or a pooler before it, by a connection string. */
export async function openPostgres(
  connectionString: string,
  options: { readonly maxConnections: number; readonly connectTimeoutMs: number },
): Promise<DatabaseDriver> {
  const location = maskConnectionString(connectionString);
  if (!/^postgres(ql)?:\/\//i.test(connectionString) || !URL.canParse(connectionString.replace(/^\w+/, 'http'))) {
    // A string without a host, as for a socket in a folder, is no http address but well formed.
    if (!/^postgres(ql)?:\/\/\/[^/?]*\?/i.test(connectionString)) throw new InvalidConnectionStringError({ location });
  }
  const { default: pg } = await import('pg').catch((cause: unknown) => {
    throw new MissingClientError({ packageName: 'pg', cause });
  });
  const pool = new pg.Pool({
    connectionString,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
  });
  // A server that goes away breaks idle connections: the pool drops them and the next query says what is wrong.
  pool.on('error', () => {});
  // One that breaks right after its login, before anybody has it, is no reason to end the process either.
  pool.on('connect', (client) => client.on('error', () => {}));
  return openTypedPool(typedPool(pool as unknown as PostgresPool, { location, owned: true }), location);
}

async function openTypedPool(pool: PostgresPool, location: string): Promise<DatabaseDriver> {
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertServerVersion(kysely, { location });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres', kysely, location, close: () => kysely.destroy() };
}
