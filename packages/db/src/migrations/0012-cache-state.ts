import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/**
 * Tags of the cache that are thrown away in constant time, leases of what is being computed, counts by day, and what people
 * threw away and why. Cached answers of before are of an older form and go.
 */
export const cacheState: Migration = {
  name: '0012_cache_state',
  async up(trx) {
    await runStatements(trx, [
      'delete from llm_cache',
      'drop index llm_cache_tags',
      // An entry remembers the marks of its tags; throwing a tag away gives it another mark. A tag without a row has mark 0.
      "alter table llm_cache add column tag_marks bigint[] not null default '{}'",
      'create sequence llm_cache_marks',
      `create table llm_cache_tags (
        tag text collate "C" primary key,
        mark bigint not null
      )`,
      `create table llm_cache_leases (
        cache_key text collate "C" primary key,
        holder text not null,
        expires_at timestamptz not null
      )`,
      `create table llm_cache_stats (
        day date not null,
        dimension text collate "C" not null,
        key text collate "C" not null,
        hits bigint not null,
        misses bigint not null,
        stale bigint not null,
        refused_writes bigint not null,
        bytes_written bigint not null,
        saved_nano_usd bigint not null,
        primary key (dimension, day, key)
      )`,
      `create table llm_cache_invalidations (
        id text collate "C" primary key,
        pattern text not null,
        reason text not null check (reason <> ''),
        invalidated_by text not null,
        invalidated_at timestamptz not null
      )`,
      'create index llm_cache_invalidations_newest on llm_cache_invalidations (invalidated_at desc, id)',
      `create trigger llm_cache_invalidations_only_grow before update or delete or truncate on llm_cache_invalidations
        for each statement execute function refuse_rewriting()`,
    ]);
    const tables = ['llm_cache_tags', 'llm_cache_leases', 'llm_cache_stats', 'llm_cache_invalidations'];
    for (const table of tables) await protectTable(trx, { table });
  },
};
