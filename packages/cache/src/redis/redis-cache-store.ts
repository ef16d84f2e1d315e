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
/** How long a position is good for at least, milliseconds: longer than any computation. */
const POSITION_MS = '3600000';

/** The marks of KEYS, made where there are none, each kept for ARGV[2] milliseconds at least. */
const MARKS = `
local marks = {}
for index, key in ipairs(KEYS) do
  redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[2])
  redis.call('PEXPIRE', key, ARGV[2], 'GT')
  marks[index] = redis.call('GET', key)
end
return marks`;

/** Writes KEYS[1] where the marks of the other keys are still those of ARGV[3] and following. */
const WRITE_UNLESS_MOVED = `
for index = 2, #KEYS do
  if redis.call('GET', KEYS[index]) ~= ARGV[index + 1] then return 0 end
end
for index = 2, #KEYS do redis.call('PEXPIRE', KEYS[index], ARGV[2], 'GT') end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Marks by the keys that hold them. */
type Marks = Readonly<Record<string, string>>;

/**
 * Keeps answers in Redis 7 or newer, where every process finds them.
 *
 * Every tag has a random mark, and an entry remembers the marks of its tags. Throwing away a tag removes its mark: one
 * command however many entries carry it, and an entry whose marks are not all there any more is a miss. Redis may evict
 * anything at any time: a lost mark costs a computation and never brings an old answer back. Two more marks stand for
 * everything and for keys thrown away by name or glob; a position is a set of marks, compared as the entry is written.
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
  const everything = `${prefix}mark:everything`;
  const keysByName = `${prefix}mark:keys`;
  const marksOf = async (keys: readonly string[]): Promise<Marks> => {
    if (keys.length === 0) return {};
    const marks = (await send('EVAL', MARKS, keys.length.toString(), ...keys, newId(), POSITION_MS)) as unknown[];
    return Object.fromEntries(keys.map((key, index) => [key, String(marks[index])]));
  };
  const position = async ({ tags }: { readonly tags?: readonly string[] } = {}): Promise<string> =>
    JSON.stringify(await marksOf(tags === undefined ? [everything] : [keysByName, ...tags.map(tagKey)]));
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
    async set(key, entry, { since } = {}) {
      const taken = JSON.parse(since ?? (await position({ tags: entry.tags }))) as Marks;
      const tagKeys = entry.tags.map(tagKey);
      const marks = everything in taken ? { ...(await marksOf(tagKeys)), ...taken } : taken;
      const beside = tagKeys.map((tag) => marks[tag]);
      if (!beside.every((mark) => mark !== undefined)) return false;
      const written = await send(
        'EVAL',
        WRITE_UNLESS_MOVED,
        (1 + Object.keys(marks).length).toString(),
        entryKey(key),
        ...Object.keys(marks),
        toEntryText(entry, { beside }),
        lifetimeOf(entry),
        ...Object.values(marks),
      );
      return Number(written) === 1;
    },
    position,
    async delete(key) {
      // The marks first: who writes after that has another position, and what was written before is removed below.
      await unlink([everything, keysByName]);
      return (await unlink([entryKey(key)])) > 0;
    },
    async deleteByTag(tag) {
      await unlink([tagKey(tag), everything]);
    },
    async deleteByPattern(glob) {
      await unlink([everything, keysByName]);
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
