import { type Kysely, sql } from 'kysely';
import { UnsuitableKyselyError } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import { assertServerVersion } from './assert-server-version.ts';
import type { DatabaseDriver } from './database-driver.ts';

const LOCATION = 'the Kysely instance passed in';

/** Uses a Kysely that the host has already; a row of every kind is read first, so that wrong types show here. */
export async function openKysely<Tables>(hostKysely: Kysely<Tables>): Promise<DatabaseDriver> {
  const kysely = hostKysely as unknown as Kysely<Database>;
  await assertServerVersion(kysely, { location: LOCATION });
  const { rows } = await sql<Record<string, unknown>>`
    select 9007199254740993::int8 as int8, 1.5::numeric as numeric, date '2024-02-29' as date,
      timestamptz '2024-02-29 12:00:00+00' as timestamptz, array['a', 'b'] as text_array, '{"a":1}'::jsonb as jsonb
  `.execute(kysely);
  const row = rows[0] ?? {};
  const expected: Readonly<Record<string, boolean>> = {
    int8: row['int8'] === 9007199254740993n,
    numeric: row['numeric'] === 1.5,
    date: row['date'] === '2024-02-29',
    timestamptz: row['timestamptz'] instanceof Date,
    text_array: Array.isArray(row['text_array']),
    jsonb: typeof row['jsonb'] === 'object',
  };
  for (const [type, isRight] of Object.entries(expected)) {
    if (!isRight) throw new UnsuitableKyselyError({ found: `${type} as ${describe(row[type])}` });
  }
  return { kind: 'postgres', kysely, location: LOCATION, async close() {} };
}

function describe(value: unknown): string {
  return value instanceof Date ? 'a Date' : `a ${typeof value}`;
}
