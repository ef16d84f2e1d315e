import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../connect/create-database.ts';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import type { Database } from '../schema/database.ts';
import { createStores } from '../stores/create-stores.ts';
import { migrate } from './migrate.ts';

// Roles belong to a whole server: this runs on an embedded database, which is a server of its own.
const ALICE = '00000000-0000-4000-8000-00000000000a';
const BOB = '00000000-0000-4000-8000-00000000000b';
let database: DatabaseDriver;

beforeAll(async () => {
  database = await createDatabase({ memory: true });
  for (const statement of [
    'create role anon',
    'create role authenticated',
    'create role service_role',
    'create schema auth',
    'grant usage on schema auth to authenticated',
    `create function auth.uid() returns uuid language sql stable
      as $$ select nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$`,
  ]) {
    await sql.raw(statement).execute(database.kysely);
  }
  await migrate(database);
  await createStores(database).runs.completeStep({
    run: 'daily',
    asOf: '2024-02-29',
    step: 'collect',
    inputHash: '',
    summary: {},
    durationMs: 1,
  });
  await createStores(database).notifier.notify([{ id: 'n', topic: 'cost', title: '', body: '', createdAt: 0 }]);
  await sql`insert into options (make, code, name) values ('Porsche', 'pccb', 'Ceramic brakes')`.execute(
    database.kysely,
  );
  await sql`insert into profiles (id) values (${ALICE}), (${BOB})`.execute(database.kysely);
  await sql`insert into user_llm_preferences (user_id) values (${ALICE}), (${BOB})`.execute(database.kysely);
});
afterAll(() => database.close());

async function as<Result>(role: string, work: (trx: Kysely<Database>) => Promise<Result>, user = ''): Promise<Result> {
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('request.jwt.claim.sub', ${user}, true)`.execute(trx);
    await sql.raw(`set local role ${role}`).execute(trx);
    return work(trx);
  });
}

async function countOf(trx: Kysely<Database>, table: string): Promise<bigint | undefined> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(trx);
  return rows[0]?.n;
}

test('a signed-in user reads the market and cannot write it', async () => {
  expect(await as('authenticated', (trx) => countOf(trx, 'options'))).toBe(1n);
  const write = as('authenticated', (trx) => sql`delete from options`.execute(trx));
  await expect(write).rejects.toThrow(/permission denied/);
});

test('a signed-in user sees and changes the own preferences only', async () => {
  expect(await as('authenticated', (trx) => countOf(trx, 'user_llm_preferences'), ALICE)).toBe(1n);
  const others = await as(
    'authenticated',
    (trx) => sql`update user_llm_preferences set watched_models = '{911}' where user_id = ${BOB}`.execute(trx),
    ALICE,
  );
  expect(others.numAffectedRows).toBe(0n);
  const foreign = as(
    'authenticated',
    (trx) => sql`update user_llm_preferences set user_id = ${BOB} where user_id = ${ALICE}`.execute(trx),
    ALICE,
  );
  await expect(foreign).rejects.toThrow(/row-level security/);
  expect(await as('authenticated', (trx) => countOf(trx, 'user_llm_preferences'))).toBe(0n);
});

test.each(['run_steps', 'notifications', 'llm_calls', 'llm_cache', 'budget_holds'])(
  'a signed-in user does not reach %s',
  async (table) => {
    await expect(as('authenticated', (trx) => countOf(trx, table))).rejects.toThrow(/permission denied/);
  },
);

test('the service role reads and writes everything, and a visitor nothing', async () => {
  expect(await as('service_role', (trx) => countOf(trx, 'run_steps'))).toBe(1n);
  expect(await as('service_role', (trx) => countOf(trx, 'user_llm_preferences'))).toBe(2n);
  await as('service_role', (trx) => sql`update options set category = 'brakes'`.execute(trx));
  await expect(as('anon', (trx) => countOf(trx, 'options'))).rejects.toThrow(/permission denied/);
});
