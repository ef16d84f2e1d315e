import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CacheEntry } from '../cache-store.ts';
import { defineCacheKey } from '../define-cache-key.ts';
import { LLMCache } from '../llm-cache.ts';
import { SUMMARY } from '../ttl-class.ts';
import { describeCacheStore } from '../contract-suites/describe-cache-store.ts';
import { redisCacheStore } from './redis-cache-store.ts';
import { describeLeaseStore } from '../contract-suites/describe-lease-store.ts';
import { redisLeaseStore } from './redis-lease-store.ts';
import { redisInvalidationBus } from './redis-invalidation-bus.ts';

const url = process.env['PA_TEST_REDIS_URL'];
const run = `pa:test:${randomUUID()}:`;
const entry: CacheEntry = {
  value: '1',
  storedAt: 0,
  freshUntil: 50_000,
  expiresAt: 60_000,
  tags: ['model:911'],
  ttlClass: 'summary',
  servedModel: 'm',
  costNanoUsd: 1n,
};

describe.skipIf(url === undefined)(`Redis${url === undefined ? ' (PA_TEST_REDIS_URL is not set)' : ''}`, () => {
  const client = createClient({ url: url ?? '' });
  let stores = 0;
  const prefix = () => `${run}${++stores}:`;
  beforeAll(() => client.connect());
  afterAll(async () => {
    for await (const keys of client.scanIterator({ MATCH: `${run}*`, COUNT: 1000 })) {
      if (keys.length > 0) await client.unlink(keys);
    }
    client.destroy();
  });

  describeCacheStore({
    name: 'Redis',
    createStore: () => redisCacheStore(client, { prefix: prefix() }),
  });

  describeLeaseStore({ name: 'Redis', createStore: () => redisLeaseStore(client, { prefix: prefix() }) });

  it.each(['truncated', 'refused', 'invalid', 'template', 'failed'] as const)(
    'check 4: an answer that is %s is in no Redis, and is computed again by the next cache',
    async (outcome) => {
      const own = prefix();
      const { keyOf } = defineCacheKey<{ id: number }>('check-4', { id: 'include' });
      const key = keyOf({ id: 1 }, { scope: 'shared' });
      let computed = 0;
      const compute = async () => {
        computed += 1;
        if (outcome === 'failed') throw new TypeError('HTTP 500');
        const made = { servedModel: 'm', containsPersonalData: false, costNanoUsd: 1n };
        return { value: 'half an answ', outcome, ...made } as const;
      };
      for (let cacheOfProcess = 0; cacheOfProcess < 3; cacheOfProcess++) {
        const store = redisCacheStore(client, { prefix: own });
        const cache = new LLMCache({ store, now: Date.now, random: Math.random });
        await cache.getOrCompute(key, { ttlClass: SUMMARY, tags: ['model:911'], compute }).catch(() => null);
        expect(await cache.get(key)).toBeNull();
      }
      expect(computed).toBe(3);
      for await (const keys of client.scanIterator({ MATCH: `${own}entry:*`, COUNT: 1000 })) expect(keys).toEqual([]);
    },
  );

  it('never brings an answer back when Redis evicts the mark of its tag', async () => {
    const own = prefix();
    const store = redisCacheStore(client, { prefix: own });
    await store.set('key', entry);
    await store.deleteByTag('model:911');
    await client.unlink(`${own}tag:model:911`);
    expect(await store.get('key', { now: 1 })).toBeNull();
    await store.set('other', entry);
    expect(await store.get('key', { now: 1 })).toBeNull();
    expect(await store.get('other', { now: 1 })).toEqual(entry);
  });

  it('lets the mark of a tag outlive its longest entry', async () => {
    const own = prefix();
    const store = redisCacheStore(client, { prefix: own });
    await store.set('long', { ...entry, expiresAt: 90_000_000 });
    await store.set('short', entry);
    expect(await client.pTTL(`${own}tag:model:911`)).toBeGreaterThan(60_000_000);
    expect(await client.pTTL(`${own}entry:short`)).toBeLessThanOrEqual(60_000);
  });

  it('tells other processes what was thrown away', async () => {
    const channel = `${run}channel`;
    const subscriber = await client.duplicate().connect();
    try {
      const bus = redisInvalidationBus(client, { subscriber, channel });
      const heard: unknown[] = [];
      const all = new Promise<void>((resolve) => {
        bus
          .subscribe((said) => heard.push(said) === 3 && resolve())
          .then(async () => {
            for (const damaged of ['', 'null', '{"kind":"tag"}']) await client.publish(channel, damaged);
            await bus.publish({ kind: 'key', key: 'k' });
            await bus.publish({ kind: 'tag', tag: 't' });
            await bus.publish({ kind: 'pattern', glob: 'g*' });
          });
      });
      await all;
      expect(heard).toEqual([
        { kind: 'key', key: 'k' },
        { kind: 'tag', tag: 't' },
        { kind: 'pattern', glob: 'g*' },
      ]);
    } finally {
      subscriber.destroy();
    }
  });

  it.each(['', '{', 'pa0:{}', 'pa1:{broken', 'pa1:{"value":1}', 'pa1:null'])(
    'takes a damaged entry for a miss and removes it: %s',
    async (text) => {
      const own = prefix();
      await client.set(`${own}entry:key`, text);
      expect(await redisCacheStore(client, { prefix: own }).get('key', { now: 1 })).toBeNull();
      expect(await client.exists(`${own}entry:key`)).toBe(0);
    },
  );
});
