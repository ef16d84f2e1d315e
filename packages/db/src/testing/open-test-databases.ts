import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createDatabase } from '../connect/create-database.ts';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { migrate } from '../migrations/migrate.ts';
import { migratedSnapshot } from './migrated-snapshot.ts';

/** A migrated database for tests, empty, of its own. */
export interface TestDatabase {
  /** `PGlite` or `Postgres`. */
  readonly name: string;
  readonly database: DatabaseDriver;
  /** Where another process can open it; absent in memory. */
  readonly connectionString?: string;
  /** Empties every table. */
  reset(): Promise<void>;
  /** Closes it and, on a server, drops it. */
  close(): Promise<void>;
}

const DEFAULT_URL = 'postgres://postgres@127.0.0.1:5432/test';

/** The server that tests may use: `PA_TEST_DATABASE_URL`, else one on the default local port. */
export function testDatabaseUrl(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['PA_TEST_DATABASE_URL'] ?? DEFAULT_URL;
}

/**
 * True where the Postgres server for tests answers. Where it does not, this is `false`, so that tests can be skipped
 * with a message, and an error in CI, where a missing server is a failure.
 */
export async function postgresAnswers(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  try {
    const database = await createDatabase({ connectionString: testDatabaseUrl(environment), connectTimeoutMs: 3_000 });
    await database.close();
    return true;
  } catch (error) {
    if (environment['CI'] === 'true') throw error;
    return false;
  }
}

/** An embedded database in memory, migrated. */
export async function openTestPGlite(): Promise<TestDatabase> {
  const database = await createDatabase({ memory: true, snapshot: await migratedSnapshot() });
  return { name: 'PGlite', database, reset: () => emptyTables(database), close: () => database.close() };
}

/** A new database on the server for tests, migrated; it is dropped on `close`. */
export async function openTestPostgres(
  options: { readonly migrated?: boolean } = {},
): Promise<TestDatabase & { readonly connectionString: string }> {
  const name = `pa_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(testDatabaseUrl());
  url.pathname = `/${name}`;
  const connectionString = url.href;
  const database = await createDatabase({ connectionString });
  if (options.migrated !== false) await migrate(database);
  return {
    name: 'Postgres',
    database,
    connectionString,
    reset: () => emptyTables(database),
    async close() {
      await database.close();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const database = await createDatabase({ connectionString: testDatabaseUrl(), maxConnections: 1 });
  try {
    await sql.raw(statement).execute(database.kysely);
  } finally {
    await database.close();
  }
}

/** Rows are deleted, newest table first for the sake of references: truncating twenty tables takes a server far longer. */
async function emptyTables({ kysely }: DatabaseDriver): Promise<void> {
  await sql`do $$
    declare target record;
    begin
      -- Tables that only grow are emptied too.
      perform set_config('session_replication_role', 'replica', true);
      for target in
        select oid::regclass as name from pg_class
        where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'pa_migrations'
        order by oid desc
      loop
        execute format('delete from %s', target.name);
      end loop;
    end
  $$`.execute(kysely);
}
