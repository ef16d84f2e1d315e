import { type CacheStore, type CacheTier, memoryCacheStore, tieredCacheStore } from '@pa/cache';
import { redisCacheStore, redisInvalidationBus } from '@pa/cache/redis';
import { createClient } from 'redis';
import type { Settings } from '../settings/read-settings.ts';

/** Where proved answers are kept. */
export interface AnswerCache {
  readonly store: CacheStore;
  /** Ends the connections to Redis; the database stays open. */
  close(): void;
}

/** A lookup in the database may take this long, milliseconds: it is worth it, the alternative is a call of a model. */
const DATABASE_BUDGET_MS = 1_000;

/**
 * Memory over Redis over the database. Redis connects in the background and may be down: then the database answers. Memory
 * is left out where other processes share the database and no Redis tells this one what they threw away.
 */
export function createAnswerCache(options: {
  readonly settings: Settings;
  readonly database: CacheStore;
  readonly now: () => number;
  /** Hears of a tier that failed. */
  readonly onTierError?: (failure: { readonly tier: string; readonly error: unknown }) => void;
}): AnswerCache {
  const { settings, database, now, onTierError } = options;
  const { REDIS_URL, DATABASE_URL } = settings.values;
  const memory: CacheTier = { name: 'memory', store: memoryCacheStore(), budgetMs: Number.POSITIVE_INFINITY };
  const last: CacheTier = { name: 'database', store: database, budgetMs: DATABASE_BUDGET_MS };
  const report = onTierError === undefined ? {} : { onTierError };
  if (REDIS_URL === undefined) {
    const tiers = DATABASE_URL === undefined ? [memory, last] : [last];
    return { store: tieredCacheStore(tiers, { now, ...report }), close: () => {} };
  }
  const client = createClient({ url: REDIS_URL, disableOfflineQueue: true });
  const subscriber = client.duplicate();
  for (const connection of [client, subscriber]) {
    connection.on('error', (error: unknown) => onTierError?.({ tier: 'redis', error }));
  }
  client.connect().catch(() => undefined);
  const connected = subscriber.connect();
  connected.catch(() => undefined);
  const bus = redisInvalidationBus(client, {
    subscriber: {
      subscribe: async (channel, listener) => {
        await connected;
        await subscriber.subscribe(channel, listener);
      },
    },
  });
  const redis: CacheTier = { name: 'redis', store: redisCacheStore(client) };
  return {
    store: tieredCacheStore([memory, redis, last], { now, bus, ...report }),
    close() {
      for (const connection of [client, subscriber]) if (connection.isOpen) connection.destroy();
    },
  };
}
