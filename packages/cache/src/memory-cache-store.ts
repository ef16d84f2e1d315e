import { LRUCache } from 'lru-cache';
import type { CacheEntry, CacheStore } from './cache-store.ts';
import { globMatcher } from './glob.ts';

const DEFAULT_MAXIMUM_BYTES = 64 * 1024 * 1024;
const ENTRY_OVERHEAD_BYTES = 256;

export interface MemoryCacheOptions {
  /** Entries are thrown away, least recently used first, above this many bytes. Default 64 MiB. */
  readonly maximumBytes?: number;
}

/** A store in this process, bounded by bytes. */
export function memoryCacheStore(options: MemoryCacheOptions = {}): CacheStore {
  const keysByTag = new Map<string, Set<string>>();
  const forget = (entry: CacheEntry, key: string) => {
    for (const tag of entry.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  };
  const entries = new LRUCache<string, CacheEntry>({
    maxSize: options.maximumBytes ?? DEFAULT_MAXIMUM_BYTES,
    sizeCalculation: (entry, key) => ENTRY_OVERHEAD_BYTES + 2 * (entry.value.length + key.length),
    dispose: forget,
  });
  const deleteAll = (keys: readonly string[]): number => keys.filter((key) => entries.delete(key)).length;
  return {
    get(key, { now }) {
      const entry = entries.get(key);
      if (entry === undefined) return Promise.resolve(null);
      if (entry.expiresAt > now) return Promise.resolve(entry);
      entries.delete(key);
      return Promise.resolve(null);
    },
    set(key, entry) {
      entries.set(key, entry);
      if (entries.has(key)) {
        for (const tag of entry.tags) {
          const keys = keysByTag.get(tag) ?? new Set();
          keysByTag.set(tag, keys.add(key));
        }
      }
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(entries.delete(key)),
    deleteByTag: (tag) => Promise.resolve(deleteAll([...(keysByTag.get(tag) ?? [])])),
    deleteByPattern: (glob) => Promise.resolve(deleteAll([...entries.keys()].filter(globMatcher(glob)))),
  };
}
