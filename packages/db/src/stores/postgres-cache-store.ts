import type { CacheEntry, CacheStore } from '@pa/cache';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
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
 * Two names among the tags that stand for everything, and for keys that were thrown away by name or pattern. An entry that
 * carries one of them as a tag is thrown away more often than it must be, which does no harm.
 */
const EVERYTHING = '*';
const KEYS_BY_NAME = '*keys';

interface Position {
  /** Which of the two names it rests on, and the mark of that. */
  readonly reserved: string;
  readonly mark: string;
  /** The marks of the tags, in their order; `null` in a position of everything. */
  readonly tagMarks: readonly string[] | null;
}

/**
 * Keeps cached answers in the database, where every process finds them; a hit is counted in its row. An entry remembers the
 * marks of its tags, and is a miss once one of them has another: throwing a tag away writes one row, however many entries
 * carry it.
 */
export function postgresCacheStore(kysely: Kysely<Database>): PostgresCacheStore {
  const deleteWhere = async (condition: RawBuilder<unknown>, executor = kysely): Promise<number> => {
    const result = await sql`delete from llm_cache where ${condition}`.execute(executor);
    return Number(result.numAffectedRows ?? 0);
  };
  // The mark first, and the rows in a statement of their own, which sees what was written until then.
  const throwAwayKeys = (condition: RawBuilder<unknown>): Promise<number> =>
    inTransaction(kysely, async (trx) => {
      await mark(trx, [EVERYTHING, KEYS_BY_NAME]);
      return deleteWhere(condition, trx);
    });
  const position = async ({ tags }: { readonly tags?: readonly string[] } = {}): Promise<string> => {
    const reserved = tags === undefined ? EVERYTHING : KEYS_BY_NAME;
    const read = () =>
      sql<{ readonly mark: string; readonly tag_marks: readonly string[] }>`
        select mark::text, ${marksOf(sql`${[...(tags ?? [])]}::text[]`)}::text[] as tag_marks
        from llm_cache_tags where tag = ${reserved}`.execute(kysely);
    let { rows } = await read();
    if (rows[0] === undefined) {
      await sql`
        insert into llm_cache_tags (tag, mark) values (${reserved}, nextval('llm_cache_marks'))
        on conflict (tag) do nothing`.execute(kysely);
      ({ rows } = await read());
    }
    const tagMarks = tags === undefined ? null : (rows[0]?.tag_marks ?? []);
    return JSON.stringify({ reserved, mark: rows[0]?.mark ?? '-1', tagMarks } satisfies Position);
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
    async set(key, entry, { since } = {}) {
      const taken = JSON.parse(since ?? (await position({ tags: entry.tags }))) as Position;
      const tags = sql`${[...entry.tags]}::text[]`;
      const marks = taken.tagMarks === null ? marksOf(tags) : sql`${taken.tagMarks}::bigint[]`;
      // The lock makes whoever throws something away wait for this row, or this statement for him and then see his mark.
      const result = await sql`
        with unmoved as materialized (
          select 1 from llm_cache_tags where tag = ${taken.reserved} and mark = ${taken.mark}::bigint for share
        )
        insert into llm_cache (cache_key, response_data, tags, tag_marks, ttl_class, served_model, cost_nano_usd, last_accessed,
          fresh_until, expires_at, created_at)
        select ${key}, ${entry.value}::json, ${tags}, ${marks}, ${entry.ttlClass}, ${entry.servedModel},
          ${entry.costNanoUsd}::bigint, ${instant(entry.storedAt)}, ${instant(entry.freshUntil)},
          ${instant(entry.expiresAt)}, ${instant(entry.storedAt)}
        from unmoved where ${marks} = ${marksOf(tags)}
        on conflict (cache_key) do update set response_data = excluded.response_data, tags = excluded.tags,
          tag_marks = excluded.tag_marks, ttl_class = excluded.ttl_class, served_model = excluded.served_model, hit_count = 0,
          cost_nano_usd = excluded.cost_nano_usd, last_accessed = excluded.last_accessed,
          fresh_until = excluded.fresh_until, expires_at = excluded.expires_at,
          created_at = excluded.created_at`.execute(kysely);
      return (result.numAffectedRows ?? 0n) > 0n;
    },
    position,
    delete: async (key) => (await throwAwayKeys(sql`cache_key = ${key}`)) > 0,
    deleteByTag: (tag) => mark(kysely, [EVERYTHING, tag]),
    deleteByPattern: (glob) =>
      throwAwayKeys(sql`cache_key like ${toLikePattern(glob)} and tag_marks = ${marksOf(sql`tags`)}`),
    deleteExpired: ({ now }) => deleteWhere(sql`expires_at <= ${instant(now)} or tag_marks <> ${marksOf(sql`tags`)}`),
  };
}

/** Gives each of the names another mark, in their order. */
async function mark(kysely: Kysely<Database>, names: readonly string[]): Promise<void> {
  await sql`
    insert into llm_cache_tags (tag, mark)
    select name, nextval('llm_cache_marks') from unnest(${[...new Set(names)]}::text[]) as named(name)
    on conflict (tag) do update set mark = excluded.mark`.execute(kysely);
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
