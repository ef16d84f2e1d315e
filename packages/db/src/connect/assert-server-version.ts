import { type Kysely, sql } from 'kysely';
import { DatabaseTooOldError } from '../errors.ts';
import type { Database } from '../schema/database.ts';

/** The oldest major version of Postgres that the SQL of this package is written for. */
const OLDEST_POSTGRES = 15;

/** Refuses a server that is too old, before anything is read or written. */
export async function assertServerVersion(
  kysely: Kysely<Database>,
  options: { readonly location: string },
): Promise<void> {
  const { rows } = await sql<{ readonly server_version: string }>`show server_version`.execute(kysely);
  const found = rows[0]?.server_version ?? 'unknown';
  if (!(Number.parseInt(found, 10) >= OLDEST_POSTGRES)) {
    throw new DatabaseTooOldError({ location: options.location, found, needed: String(OLDEST_POSTGRES) });
  }
}
