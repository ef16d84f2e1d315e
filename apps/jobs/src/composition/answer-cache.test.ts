import { randomUUID } from 'node:crypto';
import {
  type CacheStore,
  defineCacheKey,
  memoryCacheStatsStore,
  memoryCacheStore,
  memoryLeaseStore,
  SUMMARY,
} from '@pa/cache';
import { memorySavingsLedger } from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import { expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';

const redisUrl = process.env['PA_TEST_REDIS_URL'];
const tag = `test:${randomUUID()}`;
const options = { ttlClass: SUMMARY, tags: [tag], feature: 'market_summary' };
const { keyOf } = defineCacheKey<{ id: string }>('test', { id: 'include' });
const key = () => keyOf({ id: randomUUID() }, { scope: 'shared' });
const answer = {
  value: 'text',
  outcome: 'validated',
  servedModel: 'm',
  containsPersonalData: false,
  costNanoUsd: 1n,
} as const;
const shared = { DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing', PA_CACHE_TIER_BUDGET_MS: '30000' };

function storesOf(database: CacheStore = memoryCacheStore()): Parameters<typeof createAnswerCache>[0]['stores'] {
  return {
    cache: { ...database, deleteExpired: async () => 0 } satisfies DatabaseStores['cache'],
    cacheLeases: memoryLeaseStore({ now: Date.now }),
    cacheStats: memoryCacheStatsStore(),
    savings: memorySavingsLedger(),
  };
}

/** Every look at this clock is a minute later, so that a tier that failed is tried again at once. */
function open(environment: Readonly<Record<string, string>>, stores = storesOf()): AnswerCache {
  let minutes = Date.UTC(2026, 10, 23, 12) / 60_000;
  return createAnswerCache({
    settings: readSettings({ environment, folder: '/nowhere' }),
    stores,
    now: () => ++minutes * 60_000,
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('keeps answers in memory and in the database of one process', async () => {
  const stores = storesOf();
  const { cache } = open({}, stores);
  const own = key();
  await cache.set(own, answer, options);
  await stores.cache.delete(own.text);
  expect((await cache.get(own))?.value).toBe('text');
});

it('asks only the database where processes share it and no Redis tells what they threw away', async () => {
  const stores = storesOf();
  const { cache } = open(shared, stores);
  const own = key();
  await cache.set(own, answer, options);
  await stores.cache.delete(own.text);
  expect(await cache.get(own)).toBeNull();
});

it('computes once over the processes that share a database', async () => {
  const stores = storesOf();
  const caches = [open(shared, stores), open(shared, stores)];
  const own = key();
  let computed = 0;
  const compute = async () => {
    computed += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return answer;
  };
  await Promise.all(caches.map(({ cache }) => cache.getOrCompute(own, { ...options, compute })));
  expect(computed).toBe(1);
});

it('books what the cache saved, and keeps what it counted, when it is closed', async () => {
  const stores = storesOf();
  const { cache, close } = open({}, stores);
  const own = key();
  for (let time = 0; time < 3; time++) await cache.getOrCompute(own, { ...options, compute: async () => answer });
  await close();
  const saved = await stores.savings.totals({ from: 0, to: Number.MAX_SAFE_INTEGER, by: 'kind' });
  expect(saved).toEqual([{ key: 'answer-cache', lineCount: 2, savedNanoUsd: 2n, estimatedNanoUsd: 2n }]);
  const day = '2026-11-23';
  const [counted] = await stores.cacheStats.totals({ fromDay: day, toDay: day, by: 'class' });
  expect(counted).toMatchObject({ key: 'summary', hits: 2, misses: 1 });
});

it('encrypts what it keeps, and reads what an earlier secret wrote', async () => {
  const [old, next] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
  const stores = storesOf();
  const own = key();
  await open({ PA_CACHE_SECRET: old }, stores).cache.set(own, { ...answer, value: 'a secret text' }, options);
  expect((await stores.cache.get(own.text, { now: 0 }))?.value).not.toContain('secret');
  expect((await open({ PA_CACHE_SECRET: `${next},${old}` }, stores).cache.get(own))?.value).toBe('a secret text');
  expect(await open({ PA_CACHE_SECRET: next }, stores).cache.get(own)).toBeNull();
  expect(await open({}, stores).cache.get(own)).toBeNull();
});

it('answers from the database when Redis cannot be reached', async () => {
  const stores = storesOf();
  const own = key();
  await open({}, stores).cache.set(own, answer, options);
  const answers = open({ ...shared, REDIS_URL: 'redis://127.0.0.1:1' }, stores);
  try {
    expect((await answers.cache.get(own))?.value).toBe('text');
  } finally {
    await answers.close();
  }
});

it.skipIf(redisUrl === undefined)('shares answers over Redis and hears what others threw away', async () => {
  const environment = { ...shared, REDIS_URL: redisUrl ?? '' };
  const caches = [open(environment), open(environment)] as const;
  const [one, two] = caches;
  const own = key();
  try {
    // Redis connects in the background, and until then every tier behind it answers.
    await until(async () => {
      await one.cache.set(own, answer, options);
      return (await two.cache.get(own)) !== null;
    });
    await until(async () => {
      await one.cache.invalidate(`tag:${tag}`);
      return (await two.cache.get(own)) === null;
    });
  } finally {
    await one.cache.invalidate(own.text);
    for (const each of caches) await each.close();
  }
});
