/**
 * What the cache costs: a hit in memory and in Redis, tags with many entries, a Redis that hangs, and a stampede of processes.
 * A hit is a whole `getOrCompute`: lookup, checksum, JSON and counts. Needs a Redis at PA_TEST_REDIS_URL (default the local
 * port 6379) and, for the Redis that hangs, `redis-server` to start one of its own.
 *
 *   node --conditions=@pa/source packages/cache/bench/cache.bench.ts
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createClient } from 'redis';
import {
  createTierGuard,
  defineCacheKey,
  LLMCache,
  memoryCacheStatsStore,
  memoryCacheStore,
  SUMMARY,
  tieredCacheStore,
} from '../src/index.ts';
import { runAll, stopCacheProcesses } from '../src/redis/__fixtures__/run-cache-processes.ts';
import { canStartRedis, startRedis } from '../src/redis/__fixtures__/start-redis.ts';
import { redisCacheStore } from '../src/redis/index.ts';

const redisUrl = process.env['PA_TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const prefix = `pa:bench:${randomUUID()}:`;
const { keyOf } = defineCacheKey<{ id: number; facts: string }>('bench', { id: 'include', facts: 'include' });
const key = (id: number) => keyOf({ id, facts: 'a1b2c3' }, { scope: 'shared' });
const text = 'Prices of the 911 held over the month while listings grew. '.repeat(17).slice(0, 1000);
const options = { ttlClass: SUMMARY, tags: ['model:911', 'prompt:market_summary@7'], feature: 'market_summary' };
const compute = async () =>
  ({
    value: text,
    outcome: 'validated',
    servedModel: 'm',
    containsPersonalData: false,
    costNanoUsd: 250_000n,
  }) as const;
const client = createClient({ url: redisUrl, disableOfflineQueue: true });
client.on('error', () => undefined);
await client.connect();

const memory = { name: 'memory', store: memoryCacheStore(), budgetMs: Number.POSITIVE_INFINITY };
const redis = (to: typeof client, entries: string, budgetMs: number) => ({
  name: 'redis',
  store: redisCacheStore(to, { prefix: entries }),
  guard: createTierGuard({ name: 'redis', now: Date.now, budgetMs }),
});
const cacheOver = (tiers: Parameters<typeof tieredCacheStore>[0]) =>
  new LLMCache({
    store: tieredCacheStore(tiers, { now: Date.now }),
    statistics: memoryCacheStatsStore(),
    now: Date.now,
    random: Math.random,
  });

async function timesOf(count: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now();
    await work(index);
    times.push(performance.now() - startedAt);
  }
  return times.sort((left, right) => left - right);
}

function row(times: readonly number[]): Readonly<Record<string, string>> {
  const at = (share: number) => `${((times[Math.floor(share * (times.length - 1))] ?? 0) * 1000).toFixed(1)} µs`;
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    mean: `${((1000 * total) / times.length).toFixed(2)} µs`,
    median: at(0.5),
    p99: at(0.99),
    'per second': Math.round((1000 * times.length) / total).toLocaleString('en-US'),
  };
}

const inMemory = cacheOver([memory]);
const keys = Array.from({ length: 1000 }, (_, id) => key(id));
for (const each of keys) await inMemory.getOrCompute(each, { ...options, compute });
const hit = (index: number) => inMemory.getOrCompute(keys[index % 1000] ?? key(0), { ...options, compute });
await timesOf(200_000, hit);
const bare = new LRUCache<string, string>({ max: 1000 });
for (const each of keys) bare.set(each.text, JSON.stringify(text));
console.log('Hits, a value of 1,000 characters');
console.table({
  'memory, the key at hand': row(await timesOf(300_000, hit)),
  'memory, the key hashed each time': row(
    await timesOf(300_000, (index) => inMemory.getOrCompute(key(index % 1000), { ...options, compute })),
  ),
  'lru-cache and JSON.parse alone': row(
    await timesOf(300_000, async (index) => JSON.parse(bare.get(keys[index % 1000]?.text ?? '') ?? '')),
  ),
  ...(await redisRows()),
});

async function redisRows() {
  const cache = cacheOver([redis(client, `${prefix}hits:`, 1_000)]);
  const ask = async (index: number) => {
    const { status } = await cache.getOrCompute(keys[index % 1000] ?? key(0), { ...options, compute });
    return status;
  };
  for (let index = 0; index < 4_000; index++) await ask(index);
  const statuses: string[] = [];
  const alone = await timesOf(10_000, async (index) => statuses.push(await ask(index)));
  const startedAt = performance.now();
  let next = 0;
  const caller = async () => {
    while (next < 20_000) statuses.push(await ask(next++));
  };
  await Promise.all(Array.from({ length: 50 }, caller));
  const perSecond = Math.round(statuses.length - 10_000) / ((performance.now() - startedAt) / 1000);
  const hits = statuses.filter((status) => status === 'hit').length;
  console.log(
    `Redis: ${hits} of ${statuses.length} were hits; 50 callers at once: ${Math.round(perSecond).toLocaleString('en-US')} a second`,
  );
  return {
    'Redis, one after the other': row(alone),
    'GET of node-redis alone': row(await timesOf(10_000, () => client.get(`${prefix}hits:entry:${keys[0]?.text}`))),
  };
}

console.log('Throwing away a tag that 100,000 entries carry');
const entry = {
  value: '1',
  storedAt: Date.now(),
  freshUntil: Date.now() + 600_000,
  expiresAt: Date.now() + 600_000,
  tags: ['many'],
  ttlClass: 'summary',
  servedModel: 'm',
  costNanoUsd: 0n,
};
const stores = {
  memory: memoryCacheStore({ maximumBytes: 1e9 }),
  Redis: redisCacheStore(client, { prefix: `${prefix}tags:` }),
};
const tagRows: Record<string, object> = {};
for (const [name, store] of Object.entries(stores)) {
  for (let batch = 0; batch < 1000; batch++) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => store.set(`${batch}/${index}`, entry)));
  }
  const one = await timesOf(1, () => store.deleteByTag('many'));
  const found = await store.get('999/99', { now: Date.now() });
  tagRows[name] = {
    'one command': `${((one[0] ?? 0) * 1000).toFixed(0)} µs`,
    'still found': found === null ? 'none' : 'some',
  };
}
console.table(tagRows);

if (canStartRedis()) {
  const own = await startRedis();
  const other = createClient({ url: own.url, disableOfflineQueue: true });
  other.on('error', () => undefined);
  await other.connect();
  const cache = cacheOver([redis(other, 'hang:', 20)]);
  let failed = 0;
  const ask = async (index: number) => {
    const answer = await cache.getOrCompute(key(index), { ...options, compute }).catch(() => null);
    if (answer?.value !== text) failed += 1;
  };
  const well = await timesOf(200, ask);
  own.hang();
  const hanging: number[] = [];
  const until = Date.now() + 10_000;
  for (let index = 1000; Date.now() < until; index++) {
    hanging.push(...(await timesOf(1, () => ask(index))));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const sorted = hanging.sort((left, right) => left - right);
  const waited = sorted.filter((time) => time > 5);
  console.log('A Redis that hangs (SIGSTOP) for 10 s, a new question every 5 ms, computed at once');
  console.table({
    'before it hangs': { slowest: `${well.at(-1)?.toFixed(2)} ms`, questions: well.length },
    'while it hangs': {
      slowest: `${sorted.at(-1)?.toFixed(2)} ms`,
      median: `${sorted[sorted.length >> 1]?.toFixed(3)} ms`,
      questions: sorted.length,
      'that waited': waited.length,
      'wrong or failed': failed,
    },
  });
  console.log(`waits, milliseconds: ${waited.map((time) => time.toFixed(1)).join(', ')}`);
  other.destroy();
  await own.close();
}

console.log('A stampede: 1,000 equal requests over 4 processes, a computation of 200 ms, five times');
for (const isMemoryInFront of [true, false]) {
  const computed: number[] = [];
  for (let round = 0; round < 5; round++) {
    const result = await runAll({
      redisUrl,
      prefix: `${prefix}stampede:${round}:${isMemoryInFront}:`,
      memory: isMemoryInFront,
      budgetMs: 20,
    });
    if (result.answers !== 1000 || result.wrong > 0 || result.errors.length > 0) console.log(result);
    computed.push(result.computed);
    stopCacheProcesses();
  }
  console.log(`${isMemoryInFront ? 'memory over Redis' : 'Redis alone'}: computed ${computed.join(', ')} times`);
}

for await (const found of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 5000 })) {
  if (found.length > 0) await client.unlink(found);
}
client.destroy();
