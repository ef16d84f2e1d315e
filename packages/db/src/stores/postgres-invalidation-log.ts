import type { InvalidationLog } from '@pa/cache';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';

interface InvalidationRow {
  readonly id: string;
  readonly pattern: string;
  readonly reason: string;
  readonly invalidated_by: string;
  readonly invalidated_at: Date;
}

/** Keeps what people threw out of the cache; rows are only ever added. */
export function postgresInvalidationLog(kysely: Kysely<Database>): InvalidationLog {
  return {
    async append({ invalidationId, pattern, reason, invalidatedBy, invalidatedAt }) {
      await sql`
        insert into llm_cache_invalidations (id, pattern, reason, invalidated_by, invalidated_at)
        values (${invalidationId}, ${pattern}, ${reason}, ${invalidatedBy}, ${instant(invalidatedAt)})
        on conflict (id) do nothing`.execute(kysely);
    },
    async recent({ limit }) {
      const { rows } = await sql<InvalidationRow>`
        select id, pattern, reason, invalidated_by, invalidated_at from llm_cache_invalidations
        order by invalidated_at desc, id limit ${limit}::bigint`.execute(kysely);
      return rows.map((row) => ({
        invalidationId: row.id,
        pattern: row.pattern,
        reason: row.reason,
        invalidatedBy: row.invalidated_by,
        invalidatedAt: row.invalidated_at.getTime(),
      }));
    },
  };
}
