import { LRUCache } from 'lru-cache';
import type { CacheEntry, CacheStore } from './cache-store.ts';
import { globMatcher } from './glob.ts';

const DEFAULT_MAXIMUM_BYTES = 64 * 1024 * 1024;
const ENTRY_OVERHEAD_BYTES = 256;
/** Above this many tags that were thrown away, what they threw away is swept out and the tags are forgotten. */
const REMEMBERED_TAGS = 10_000;

export interface MemoryCacheOptions {
  /** Entries are thrown away, least recently used first, above this many bytes. Default 64 MiB. */
  readonly maximumBytes?: number;
}

interface Kept {
  readonly entry: CacheEntry;
  /** How often anything had been thrown away when it was stored. */
  readonly position: number;
}

interface Position {
  readonly kind: 'tags' | 'all';
  /** How often anything had been thrown away when it was taken. */
  readonly at: number;
}

/**
 * A store in this process, bounded by bytes. Throwing away a tag notes when it was done; an entry that carries the tag and
 * was stored before is a miss.
 */
export function memoryCacheStore(options: MemoryCacheOptions = {}): CacheStore {
  const thrownAwayAt = new Map<string, number>();
  let position = 0;
  let keysThrownAwayAt = 0;
  let sweptAt = 0;
  const entries = new LRUCache<string, Kept>({
    maxSize: options.maximumBytes ?? DEFAULT_MAXIMUM_BYTES,
    sizeCalculation: ({ entry }, key) =>
      ENTRY_OVERHEAD_BYTES + 2 * entry.tags.reduce((sum, tag) => sum + tag.length, entry.value.length + 2 * key.length),
  });
  const isThrownAway = ({ entry, position: storedAt }: Kept): boolean =>
    thrownAwayAt.size > 0 && entry.tags.some((tag) => (thrownAwayAt.get(tag) ?? 0) > storedAt);
  const sweep = () => {
    const gone = [...entries.entries()].filter(([, kept]) => isThrownAway(kept));
    for (const [key] of gone) entries.delete(key);
    thrownAwayAt.clear();
    sweptAt = position;
  };
  const isOutdated = (entry: CacheEntry, { kind, at }: Position): boolean => {
    if (kind === 'all') return at < position;
    return at < keysThrownAwayAt || at < sweptAt || isThrownAway({ entry, position: at });
  };
  return {
    get(key, { now }) {
      const kept = entries.get(key);
      if (kept === undefined) return Promise.resolve(null);
      if (kept.entry.expiresAt > now && !isThrownAway(kept)) return Promise.resolve(kept.entry);
      entries.delete(key);
      return Promise.resolve(null);
    },
    set(key, entry, { since } = {}) {
      if (since !== undefined && isOutdated(entry, JSON.parse(since) as Position)) return Promise.resolve(false);
      entries.set(key, { entry, position });
      return Promise.resolve(true);
    },
    position({ tags } = {}) {
      const taken: Position = { kind: tags === undefined ? 'all' : 'tags', at: position };
      return Promise.resolve(JSON.stringify(taken));
    },
    delete(key) {
      position += 1;
      keysThrownAwayAt = position;
      const kept = entries.peek(key);
      entries.delete(key);
      return Promise.resolve(kept !== undefined && !isThrownAway(kept));
    },
    deleteByTag(tag) {
      position += 1;
      thrownAwayAt.set(tag, position);
      if (thrownAwayAt.size > REMEMBERED_TAGS) sweep();
      return Promise.resolve();
    },
    deleteByPattern(glob) {
      position += 1;
      keysThrownAwayAt = position;
      const matches = globMatcher(glob);
      const meant = [...entries.entries()].filter(([key]) => matches(key));
      for (const [key] of meant) entries.delete(key);
      return Promise.resolve(meant.filter(([, kept]) => !isThrownAway(kept)).length);
    },
  };
}
