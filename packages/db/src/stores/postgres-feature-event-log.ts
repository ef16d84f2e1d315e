import type { FeatureEventLog } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { toJsonText } from './to-json-text.ts';

/** Keeps feature events in the database. */
export function postgresFeatureEventLog(kysely: Kysely<Database>): FeatureEventLog {
  return {
    async append({ id, name, occurredAt, properties }) {
      await sql`
        insert into events (id, name, occurred_at, properties)
        values (${id}, ${name}, ${instant(occurredAt)}, ${toJsonText(properties)}::jsonb)
        on conflict (id) do nothing`.execute(kysely);
    },
    async countByName({ from, to }) {
      const { rows } = await sql<{ readonly name: string; readonly count: bigint }>`
        select name, count(*) as count from events
        where occurred_at >= ${instant(from)} and occurred_at < ${instant(to)}
        group by name order by name`.execute(kysely);
      return Object.fromEntries(rows.map((row) => [row.name, Number(row.count)]));
    },
  };
}
