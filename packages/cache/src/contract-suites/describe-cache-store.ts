import { describe, expect, it } from 'vitest';
import type { CacheEntry, CacheStore } from '../cache-store.ts';

const start = Date.UTC(2026, 0, 1);

function entry(overrides: Partial<CacheEntry> = {}): CacheEntry {
  return {
    value: '{"text":"Preise in Zürich – 価格"}',
    storedAt: start,
    freshUntil: start + 60_000,
    expiresAt: start + 120_000,
    tags: ['model:911'],
    ttlClass: 'summary',
    servedModel: 'a-model',
    costNanoUsd: 12_345_678_901_234n,
    ...overrides,
  };
}

/** Proves that a store keeps the contract of `CacheStore`. Every test gets an empty store. */
export function describeCacheStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<CacheStore> | CacheStore;
}): void {
  const now = start + 1;

  describe(`CacheStore: ${options.name}`, () => {
    it('answers null for a missing key', async () => {
      const store = await options.createStore();
      expect(await store.get('missing', { now })).toBeNull();
    });

    it('gives back exactly what was stored', async () => {
      const store = await options.createStore();
      await store.set('key', entry());
      expect(await store.get('key', { now })).toEqual(entry());
    });

    it('hands out a stale entry and never an expired one', async () => {
      const store = await options.createStore();
      await store.set('key', entry());
      expect(await store.get('key', { now: start + 119_999 })).toEqual(entry());
      expect(await store.get('key', { now: start + 120_000 })).toBeNull();
    });

    it('replaces a duplicate whole, its tags included', async () => {
      const store = await options.createStore();
      await store.set('key', entry());
      await store.set('key', entry({ value: '2', tags: ['model:718'] }));
      await store.deleteByTag('model:911');
      expect((await store.get('key', { now }))?.value).toBe('2');
      await store.deleteByTag('model:718');
      expect(await store.get('key', { now })).toBeNull();
    });

    it('leaves one of two concurrent writers, whole', async () => {
      const store = await options.createStore();
      const candidates = Array.from({ length: 20 }, (_, index) => entry({ value: `${index}`, tags: [`tag:${index}`] }));
      await Promise.all(candidates.map((candidate) => store.set('key', candidate)));
      expect(candidates).toContainEqual(await store.get('key', { now }));
    });

    it('deletes one key and says whether it was there', async () => {
      const store = await options.createStore();
      await store.set('key', entry());
      expect(await store.delete('key')).toBe(true);
      expect(await store.delete('key')).toBe(false);
      expect(await store.get('key', { now })).toBeNull();
    });

    it('throws away everything with a tag and nothing else', async () => {
      const store = await options.createStore();
      await store.set('a', entry({ tags: ['model:911', 'prompt:x@7'] }));
      await store.set('b', entry({ tags: ['model:911'] }));
      await store.set('c', entry({ tags: ['model:9'] }));
      await store.deleteByTag('model:911');
      expect(await store.get('a', { now })).toBeNull();
      expect(await store.get('b', { now })).toBeNull();
      expect(await store.get('c', { now })).not.toBeNull();
      await store.deleteByTag('model:911');
      await store.deleteByTag('unknown');
      expect(await store.get('c', { now })).not.toBeNull();
    });

    it('brings nothing back by storing another answer under its tag', async () => {
      const store = await options.createStore();
      await store.set('old', entry());
      await store.deleteByTag('model:911');
      await store.set('new', entry());
      expect(await store.get('old', { now })).toBeNull();
      expect(await store.get('new', { now })).toEqual(entry());
      await store.deleteByTag('model:911');
      expect(await store.get('new', { now })).toBeNull();
    });

    it('keeps what is stored after its tag was thrown away', async () => {
      const store = await options.createStore();
      await store.deleteByTag('model:911');
      await store.set('key', entry());
      expect(await store.get('key', { now })).toEqual(entry());
    });

    const throwAway: Readonly<Record<string, (store: CacheStore) => Promise<unknown>>> = {
      'its tag': (store) => store.deleteByTag('model:911'),
      'its pattern': (store) => store.deleteByPattern('k*'),
      'its key': (store) => store.delete('key'),
    };

    it.each(Object.keys(throwAway))('refuses what was computed before %s was thrown away', async (what) => {
      const store = await options.createStore();
      const since = await store.position({ tags: ['model:911', 'prompt:x@7'] });
      const entireSince = await store.position();
      await throwAway[what]?.(store);
      const computed = entry({ tags: ['model:911', 'prompt:x@7'] });
      expect(await store.set('key', computed, { since })).toBe(false);
      expect(await store.set('key', computed, { since: entireSince })).toBe(false);
      expect(await store.get('key', { now })).toBeNull();
      const after = await store.position({ tags: ['model:911', 'prompt:x@7'] });
      expect(await store.set('key', computed, { since: after })).toBe(true);
      expect(await store.get('key', { now })).toEqual(computed);
    });

    it.each(Object.keys(throwAway))('leaves nothing old where %s is thrown away as it is stored', async (what) => {
      const store = await options.createStore();
      for (let turn = 0; turn < 20; turn++) {
        const since = turn % 2 === 0 ? await store.position({ tags: ['model:911'] }) : await store.position();
        await Promise.all([store.set('key', entry(), { since }), throwAway[what]?.(store)]);
        expect(await store.get('key', { now })).toBeNull();
      }
    });

    it('stores what was computed while other tags were thrown away', async () => {
      const store = await options.createStore();
      const since = await store.position({ tags: ['model:911'] });
      const untagged = await store.position({ tags: [] });
      const entireSince = await store.position();
      await store.deleteByTag('model:718');
      expect(await store.set('key', entry(), { since })).toBe(true);
      expect(await store.set('untagged', entry({ tags: [] }), { since: untagged })).toBe(true);
      expect(await store.get('key', { now })).toEqual(entry());
      expect(await store.set('copy', entry(), { since: entireSince })).toBe(false);
      const entireAfter = await store.position();
      expect(await store.set('copy', entry(), { since: entireAfter })).toBe(true);
      await store.deleteByTag('model:911');
      expect(await store.get('key', { now })).toBeNull();
      expect(await store.get('copy', { now })).toBeNull();
      expect(await store.get('untagged', { now })).not.toBeNull();
    });

    it('throws away by glob, where only * is special', async () => {
      const store = await options.createStore();
      for (const key of ['shared:summary:1', 'shared:summary:2', 'shared:prediction:1', 'shared_summary%1?[x]']) {
        await store.set(key, entry());
      }
      expect(await store.deleteByPattern('shared:summary:*')).toBe(2);
      expect(await store.deleteByPattern('shared:summary:*')).toBe(0);
      expect(await store.get('shared:summary:1', { now })).toBeNull();
      expect(await store.get('shared:prediction:1', { now })).not.toBeNull();
      await store.deleteByPattern('shared?summary*');
      await store.deleteByPattern('shared[:_]summary*');
      expect(await store.get('shared_summary%1?[x]', { now })).not.toBeNull();
      await store.deleteByPattern('*summary%1?[x]');
      expect(await store.get('shared_summary%1?[x]', { now })).toBeNull();
    });
  });
}
