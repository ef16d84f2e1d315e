import { type Kysely, sql } from 'kysely';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { DatabaseError, MigrationError, NewerDatabaseError } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';
import type { Migration } from './migration.ts';

/** One number of this project, so that two migrators wait for each other and for nobody else. */
const MIGRATION_LOCK = 5_041_963_911n;

/** What a call of `migrate` did. */
export interface MigrationResult {
  /** Names of the migrations that this call ran, oldest first; empty where the schema was up to date. */
  readonly applied: readonly string[];
}

/**
 * Brings the schema up to date, all or nothing. Safe to call at every start and from several processes at once.
 *
 * Everything runs in one transaction under a lock of that transaction. Kysely's own migrator locks the session, which
 * a pooler in transaction mode may hand to somebody else between two statements.
 */
export async function migrate(
  database: DatabaseDriver,
  options: { readonly migrations?: readonly Migration[] } = {},
): Promise<MigrationResult> {
  const migrations = options.migrations ?? ALL_MIGRATIONS;
  const { location } = database;
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    const done = await appliedMigrations(trx);
    const unknown = done.find((name) => !migrations.some((migration) => migration.name === name));
    if (unknown !== undefined) throw new NewerDatabaseError({ migration: unknown, location });
    const applied: string[] = [];
    for (const migration of migrations) {
      if (done.includes(migration.name)) continue;
      await migration.up(trx).catch((cause: unknown) => {
        if (cause instanceof DatabaseError) throw cause;
        throw new MigrationError({ migration: migration.name, location, cause });
      });
      await sql`insert into pa_migrations (name) values (${migration.name})`.execute(trx);
      applied.push(migration.name);
    }
    return { applied };
  });
}

async function appliedMigrations(trx: Kysely<Database>): Promise<readonly string[]> {
  const table = await sql<{ readonly exists: boolean }>`
    select to_regclass('pa_migrations') is not null as exists`.execute(trx);
  if (table.rows[0]?.exists !== true) {
    await sql`create table pa_migrations (
      name text collate "C" primary key,
      applied_at timestamptz not null default now()
    )`.execute(trx);
    await sql`alter table pa_migrations enable row level security`.execute(trx);
  }
  const { rows } = await sql<{ readonly name: string }>`select name from pa_migrations order by name`.execute(trx);
  return rows.map((row) => row.name);
}
