import type { CacheEntry, CacheStore } from '@pa/cache';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';

/** The database tier of the cache. */
export interface PostgresCacheStore extends CacheStore {
  /** Removes what nobody can read any more; answers how many entries that were. */
  deleteExpired(options: { readonly now: number }): Promise<number>;
}

interface CacheRow {
  readonly value: string;
  readonly created_at: Date;
  readonly fresh_until: Date;
  readonly expires_at: Date;
  readonly tags: string[];
  readonly ttl_class: string;
  readonly served_model: string;
  readonly cost_nano_usd: bigint;
}

/**
 * Keeps cached answers in the database, where every process finds them; a hit is counted in its row. An entry remembers the
 * marks of its tags, and is a miss once one of them has another: throwing a tag away writes one row, however many entries
 * carry it.
 */
export function postgresCacheStore(kysely: Kysely<Database>): PostgresCacheStore {
  const deleteWhere = async (condition: RawBuilder<unknown>): Promise<number> => {
    const result = await sql`delete from llm_cache where ${condition}`.execute(kysely);
    return Number(result.numAffectedRows ?? 0);
  };
  return {
    async get(key, { now }) {
      const { rows } = await sql<CacheRow>`
        update llm_cache set hit_count = hit_count + 1, last_accessed = ${instant(now)}
        where cache_key = ${key} and expires_at > ${instant(now)} and tag_marks = ${marksOf(sql`tags`)}
        returning response_data::text as value, created_at, fresh_until, expires_at, tags, ttl_class, served_model,
          cost_nano_usd`.execute(kysely);
      return rows[0] === undefined ? null : toEntry(rows[0]);
    },
    async set(key, entry) {
      await sql`
        insert into llm_cache (cache_key, response_data, tags, tag_marks, ttl_class, served_model, cost_nano_usd, last_accessed,
          fresh_until, expires_at, created_at)
        values (${key}, ${entry.value}::json, ${[...entry.tags]}::text[],
          ${marksOf(sql`${[...entry.tags]}::text[]`)}, ${entry.ttlClass}, ${entry.servedModel},
          ${entry.costNanoUsd}::bigint, ${instant(entry.storedAt)}, ${instant(entry.freshUntil)},
          ${instant(entry.expiresAt)}, ${instant(entry.storedAt)})
        on conflict (cache_key) do update set response_data = excluded.response_data, tags = excluded.tags,
          tag_marks = excluded.tag_marks, ttl_class = excluded.ttl_class, served_model = excluded.served_model, hit_count = 0,
          cost_nano_usd = excluded.cost_nano_usd, last_accessed = excluded.last_accessed,
          fresh_until = excluded.fresh_until, expires_at = excluded.expires_at,
          created_at = excluded.created_at`.execute(kysely);
    },
    async delete(key) {
      return (await deleteWhere(sql`cache_key = ${key}`)) > 0;
    },
    async deleteByTag(tag) {
      await sql`
        insert into llm_cache_tags (tag, mark) values (${tag}, nextval('llm_cache_marks'))
        on conflict (tag) do update set mark = excluded.mark`.execute(kysely);
    },
    deleteByPattern: (glob) =>
      deleteWhere(sql`cache_key like ${toLikePattern(glob)} and tag_marks = ${marksOf(sql`tags`)}`),
    deleteExpired: ({ now }) => deleteWhere(sql`expires_at <= ${instant(now)} or tag_marks <> ${marksOf(sql`tags`)}`),
  };
}

/** The marks of tags as they are now, in their order. */
function marksOf(tags: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select array_agg(coalesce(marked.mark, 0) order by named.position)
    from unnest(${tags}) with ordinality as named(tag, position) left join llm_cache_tags marked on marked.tag = named.tag
  ), '{}')`;
}

/** A glob in which only `*` is special, as a pattern of LIKE, in which `%`, `_` and the backslash are. */
function toLikePattern(glob: string): string {
  return glob.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}

function toEntry(row: CacheRow): CacheEntry {
  return {
    value: row.value,
    storedAt: row.created_at.getTime(),
    freshUntil: row.fresh_until.getTime(),
    expiresAt: row.expires_at.getTime(),
    tags: row.tags,
    ttlClass: row.ttl_class,
    servedModel: row.served_model,
    costNanoUsd: row.cost_nano_usd,
  };
}
