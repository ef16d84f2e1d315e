import { createHash, randomUUID } from 'node:crypto';
import {
  type CacheSecret,
  type CacheTier,
  createTierGuard,
  createValueCodec,
  LLMCache,
  memoryCacheStore,
  type SavedCall,
  type TierGuard,
  tieredCacheStore,
  tieredLeaseStore,
  tieredPositions,
} from '@pa/cache';
import { redisCacheStore, redisInvalidationBus, redisLeaseStore } from '@pa/cache/redis';
import type { SavingsLedger } from '@pa/cost';
import type { DatabaseStores, PostgresInvalidationBus } from '@pa/db';
import { createClient } from 'redis';
import type { Settings } from '../settings/read-settings.ts';

/** Where proved answers are kept. */
export interface AnswerCache {
  readonly cache: LLMCache;
  /** Writes down what was counted and saved, and ends the connections to Redis; the database stays open. */
  close(): Promise<void>;
}

type AnswerStores = Pick<DatabaseStores, 'cache' | 'cacheLeases' | 'cacheStats' | 'savings'>;

interface AnswerCacheOptions {
  readonly settings: Settings;
  readonly stores: AnswerStores;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where a process that lives for long hears what others threw away where there is no Redis. Default: nowhere. */
  readonly invalidations?: PostgresInvalidationBus;
  /** Hears of a tier that failed. */
  readonly onTierError?: (failure: { readonly tier: string; readonly error: unknown }) => void;
}

/** The database in this process cannot be gone while the process is there: it is only busy at times, milliseconds. */
const EMBEDDED_BUDGET_MS = 1_000;

/**
 * Memory over Redis over the database, computing once over all processes. Redis connects in the background and may be down:
 * then the database answers. Memory is left out where other processes share the database and neither Redis nor the database
 * tells this one what they threw away.
 */
export function createAnswerCache(options: AnswerCacheOptions): AnswerCache {
  const { settings, stores, now, onTierError } = options;
  const { DATABASE_URL, PA_CACHE_TIER_BUDGET_MS: budgetMs } = settings.values;
  const guardOf = (name: string, limit: number): TierGuard =>
    createTierGuard({
      name,
      now,
      budgetMs: limit,
      ...(onTierError === undefined ? {} : { onError: (error) => onTierError({ tier: name, error }) }),
    });
  const isShared = DATABASE_URL !== undefined;
  const memory: CacheTier = { name: 'memory', store: memoryCacheStore(), budgetMs: Number.POSITIVE_INFINITY };
  const databaseGuard = guardOf('database', isShared ? budgetMs : EMBEDDED_BUDGET_MS);
  const database: CacheTier = { name: 'database', store: stores.cache, guard: databaseGuard };
  const redis = connectRedis({ ...options, guard: guardOf('redis', budgetMs) });
  const bus = redis?.bus ?? (isShared ? options.invalidations : undefined);
  const tiers = [...(bus === undefined && isShared ? [] : [memory]), ...(redis === null ? [] : [redis.tier]), database];
  const leases = [
    ...(redis === null ? [] : [{ leases: redis.leases, store: redis.tier.store, guard: redis.guard }]),
    ...(isShared ? [{ leases: stores.cacheLeases, store: stores.cache, guard: databaseGuard }] : []),
  ];
  const secrets = secretsOf(settings);
  const cache = new LLMCache({
    store: tieredCacheStore(tiers, {
      now,
      ...(bus === undefined ? {} : { bus }),
      ...(onTierError === undefined ? {} : { onTierError }),
    }),
    now,
    random: Math.random,
    codec: createValueCodec(secrets === null ? {} : { secrets }),
    statistics: stores.cacheStats,
    onSaved: bookSavings(stores.savings),
    ...(leases.length === 0
      ? {}
      : { leases: { store: tieredLeaseStore(leases), positions: tieredPositions(leases), newId: randomUUID } }),
    ...(onTierError === undefined ? {} : { onStoreError: (error) => onTierError({ tier: 'cache', error }) }),
  });
  return {
    cache,
    async close() {
      await cache.flush();
      redis?.close();
      await options.invalidations?.close();
    },
  };
}

function connectRedis({
  settings,
  guard,
  onTierError,
}: Pick<AnswerCacheOptions, 'settings' | 'onTierError'> & { readonly guard: TierGuard }) {
  const { REDIS_URL } = settings.values;
  if (REDIS_URL === undefined) return null;
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
      on: (event, listener) => subscriber.on(event, listener),
      get isReady() {
        return subscriber.isReady;
      },
    },
  });
  const tier: CacheTier = { name: 'redis', store: redisCacheStore(client), guard };
  return {
    tier,
    guard,
    bus,
    leases: redisLeaseStore(client),
    close() {
      for (const connection of [client, subscriber]) if (connection.isOpen) connection.destroy();
    },
  };
}

/** What an answer of the cache spared is what the same question had cost: near it, and no bill. */
function bookSavings(ledger: Pick<SavingsLedger, 'record'>): (saved: readonly SavedCall[]) => Promise<unknown> {
  const cacheId = randomUUID();
  return (saved) =>
    ledger.record(
      saved.map(({ sequence, at, feature, servedModel, savedNanoUsd }) => ({
        savingId: `answer-cache/${cacheId}/${sequence}`,
        kind: 'answer-cache',
        at,
        feature,
        model: servedModel,
        savedNanoUsd,
        basis: 'estimated',
      })),
    );
}

/** The secrets of the settings, the newest first; `null` where there are none. */
function secretsOf({ values }: Settings) {
  const secrets = (values.PA_CACHE_SECRET ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map((text): CacheSecret => {
      const key = Buffer.from(text, 'base64');
      return { id: createHash('sha256').update(key).digest('hex').slice(0, 12), key };
    });
  const [current, ...previous] = secrets;
  return current === undefined ? null : { current, previous };
}
