import { describe, expect, it } from 'vitest';
import type { CacheStore } from './cache-store.ts';
import { defineCacheKey } from './define-cache-key.ts';
import type { Computed } from './computed.ts';
import { LLMCache, type LLMCacheOptions } from './llm-cache.ts';
import { memoryCacheStore } from './memory-cache-store.ts';
import { memoryLeaseStore } from './single-flight/memory-lease-store.ts';
import { memoryCacheStatsStore } from './statistics/memory-cache-stats-store.ts';
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

function setUp(store: CacheStore = memoryCacheStore(), more: Partial<LLMCacheOptions> = {}) {
  const clock = { now: 1_000_000 };
  const errors: unknown[] = [];
  const cache = new LLMCache({
    store,
    now: () => clock.now,
    random: () => 0,
    onStoreError: (error) => errors.push(error),
    ...more,
  });
  return { cache, clock, errors };
}

const brokenStore: CacheStore = {
  get: () => Promise.reject(new TypeError('down')),
  set: () => Promise.reject(new TypeError('down')),
  position: () => Promise.reject(new TypeError('down')),
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
    expect(answers.filter((each) => each.status === 'computed')).toHaveLength(1);
    expect(await cache.getStats()).toMatchObject({ hits: 99, misses: 1, savedNanoUsd: 99n * 250_000n });
  });

  it('check 4: hands a failure to every waiter and stores nothing', async () => {
    const { cache } = setUp();
    const compute = () => Promise.reject(new RangeError('provider down'));
    const results = await Promise.allSettled([1, 2].map(() => cache.getOrCompute(key, { ...options, compute })));
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await cache.get(key)).toBeNull();
  });

  it.each(['template', 'refused', 'truncated', 'invalid'] as const)(
    'check 4: does not store an answer that is %s',
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

  it('says so when a stale answer stays because computing it failed, and does not try again at once', async () => {
    const { cache, clock } = setUp();
    await cache.set(key, answer('old'), options);
    clock.now += SUMMARY.freshMs;
    let tries = 0;
    const compute = () => {
      tries += 1;
      return Promise.reject(new RangeError('provider down'));
    };
    expect((await cache.getOrCompute(key, { ...options, compute })).servedAfterError).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await cache.getOrCompute(key, { ...options, compute })).toMatchObject({
      value: 'old',
      servedAfterError: true,
    });
    expect(tries).toBe(1);
    clock.now += SUMMARY.maximumAgeMs;
    await expect(cache.getOrCompute(key, { ...options, compute })).rejects.toThrow('provider down');
  });

  it('computes before the reader what is too old, and lets it stand in only where that fails', async () => {
    const { cache, clock } = setUp();
    await cache.set(key, answer('old'), options);
    clock.now += SUMMARY.freshMs + (SUMMARY.staleWhileRevalidateMs ?? 0);
    const failing = () => Promise.reject(new RangeError('provider down'));
    expect(await cache.getOrCompute(key, { ...options, compute: failing })).toMatchObject({
      value: 'old',
      status: 'stale',
      servedAfterError: true,
      ageMs: 30 * 3_600_000,
    });
    clock.now += 10_000;
    const fresh = await cache.getOrCompute(key, { ...options, compute: async () => answer('new') });
    expect([fresh.value, fresh.status]).toEqual(['new', 'computed']);
    expect(await cache.getStats()).toMatchObject({ hits: 0, stale: 1, misses: 1 });
  });

  it('check 5: keeps what a fallback answered under the model that answered', async () => {
    const { cache } = setUp();
    const modelKey = defineCacheKey<{ model: string }>('by-model', { model: 'include' });
    const keyFor = (model: string) => modelKey.keyOf({ model }, { scope: 'shared' });
    const asking = (requested: string, servedModel: string) =>
      cache.getOrCompute(keyFor(requested), {
        ...options,
        model: { requested, keyOf: keyFor },
        compute: async () => answer(`of ${servedModel}`, { servedModel }),
      });
    expect((await asking('gpt-6-luna', 'claude-haiku-5-5')).value).toBe('of claude-haiku-5-5');
    expect(await cache.get(keyFor('gpt-6-luna'))).toBeNull();
    expect(await asking('claude-haiku-5-5', 'never asked')).toMatchObject({
      value: 'of claude-haiku-5-5',
      status: 'hit',
    });
    expect(await asking('gpt-6-luna', 'gpt-6-luna-2026-09-22')).toMatchObject({ status: 'computed' });
    expect(await asking('gpt-6-luna', 'never asked')).toMatchObject({ status: 'hit' });
    expect((await asking('gpt-6', 'gpt-6-luna')).status).toBe('computed');
    expect((await asking('gpt-6', 'gpt-6-luna')).status).toBe('computed');
  });

  it('computes anew on reload, and neither looks nor stores with no-store', async () => {
    const { cache } = setUp();
    let computed = 0;
    const ask = (mode?: 'reload' | 'no-store') =>
      cache.getOrCompute(key, {
        ...options,
        ...(mode === undefined ? {} : { mode }),
        compute: async () => answer(`text ${++computed}`),
      });
    await ask();
    expect((await ask('no-store')).value).toBe('text 2');
    expect((await ask()).value).toBe('text 1');
    expect((await ask('reload')).value).toBe('text 3');
    expect((await ask()).value).toBe('text 3');
  });

  it('does not store what was thrown away while it was computed', async () => {
    for (const pattern of ['tag:model:911', 'shared:test:*']) {
      const { cache } = setUp();
      const { promise, resolve } = Promise.withResolvers<void>();
      const slow = async () => {
        await promise;
        return answer('of the old data');
      };
      const asking = cache.getOrCompute(key, { ...options, compute: slow });
      await new Promise((done) => setImmediate(done));
      await cache.invalidate(pattern);
      const after = cache.getOrCompute(key, { ...options, compute: async () => answer('of the new data') });
      expect((await after).value).toBe('of the new data');
      resolve();
      expect((await asking).value).toBe('of the old data');
      expect((await cache.get(key))?.value).toBe('of the new data');
      expect((await cache.getStats()).refusals).toMatchObject({ invalidated: { refusedWrites: 1 } });
    }
  });

  it.each(['validated', 'template'] as const)(
    'gives who joins after another cache threw it away a new answer: %s',
    async (outcome) => {
      const store = memoryCacheStore();
      const { cache } = setUp(store);
      const held: PromiseWithResolvers<void> = Promise.withResolvers();
      let computed = 0;
      const compute = async () => {
        computed += 1;
        const text = `computation ${computed}`;
        if (computed === 1) await held.promise;
        return answer(text, { outcome });
      };
      const ask = () => cache.getOrCompute(key, { ...options, compute });
      const first = ask();
      await expect.poll(() => computed).toBe(1);
      await setUp(store).cache.invalidate('tag:model:911');
      const late = [ask(), ask(), ask()];
      await new Promise((done) => setImmediate(done));
      held.resolve();
      expect((await first).value).toBe('computation 1');
      const answers = await Promise.all(late);
      expect(answers.map(({ value }) => value)).toEqual(Array(3).fill('computation 2'));
      expect(answers.map(({ status }) => status).sort()).toEqual(['computed', 'hit', 'hit']);
      expect(computed).toBe(2);
    },
  );

  it('does not wait for the lease of what was thrown away', async () => {
    const store = memoryCacheStore();
    let ids = 0;
    const leases = { store: memoryLeaseStore({ now: Date.now }), positions: store, newId: () => `holder-${++ids}` };
    const { cache } = setUp(store, { leases });
    const held: PromiseWithResolvers<void> = Promise.withResolvers();
    const old = async () => {
      await held.promise;
      return answer('old');
    };
    const first = cache.getOrCompute(key, { ...options, compute: old });
    await new Promise((done) => setImmediate(done));
    await cache.invalidate('tag:model:911');
    const after = await cache.getOrCompute(key, { ...options, compute: async () => answer('new') });
    expect(after.value).toBe('new');
    held.resolve();
    expect((await first).value).toBe('old');
  });

  it('hands on what is too large or no JSON, and does not store it', async () => {
    const { cache } = setUp(memoryCacheStore(), { maximumValueBytes: 100 });
    for (const value of ['x'.repeat(200), 5n, undefined]) {
      const compute = async () => ({ ...answer(''), value });
      expect((await cache.getOrCompute(key, { ...options, compute })).value).toBe(value);
    }
    expect((await cache.getStats()).refusals).toMatchObject({
      'too-large': { refusedWrites: 1 },
      'not-json': { refusedWrites: 2 },
    });
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

describe('statistics', () => {
  it('counts by class, tag and model, and writes every count down once', async () => {
    const statistics = memoryCacheStatsStore();
    const saved: unknown[] = [];
    const { cache, clock } = setUp(memoryCacheStore(), {
      statistics,
      onSaved: async (calls) => void saved.push(...calls),
    });
    clock.now = Date.UTC(2026, 10, 23, 12);
    const ask = (compute: () => Promise<Computed<string>>) =>
      cache.getOrCompute(key, { ...options, feature: 'market_summary', compute });
    await expect(ask(() => Promise.reject(new RangeError('down')))).rejects.toThrow('down');
    await ask(async () => answer('text'));
    await ask(async () => answer('text'));
    await cache.flush();
    await ask(async () => answer('text'));
    await cache.flush();
    const period = { fromDay: '2026-11-23', toDay: '2026-11-23' };
    const bytesWritten = '{"v":2,"crc32":3571879408,"plain":"text"}'.length;
    const all = { hits: 2, misses: 2, stale: 0, refusedWrites: 0, bytesWritten, savedNanoUsd: 500_000n };
    expect(await statistics.totals({ ...period, by: 'class' })).toEqual([{ key: 'summary', ...all }]);
    expect(await statistics.totals({ ...period, by: 'tag' })).toEqual([{ key: 'model:911', ...all }]);
    expect(await statistics.totals({ ...period, by: 'model' })).toMatchObject([
      { key: 'm', hits: 2, misses: 1 },
      { key: '(none)', misses: 1 },
    ]);
    const spared = { at: clock.now, feature: 'market_summary', servedModel: 'm', savedNanoUsd: 250_000n };
    expect(saved).toEqual([
      { sequence: 1, ...spared },
      { sequence: 2, ...spared },
    ]);
    expect(await cache.getStats()).toMatchObject(all);
  });

  it('keeps what could not be written down for the next time', async () => {
    const statistics = memoryCacheStatsStore();
    let isDown = true;
    const saved: unknown[] = [];
    const { cache } = setUp(memoryCacheStore(), {
      statistics: {
        ...statistics,
        add: (lines) => (isDown ? Promise.reject(new TypeError('down')) : statistics.add(lines)),
      },
      onSaved: (calls) => (isDown ? Promise.reject(new TypeError('down')) : Promise.resolve(saved.push(...calls))),
    });
    const compute = async () => answer('text');
    for (let time = 0; time < 3; time++) await cache.getOrCompute(key, { ...options, compute });
    await cache.flush();
    expect(await cache.getStats()).toMatchObject({ hits: 2, misses: 1, storeErrors: 2 });
    isDown = false;
    await cache.flush();
    const [total] = await statistics.totals({ fromDay: '1970-01-01', toDay: '1970-01-01', by: 'class' });
    expect(total).toMatchObject({ hits: 2, misses: 1 });
    expect(saved).toHaveLength(2);
    expect(await cache.getStats()).toMatchObject({ hits: 2, misses: 1 });
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

it('wants to be told what to throw away', async () => {
  const { cache } = setUp();
  for (const pattern of ['', 'tag:']) {
    await expect(cache.invalidate(pattern)).rejects.toMatchObject({ code: 'invalid-key' });
  }
});
