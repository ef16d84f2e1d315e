import { describe, expect, it } from 'vitest';
import type { CacheStore } from './cache-store.ts';
import { defineCacheKey } from './define-cache-key.ts';
import { type Computed, LLMCache } from './llm-cache.ts';
import { memoryCacheStore } from './memory-cache-store.ts';
import { SUMMARY } from './ttl-class.ts';

const { keyOf } = defineCacheKey<{ id: number }>('test', { id: 'include' });
const key = keyOf({ id: 1 }, { scope: 'shared' });
const options = { ttlClass: SUMMARY, tags: ['model:911'] };

function answer(value: string, overrides: Partial<Computed<string>> = {}): Computed<string> {
  return {
    value,
    outcome: 'validated',
    servedModel: 'm',
    containsPersonalData: false,
    costNanoUsd: 250_000n,
    ...overrides,
  };
}

function setUp(store: CacheStore = memoryCacheStore()) {
  const clock = { now: 1_000_000 };
  const errors: unknown[] = [];
  const cache = new LLMCache({
    store,
    now: () => clock.now,
    random: () => 0,
    onStoreError: (error) => errors.push(error),
  });
  return { cache, clock, errors };
}

const brokenStore: CacheStore = {
  get: () => Promise.reject(new TypeError('down')),
  set: () => Promise.reject(new TypeError('down')),
  delete: () => Promise.reject(new TypeError('down')),
  deleteByTag: () => Promise.reject(new TypeError('down')),
  deleteByPattern: () => Promise.reject(new TypeError('down')),
};

describe('getOrCompute', () => {
  it('computes once and then answers from the cache, with what it saved', async () => {
    const { cache } = setUp();
    let computed = 0;
    const compute = async () => answer(`text ${++computed}`);
    const first = await cache.getOrCompute(key, { ...options, compute });
    const second = await cache.getOrCompute(key, { ...options, compute });
    expect([first.status, second.status, second.value]).toEqual(['computed', 'hit', 'text 1']);
    expect(await cache.getStats()).toMatchObject({ hits: 1, misses: 1, savedNanoUsd: 250_000n });
  });

  it('lets equal requests that run at once compute once', async () => {
    const { cache } = setUp();
    let computed = 0;
    const compute = async () => {
      computed += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return answer('text');
    };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => cache.getOrCompute(key, { ...options, compute })),
    );
    expect(computed).toBe(1);
    expect(new Set(answers.map((each) => each.value))).toEqual(new Set(['text']));
  });

  it('hands a failure to every waiter and stores nothing', async () => {
    const { cache } = setUp();
    const compute = () => Promise.reject(new RangeError('provider down'));
    const results = await Promise.allSettled([1, 2].map(() => cache.getOrCompute(key, { ...options, compute })));
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await cache.get(key)).toBeNull();
  });

  it.each(['template', 'refused', 'truncated', 'invalid'] as const)(
    'does not store an answer that is %s',
    async (outcome) => {
      const { cache } = setUp();
      await cache.getOrCompute(key, { ...options, compute: async () => answer('text', { outcome }) });
      expect(await cache.get(key)).toBeNull();
      expect((await cache.getStats()).refusedWrites).toBe(1);
    },
  );

  it('serves a stale answer at once and computes it again behind it', async () => {
    const { cache, clock } = setUp();
    await cache.set(key, answer('old'), options);
    clock.now += SUMMARY.freshMs;
    const stale = await cache.getOrCompute(key, { ...options, compute: async () => answer('new') });
    expect([stale.value, stale.status]).toEqual(['old', 'stale']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await cache.get(key)).toMatchObject({ value: 'new', status: 'hit' });
  });

  it('says so when a stale answer stays because computing it failed', async () => {
    const { cache, clock } = setUp();
    await cache.set(key, answer('old'), options);
    clock.now += SUMMARY.freshMs;
    const compute = () => Promise.reject(new RangeError('provider down'));
    expect((await cache.getOrCompute(key, { ...options, compute })).servedAfterError).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await cache.getOrCompute(key, { ...options, compute })).toMatchObject({
      value: 'old',
      servedAfterError: true,
    });
    clock.now += SUMMARY.maximumAgeMs;
    await expect(cache.getOrCompute(key, { ...options, compute })).rejects.toThrow('provider down');
  });

  it('answers although the store is down', async () => {
    const { cache, errors } = setUp(brokenStore);
    expect((await cache.getOrCompute(key, { ...options, compute: async () => answer('text') })).value).toBe('text');
    expect(errors).toHaveLength(2);
  });

  it('takes an entry that cannot be read for a miss', async () => {
    const store = memoryCacheStore();
    const { cache, clock } = setUp(store);
    await store.set(key.text, {
      value: '{broken',
      storedAt: 0,
      freshUntil: clock.now + 1,
      expiresAt: clock.now + 1,
      tags: [],
      ttlClass: 'x',
      servedModel: 'm',
      costNanoUsd: 0n,
    });
    expect((await cache.getOrCompute(key, { ...options, compute: async () => answer('text') })).status).toBe(
      'computed',
    );
  });
});

it('refuses to share personal data', async () => {
  const { cache } = setUp();
  await expect(cache.set(key, answer('text', { containsPersonalData: true }), options)).rejects.toMatchObject({
    code: 'shared-personal-data',
  });
});

it('invalidates by tag and by pattern', async () => {
  const { cache } = setUp();
  await cache.set(key, answer('text'), options);
  await cache.invalidate('tag:model:911');
  expect(await cache.get(key)).toBeNull();
  await cache.set(key, answer('text'), options);
  await cache.invalidate('shared:test:*');
  expect(await cache.get(key)).toBeNull();
});
