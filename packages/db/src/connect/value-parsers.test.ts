import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
} from '../testing/open-test-databases.ts';
import { toJsonText } from '../stores/to-json-text.ts';
import { parseArray } from './parse-array.ts';

const hasPostgres = await postgresAnswers();

/** Literals of every type that the schema uses, with the one JavaScript value that they must become. */
const VALUES: readonly (readonly [literal: string, value: unknown])[] = [
  ['true', true],
  ['false', false],
  ['7::int2', 7],
  ['(-2147483648)::int4', -2_147_483_648],
  ['9007199254740993::int8', 9_007_199_254_740_993n],
  ['count(*)', 1n],
  ['0.1::float4', 0.1],
  ['0.30000000000000004::float8', 0.1 + 0.2],
  ["'Infinity'::float8", Number.POSITIVE_INFINITY],
  ['123456789012.75::numeric', 123_456_789_012.75],
  ["'Straße „911“'::text", 'Straße „911“'],
  ["'ab'::varchar(5)", 'ab'],
  ["'USD'::char(3)", 'USD'],
  ["'00000001-0000-4000-8000-000000000001'::uuid", '00000001-0000-4000-8000-000000000001'],
  ["date '2024-02-29'", '2024-02-29'],
  ["date '0001-01-01'", '0001-01-01'],
  ["timestamptz '2024-02-29 12:00:00.123456+05:30'", new Date('2024-02-29T06:30:00.123Z')],
  ["timestamptz '1899-12-31 00:00:00+00'", new Date('1899-12-31T00:00:00Z')],
  [`'{"a": [1, null, "x"]}'::jsonb`, { a: [1, null, 'x'] }],
  [`'{"b": 1.5}'::json`, { b: 1.5 }],
  ["'\\x00ff10'::bytea", new Uint8Array([0, 255, 16])],
  ["array['a,b', 'c\"d', 'e\\f', null, 'NULL', '', '{}']", ['a,b', 'c"d', 'e\\f', null, 'NULL', '', '{}']],
  ["'{}'::text[]", []],
  ['array[1, null]::int4[]', [1, null]],
  ['array[9007199254740993]::int8[]', [9_007_199_254_740_993n]],
  ['array[1.5, 2]::numeric[]', [1.5, 2]],
  ['array[0.5]::float8[]', [0.5]],
  ["array[date '2024-02-29']", ['2024-02-29']],
  ["array[timestamptz '2024-02-29 12:00:00+00']", [new Date('2024-02-29T12:00:00Z')]],
  ["array['00000001-0000-4000-8000-000000000001']::uuid[]", ['00000001-0000-4000-8000-000000000001']],
  ['array[true, false]', [true, false]],
  ['null::int8', null],
];

function typesHoldOn(open: () => Promise<TestDatabase>): void {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  test.each(VALUES)('%s comes back as its one JavaScript value', async (literal, value) => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(literal)} as value`.execute(opened.database.kysely);
    expect(rows[0]?.value).toStrictEqual(value);
  });

  test('a time zone of the session changes no value', async () => {
    const row = await opened.database.kysely.transaction().execute(async (trx) => {
      await sql`set local time zone 'Asia/Kolkata'`.execute(trx);
      const { rows } = await sql`
        select date '2024-02-29' as day, timestamptz '2024-02-29 12:00:00+00' as instant`.execute(trx);
      return rows[0];
    });
    expect(row).toStrictEqual({ day: '2024-02-29', instant: new Date('2024-02-29T12:00:00Z') });
  });

  test('any text, number and nesting survives the way in and out as JSON', async () => {
    const storable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    const value = fc.record({ text: storable, list: fc.array(storable), number: fc.double({ noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(value, async ({ text, list, number }) => {
        const sent = { text, list, number: Number.isFinite(number) && !Object.is(number, -0) ? number : 0 };
        const { rows } = await sql<{ jsonb: unknown; list: string[]; text: string }>`
          select v as jsonb, array(select jsonb_array_elements_text(v -> 'list')) as list, v ->> 'text' as text
          from (select ${toJsonText(sent)}::jsonb as v) t`.execute(opened.database.kysely);
        expect(rows[0]).toStrictEqual({ jsonb: sent, list, text });
      }),
      { numRuns: 50, seed: 911 },
    );
  });

  test('text that Postgres cannot hold becomes text that it can', async () => {
    const sent = { text: 'a\0b', half: 'x\ud800y', ['k\0']: ['\udc00'] };
    const { rows } = await sql<{ value: unknown }>`
      select ${toJsonText(sent)}::jsonb as value`.execute(opened.database.kysely);
    expect(rows[0]?.value).toStrictEqual({ text: 'a\ufffdb', half: 'x\ufffdy', ['k\ufffd']: ['\ufffd'] });
  });
}

describe('types on PGlite', () => typesHoldOn(openTestPGlite));

describe.skipIf(!hasPostgres)(`types on Postgres${hasPostgres ? '' : ' (no server answers)'}`, () =>
  typesHoldOn(openTestPostgres),
);

test('an array text is split at its own commas only', () => {
  expect(parseArray('{}', String)).toEqual([]);
  expect(parseArray('{1,NULL,3}', Number)).toEqual([1, null, 3]);
  expect(parseArray('{"a,\\"b\\"","NULL",""}', String)).toEqual(['a,"b"', 'NULL', '']);
});
