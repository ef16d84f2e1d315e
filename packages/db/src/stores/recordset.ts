import { type RawBuilder, sql } from 'kysely';
import { toJsonText } from './to-json-text.ts';

/** Names of columns with their Postgres types, in the order in which they are written. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row & string]: string };

/**
 * Rows as a table expression: one JSON parameter however many rows there are, which handles arrays and nested JSON and
 * is the same on both databases.
 */
export function recordset<Row extends object>(rows: readonly Row[], columns: ColumnTypes<Row>): RawBuilder<unknown> {
  const definition = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  return sql`json_to_recordset(${toJsonText(rows)}::json) as row_of(${sql.raw(definition.join(', '))})`;
}

/** The names of the columns, as in `insert into t (...)`. */
export function columnList<Row extends object>(columns: ColumnTypes<Row>): RawBuilder<unknown> {
  return sql.raw(Object.keys(columns).join(', '));
}

/** `column = excluded.column` for every column but the given ones, as in `on conflict do update set ...`. */
export function excludedAssignments<Row extends object>(
  columns: ColumnTypes<Row>,
  options: { readonly except: readonly (keyof Row & string)[] },
): RawBuilder<unknown> {
  const names = (Object.keys(columns) as (keyof Row & string)[]).filter((name) => !options.except.includes(name));
  return sql.raw(names.map((name) => `${name} = excluded.${name}`).join(', '));
}

/** The last row of every key, in the order of their first appearance. */
export function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** The first row of every key, in their order. */
export function firstOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!found.has(key)) found.set(key, row);
  }
  return [...found.values()];
}
