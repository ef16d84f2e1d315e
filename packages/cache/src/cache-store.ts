/**
 * Keeps encoded entries by key.
 *
 * Glossary. *Fresh*: before `freshUntil`. *Stale*: after it and before `expiresAt`; still there, to be served while it is
 * computed again. *Expired*: at or after `expiresAt`; never handed out again. *Tag*: a name such as `model:911` under
 * which many entries are thrown away at once. All instants are epoch milliseconds of the caller's clock, which is passed
 * in, so that two processes agree on what is fresh.
 *
 * *Missing* and *expired*: `get` answers `null`. *Duplicate*: `set` replaces an entry, whole. *Concurrent*: of two writers
 * of one key one wins, whole. Deleting what is not there is no error. Times are absolute: an entry does not live longer
 * because it was copied between tiers.
 */
export interface CacheStore {
  get(key: string, options: { readonly now: number }): Promise<CacheEntry | null>;
  set(key: string, entry: CacheEntry): Promise<void>;
  /** Answers true where there was one. */
  delete(key: string): Promise<boolean>;
  /**
   * Throws away every entry that carries the tag, in a time that does not grow with their number: they are misses from now
   * on, and their space is free when they expire. How many they were is therefore not known.
   */
  deleteByTag(tag: string): Promise<void>;
  /** Throws away the keys that match a glob in which only `*` is special, and answers how many those were. */
  deleteByPattern(glob: string): Promise<number>;
}

export interface CacheEntry {
  /** JSON text: the value as its codec wrote it. */
  readonly value: string;
  readonly storedAt: number;
  readonly freshUntil: number;
  readonly expiresAt: number;
  readonly tags: readonly string[];
  /** Which class of lifetime it belongs to, for statistics. */
  readonly ttlClass: string;
  /** The model that answered, for statistics. */
  readonly servedModel: string;
  /** What computing it had cost, integer nano-dollars: what a hit saves. */
  readonly costNanoUsd: bigint;
}
