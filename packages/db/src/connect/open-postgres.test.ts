import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../migrations/migrate.ts';
import { createStores } from '../stores/create-stores.ts';
import { openTestPostgres, postgresAnswers, testDatabaseUrl } from '../testing/open-test-databases.ts';
import { startWireServer, type WireBehaviour } from './__fixtures__/wire-server.ts';
import { createDatabase } from './create-database.ts';
import { postgresTypes } from './value-parsers.ts';

const hasPostgres = await postgresAnswers();

async function openingError(connectionString: string): Promise<{ readonly code: string; readonly message: string }> {
  try {
    await (await createDatabase({ connectionString, connectTimeoutMs: 5_000 })).close();
  } catch (error) {
    const { code, message } = error as { readonly code: string; readonly message: string };
    expect(message.split('\n')).toHaveLength(1);
    expect(message).not.toContain('secret');
    return { code, message };
  }
  return { code: 'OPENED', message: '' };
}

async function errorOfServer(behaviour: WireBehaviour) {
  const { connectionString, server } = await startWireServer(behaviour);
  try {
    return await openingError(connectionString);
  } finally {
    server.close();
  }
}

test('a port on which nobody listens is an unreachable server', async () => {
  const { code, message } = await openingError('postgres://me:secret@127.0.0.1:1/market');
  expect(code).toBe('DATABASE_UNREACHABLE');
  expect(message).toContain('postgres://me:***@127.0.0.1:1/market (ECONNREFUSED');
});

test('a host that does not exist is an unreachable server', async () => {
  expect(await openingError('postgres://me:secret@no-such-host.invalid/market')).toMatchObject({
    code: 'DATABASE_UNREACHABLE',
  });
});

test('a server that is too old is refused by its version', async () => {
  const { code, message } = await errorOfServer({ version: '14.19 (Debian 14.19-1)' });
  expect(code).toBe('DATABASE_TOO_OLD');
  expect(message).toMatch(/is version 14\.19 .* version 15 is the oldest that works: upgrade/);
});

test.each([
  ['28P01', 'password authentication failed for user "someone"', 'DATABASE_LOGIN_REFUSED'],
  ['3D000', 'database "market" does not exist', 'DATABASE_MISSING'],
  ['57P03', 'the database system is starting up', 'DATABASE_UNREACHABLE'],
  ['53300', 'sorry, too many clients already', 'DATABASE_UNREACHABLE'],
])('the refusal %s (%s) is %s', async (refusal, message, code) => {
  const error = await errorOfServer({ refusal: { code: refusal, message } });
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
});

test.each([
  'market.db',
  'mysql://me:secret@localhost/market',
  'postgres//me:secret@localhost',
  'postgres://:99999999/x',
])('the text %s is no connection string', async (connectionString) => {
  await expect(createDatabase({ connectionString })).rejects.toMatchObject({ code: 'INVALID_CONNECTION_STRING' });
});

describe.skipIf(!hasPostgres)(`opening Postgres${hasPostgres ? '' : ' (no server answers)'}`, () => {
  let opened: Awaited<ReturnType<typeof openTestPostgres>>;
  beforeAll(async () => {
    opened = await openTestPostgres();
  });
  afterAll(() => opened.close());

  test('an unknown user and an unknown database are errors of their own', async () => {
    const url = new URL(testDatabaseUrl());
    url.pathname = '/no_such_database';
    expect(await openingError(url.href)).toMatchObject({ code: 'DATABASE_MISSING' });
  });

  test('a pool of the host is used with the right types and left open', async () => {
    const pool = new pg.Pool({ connectionString: opened.connectionString, max: 2 });
    const database = await createDatabase({ pool });
    await createStores(database).events.append({ id: 'a', name: 'asked', occurredAt: 5, properties: {} });
    const own = await sql`select 1::int8 as n, date '2024-02-29' as day`.execute(database.kysely);
    expect(own.rows).toStrictEqual([{ n: 1n, day: '2024-02-29' }]);
    await database.close();
    // The host's own queries keep the types that `pg` gives by default.
    expect((await pool.query(`select 1::int8 as n, '1.5'::numeric as share`)).rows).toEqual([{ n: '1', share: '1.5' }]);
    await pool.end();
  });

  test('a Kysely of the host is used where its types fit, and refused by name where they do not', async () => {
    const { connectionString } = opened;
    const fitting = new Kysely({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, types: postgresTypes }) }),
    });
    const database = await createDatabase({ kysely: fitting });
    expect(await migrate(database)).toEqual({ applied: [] });
    await database.close();
    expect((await sql`select 1 as still_open`.execute(fitting)).rows).toHaveLength(1);
    await fitting.destroy();
    const plain = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString }) }) });
    await expect(createDatabase({ kysely: plain })).rejects.toThrow(/returns int8 as a string: .*postgresTypes/);
    await plain.destroy();
  });

  test('a connection that the server ends is an error once, and the next query connects again', async () => {
    const database = await createDatabase({ connectionString: opened.connectionString, maxConnections: 1 });
    const ending = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.kysely);
    await expect(ending).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect((await sql`select 1 as n`.execute(database.kysely)).rows).toEqual([{ n: 1 }]);
    await database.close();
  });
});
