import type { Generated, GeneratedAlways } from 'kysely';

/** Validated answers of language models, kept until they expire. */
export interface LlmCacheTable {
  readonly cache_key: string;
  /** As JSON text on the way in; kept letter for letter. */
  readonly response_data: unknown;
  readonly tags: string[];
  /** The mark of every tag when the answer was stored. */
  readonly tag_marks: bigint[];
  readonly ttl_class: string;
  readonly served_model: string;
  readonly cost_nano_usd: bigint;
  /** For people. */
  readonly cost_usd: GeneratedAlways<number>;
  readonly hit_count: Generated<bigint>;
  readonly last_accessed: Date;
  readonly fresh_until: Date;
  readonly expires_at: Date;
  readonly created_at: Date;
}

/** Tags that were ever thrown away; another mark each time. */
export interface LlmCacheTagsTable {
  readonly tag: string;
  readonly mark: bigint;
}

/** Who computes an answer at present. */
export interface LlmCacheLeasesTable {
  readonly cache_key: string;
  readonly holder: string;
  readonly expires_at: Date;
}

/** What the caches of all processes counted, by day. */
export interface LlmCacheStatsTable {
  readonly day: string;
  readonly dimension: string;
  readonly key: string;
  readonly hits: bigint;
  readonly misses: bigint;
  readonly stale: bigint;
  readonly refused_writes: bigint;
  readonly bytes_written: bigint;
  readonly saved_nano_usd: bigint;
}

/** What people threw away, and why; rows are only ever added. */
export interface LlmCacheInvalidationsTable {
  readonly id: string;
  readonly pattern: string;
  readonly reason: string;
  readonly invalidated_by: string;
  readonly invalidated_at: Date;
}
