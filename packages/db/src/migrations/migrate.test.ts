import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../connect/create-database.ts';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';
import { migrate } from './migrate.ts';
import { type Migration, runStatements } from './migration.ts';

const hasPostgres = await postgresAnswers();

const broken: Migration = {
  name: '9000_broken',
  up: (trx) => runStatements(trx, ['create table half_done (id int)', 'select * from no_such_table']),
};

async function tableExists({ kysely }: DatabaseDriver, table: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(kysely);
  return rows[0]?.found === true;
}

function migrationsHoldOn(open: () => Promise<{ database: DatabaseDriver; close: () => Promise<void> }>): void {
  let opened: { database: DatabaseDriver; close: () => Promise<void> };
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await sql`drop schema public cascade`.execute(opened.database.kysely);
    await sql`create schema public`.execute(opened.database.kysely);
  });

  test('every migration runs once, in the order of names', async () => {
    const names = ALL_MIGRATIONS.map((migration) => migration.name);
    expect(await migrate(opened.database)).toEqual({ applied: names });
    expect(names).toEqual([...names].sort());
    expect(await migrate(opened.database)).toEqual({ applied: [] });
  });

  test('several migrators at once apply each migration once', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(opened.database)));
    const applied = results.flatMap((result) => result.applied).sort();
    expect(applied).toEqual(ALL_MIGRATIONS.map((migration) => migration.name));
  });

  test('a migration that fails changes nothing, says which one it was, and can be run again', async () => {
    await migrate(opened.database);
    const failing = migrate(opened.database, { migrations: [...ALL_MIGRATIONS, broken] });
    await expect(failing).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
    await expect(failing).rejects.toThrow(/9000_broken .*no_such_table/);
    expect(await tableExists(opened.database, 'half_done')).toBe(false);
    const repaired = { ...broken, up: (trx: Parameters<Migration['up']>[0]) => runStatements(trx, ['select 1']) };
    expect(await migrate(opened.database, { migrations: [...ALL_MIGRATIONS, repaired] })).toEqual({
      applied: ['9000_broken'],
    });
  });

  test('a database of a newer version is refused before anything is done', async () => {
    await migrate(opened.database);
    const older = migrate(opened.database, { migrations: ALL_MIGRATIONS.slice(0, -1) });
    await expect(older).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
  });

  test('every table has row-level security', async () => {
    await migrate(opened.database);
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity`.execute(
      opened.database.kysely,
    );
    expect(rows).toEqual([]);
  });

  test('the money columns for people follow the integers, and the prompt in force follows the deployments', async () => {
    await migrate(opened.database);
    const { kysely } = opened.database;
    await sql`insert into llm_calls
        (id, started_at, duration_ms, provider, requested_model, outcome, cost_nano_usd)
      values ('a', now(), 1, 'openai', 'm', 'answered', 1234567890)`.execute(kysely);
    const calls = await sql`select cost_nano_usd, cost_usd from llm_calls`.execute(kysely);
    expect(calls.rows).toStrictEqual([{ cost_nano_usd: 1_234_567_890n, cost_usd: 1.23456789 }]);
    await sql`insert into llm_prompts
        (id, prompt_type, version, content_hash, system_prompt, user_prompt_template, model_provider, model_name,
          description, created_by, created_at)
      select 'p' || v, 'market_summary', v, v::text, '', '', 'none', 'template', '', '', now()
      from generate_series(1, 2) v`.execute(kysely);
    const active = async () => (await sql`select version from active_llm_prompts where is_active`.execute(kysely)).rows;
    expect(await active()).toEqual([]);
    for (const version of [1, 2, 1]) {
      await sql`insert into prompt_deployments
          (id, prompt_type, label, prompt_id, deployed_by, reason, deployed_at)
        select gen_random_uuid()::text, prompt_type, 'production', id, '', '', now()
        from llm_prompts where version = ${version}`.execute(kysely);
      expect(await active()).toEqual([{ version }]);
    }
  });
}

describe('migrations on PGlite', () =>
  migrationsHoldOn(async () => {
    const database = await createDatabase({ memory: true });
    return { database, close: () => database.close() };
  }));

describe.skipIf(!hasPostgres)(`migrations on Postgres${hasPostgres ? '' : ' (no server answers)'}`, () =>
  migrationsHoldOn(() => openTestPostgres({ migrated: false })),
);
