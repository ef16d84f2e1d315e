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
 *
 * *Position*: how much had been thrown away at an instant, in the store's own words. Whoever computes an answer takes one
 * before it begins and gives it to `set`: what was thrown away meanwhile, by whichever process, is then not stored, since
 * it rests on what has changed.
 */
export interface CacheStore {
  get(key: string, options: { readonly now: number }): Promise<CacheEntry | null>;
  /**
   * True where the entry is stored. With `since` it is stored only where nothing that concerns it was thrown away after that
   * position was taken; the comparison and the writing are one step.
   */
  set(key: string, entry: CacheEntry, options?: { readonly since?: CachePosition }): Promise<boolean>;
  /**
   * How much has been thrown away by now. With `tags`, which must be those of the entry to come, it moves when one of them
   * is thrown away, or any key or pattern; without, when anything is.
   */
  position(options?: { readonly tags?: readonly string[] }): Promise<CachePosition>;
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

/** Opaque text of the store that gave it. */
export type CachePosition = string;

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
