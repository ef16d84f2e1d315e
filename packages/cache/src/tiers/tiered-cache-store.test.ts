import { expect, it } from 'vitest';
import type { CacheEntry, CacheStore } from '../cache-store.ts';
import { describeCacheStore } from '../contract-suites/describe-cache-store.ts';
import { memoryCacheStore } from '../memory-cache-store.ts';
import type { Invalidation } from './invalidation-bus.ts';
import { tieredCacheStore } from './tiered-cache-store.ts';

const entry: CacheEntry = {
  value: '1',
  storedAt: 0,
  freshUntil: 50,
  expiresAt: 100,
  tags: ['model:911'],
  ttlClass: 'c',
  servedModel: 'm',
  costNanoUsd: 1n,
};
const query = { now: 1 };

function tier(name: string, store: CacheStore = memoryCacheStore()) {
  return { name, store, budgetMs: Infinity };
}

/** A store that counts what it is asked and can be made to fail or to hang. */
function unreliable(inner = memoryCacheStore()) {
  const state = { mode: 'well' as 'well' | 'failing' | 'hanging', calls: 0 };
  const through =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      state.calls += 1;
      if (state.mode === 'failing') return Promise.reject(new TypeError('down'));
      return state.mode === 'hanging' ? new Promise(() => {}) : work(...args);
    };
  const store: CacheStore = {
    get: through(inner.get),
    set: through(inner.set),
    position: through(inner.position),
    delete: through(inner.delete),
    deleteByTag: through(inner.deleteByTag),
    deleteByPattern: through(inner.deleteByPattern),
  };
  return { state, store };
}

describeCacheStore({
  name: 'memory over memory',
  createStore: () => tieredCacheStore([tier('near'), tier('far')], { now: () => 0 }),
});

it('copies an answer up, instants and all', async () => {
  const near = memoryCacheStore();
  const far = memoryCacheStore();
  await far.set('key', entry);
  const store = tieredCacheStore([tier('near', near), tier('far', far)], { now: () => 0 });
  expect(await store.get('key', query)).toEqual(entry);
  expect(await near.get('key', query)).toEqual(entry);
});

it('looks further for a fresh answer before it uses a stale one', async () => {
  const near = memoryCacheStore();
  const far = memoryCacheStore();
  await near.set('key', entry);
  const store = tieredCacheStore([tier('near', near), tier('far', far)], { now: () => 0 });
  expect(await store.get('key', { now: 60 })).toEqual(entry);
  const fresher = { ...entry, value: '2', freshUntil: 150, expiresAt: 200 };
  await far.set('key', fresher);
  expect(await store.get('key', { now: 60 })).toEqual(fresher);
  expect(await near.get('key', { now: 60 })).toEqual(fresher);
});

it.each(['failing', 'hanging'] as const)(
  'answers past a tier that is %s, then leaves it alone, then tries it again',
  async (mode) => {
    const clock = { now: 0 };
    const errors: string[] = [];
    const middle = unreliable();
    const far = memoryCacheStore();
    await far.set('key', entry);
    const store = tieredCacheStore([{ name: 'middle', store: middle.store, budgetMs: 5 }, tier('far', far)], {
      now: () => clock.now,
      failuresToOpen: 2,
      openMs: 1000,
      onTierError: (failure) => errors.push(failure.tier),
    });
    middle.state.mode = mode;
    for (let read = 0; read < 10; read++) expect(await store.get('key', query)).toEqual(entry);
    // A read fails and so does the copy that follows it.
    expect(middle.state.calls).toBeLessThanOrEqual(3);
    const callsWhileOpen = middle.state.calls;
    expect(errors.every((name) => name === 'middle')).toBe(true);
    middle.state.mode = 'well';
    clock.now = 999;
    await store.get('key', query);
    expect(middle.state.calls).toBe(callsWhileOpen);
    clock.now = 1000;
    expect(await store.get('key', query)).toEqual(entry);
    await store.set('key', { ...entry, value: '3' });
    expect((await middle.store.get('key', query))?.value).toBe('3');
  },
);

it('stores where it can and says so where it can nowhere', async () => {
  const near = unreliable();
  const far = unreliable();
  const store = tieredCacheStore([tier('near', near.store), tier('far', far.store)], { now: () => 0 });
  far.state.mode = 'failing';
  await store.set('key', entry);
  expect(await near.store.get('key', query)).toEqual(entry);
  near.state.mode = 'failing';
  await expect(store.set('key', entry)).rejects.toMatchObject({ code: 'tier-timeout' });
});

it('throws away in every tier, and says so when one could not be told', async () => {
  const near = memoryCacheStore();
  const far = unreliable();
  const store = tieredCacheStore([tier('near', near), tier('far', far.store)], {
    now: () => 0,
    invalidationTimeoutMs: 5,
  });
  await store.set('key', entry);
  far.state.mode = 'hanging';
  await expect(store.deleteByTag('model:911')).rejects.toMatchObject({ code: 'invalidation-incomplete' });
  expect(await near.get('key', query)).toBeNull();
  far.state.mode = 'well';
  await store.deleteByTag('model:911');
  expect(await store.get('key', query)).toBeNull();
});

it('does not copy an answer up that was thrown away while it was read', async () => {
  const near = memoryCacheStore();
  const far = memoryCacheStore();
  await far.set('key', entry);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: hasRead, resolve: read } = Promise.withResolvers<void>();
  const slow: CacheStore = {
    ...far,
    async get(key, options) {
      const found = await far.get(key, options);
      read();
      await held;
      return found;
    },
  };
  const store = tieredCacheStore([tier('near', near), tier('far', slow)], { now: () => 0 });
  const reading = store.get('key', query);
  await hasRead;
  await store.deleteByTag('model:911');
  release();
  expect(await reading).toEqual(entry);
  expect(await near.get('key', query)).toBeNull();
});

it('tells the memory of other processes', async () => {
  const listeners: ((invalidation: Invalidation) => void)[] = [];
  const bus = {
    publish: async (invalidation: Invalidation) => {
      for (const listener of listeners) listener(invalidation);
    },
    subscribe: async (listener: (invalidation: Invalidation) => void) => {
      listeners.push(listener);
    },
  };
  const far = memoryCacheStore();
  const [one, two] = [1, 2].map(() => tieredCacheStore([tier('near'), tier('far', far)], { now: () => 0, bus }));
  for (const throwAway of [
    () => one?.deleteByTag('model:911'),
    () => one?.delete('key'),
    () => one?.deleteByPattern('k*'),
  ]) {
    await one?.set('key', entry);
    expect(await two?.get('key', query)).toEqual(entry);
    await throwAway();
    expect(await two?.get('key', query)).toBeNull();
  }
});
