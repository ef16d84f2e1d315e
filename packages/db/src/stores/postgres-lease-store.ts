import type { LeaseStore } from '@pa/cache';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Keeps leases in the database, by the clock of its server. */
export function postgresLeaseStore(kysely: Kysely<Database>): LeaseStore {
  return {
    async acquire({ key, holder, leaseMs }) {
      const { rows } = await sql`
        insert into llm_cache_leases (cache_key, holder, expires_at)
        values (${key}, ${holder}, clock_timestamp() + ${leaseMs}::double precision * interval '1 millisecond')
        on conflict (cache_key) do update set holder = excluded.holder, expires_at = excluded.expires_at
          where llm_cache_leases.holder = excluded.holder or llm_cache_leases.expires_at <= clock_timestamp()
        returning holder`.execute(kysely);
      return rows.length > 0;
    },
    async release({ key, holder }) {
      await sql`delete from llm_cache_leases where cache_key = ${key} and holder = ${holder}`.execute(kysely);
    },
  };
}
