import { type RawBuilder, sql } from 'kysely';

/** Epoch milliseconds as an instant of the server, far futures included, which a JavaScript date text is not. */
export function instant(epochMs: number): RawBuilder<Date> {
  return sql<Date>`to_timestamp(${epochMs}::double precision / 1000)`;
}
