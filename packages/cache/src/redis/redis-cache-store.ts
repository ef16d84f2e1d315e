import { randomUUID } from 'node:crypto';
import type { CacheEntry, CacheStore } from '../cache-store.ts';
import { fromEntryText, toEntryText } from '../entry-text.ts';
import type { RedisConnection } from './redis-connection.ts';

export interface RedisCacheOptions {
  /** Stands in front of every key. Default `pa:cache:`. */
  readonly prefix?: string;
  /** Makes the marks of tags; two must never be equal. Default random UUIDs. */
  readonly newId?: () => string;
}

const SCAN_COUNT = '500';

/**
 * Keeps answers in Redis 7 or newer, where every process finds them.
 *
 * Every tag has a random mark, and an entry remembers the marks of its tags. Throwing away a tag removes its mark: one
 * command however many entries carry it, and an entry whose marks are not all there any more is a miss. Redis may evict
 * anything at any time: a lost mark costs a computation and never brings an old answer back. Entries without a mark stay
 * until they expire.
 */
export function redisCacheStore(connection: RedisConnection, options: RedisCacheOptions = {}): CacheStore {
  const { prefix = 'pa:cache:', newId = randomUUID } = options;
  const entryKey = (key: string) => `${prefix}entry:${key}`;
  const tagKey = (tag: string) => `${prefix}tag:${tag}`;
  const send = (...args: readonly string[]) => connection.sendCommand(args);
  const text = async (key: string): Promise<string | null> => {
    const reply = await send('GET', key);
    return reply === null || reply === undefined ? null : String(reply);
  };
  /** The mark of a tag, made where there is none; it lives at least as long as the entry. */
  const markOf = async (tag: string, lifetimeMs: string): Promise<string> => {
    const key = tagKey(tag);
    const [, , mark] = await Promise.all([
      send('SET', key, newId(), 'NX', 'PX', lifetimeMs),
      send('PEXPIRE', key, lifetimeMs, 'GT'),
      text(key),
    ]);
    // Thrown away between the commands: a mark that no tag has makes this entry a miss.
    return mark ?? '';
  };
  const unlink = async (keys: readonly string[]): Promise<number> =>
    keys.length === 0 ? 0 : Number(await send('UNLINK', ...keys));

  return {
    async get(key, { now }) {
      const stored = await text(entryKey(key));
      if (stored === null) return null;
      const decoded = fromEntryText(stored);
      if (decoded === null) {
        await unlink([entryKey(key)]);
        return null;
      }
      const { entry, beside } = decoded;
      if (entry.expiresAt <= now) return null;
      if (entry.tags.length === 0) return entry;
      const marks = (await send('MGET', ...entry.tags.map(tagKey))) as readonly unknown[];
      const isMarked = (mark: unknown, index: number) => mark !== null && String(mark) === beside[index];
      return marks.every(isMarked) ? entry : null;
    },
    async set(key, entry) {
      const lifetimeMs = lifetimeOf(entry);
      const marks = await Promise.all(entry.tags.map((tag) => markOf(tag, lifetimeMs)));
      await send('SET', entryKey(key), toEntryText(entry, { beside: marks }), 'PX', lifetimeMs);
    },
    delete: async (key) => (await unlink([entryKey(key)])) > 0,
    async deleteByTag(tag) {
      await unlink([tagKey(tag)]);
    },
    async deleteByPattern(glob) {
      const match = `${escapeGlob(entryKey(''))}${escapeGlob(glob).replaceAll('\\*', '*')}`;
      let cursor = '0';
      let deleted = 0;
      do {
        const [next, keys] = (await send('SCAN', cursor, 'MATCH', match, 'COUNT', SCAN_COUNT)) as [unknown, unknown[]];
        deleted += await unlink(keys.map(String));
        cursor = String(next);
      } while (cursor !== '0');
      return deleted;
    },
  };
}

/** Redis measures by its own clock, so it is told a length of time and no instant. */
function lifetimeOf(entry: CacheEntry): string {
  return Math.max(1, Math.ceil(entry.expiresAt - entry.storedAt)).toString();
}

function escapeGlob(literal: string): string {
  return literal.replace(/[*?[\]\\^-]/g, '\\$&');
}
