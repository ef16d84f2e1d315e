import { expect, it } from 'vitest';
import { describeCacheStore } from './contract-suites/describe-cache-store.ts';
import { memoryCacheStore } from './memory-cache-store.ts';

describeCacheStore({ name: 'memory', createStore: () => memoryCacheStore() });

it('stays within its bytes and forgets the least recently used', async () => {
  const store = memoryCacheStore({ maximumBytes: 10_000 });
  const value = JSON.stringify('x'.repeat(1000));
  const entry = {
    value,
    storedAt: 0,
    freshUntil: 10,
    expiresAt: 10,
    tags: ['t'],
    ttlClass: 'c',
    servedModel: 'm',
    costNanoUsd: 0n,
  };
  for (let index = 0; index < 20; index++) await store.set(`key-${index}`, entry);
  expect(await store.get('key-0', { now: 0 })).toBeNull();
  expect(await store.get('key-19', { now: 0 })).not.toBeNull();
  expect(await store.deleteByPattern('*')).toBeLessThan(5);
});

it('does not keep an entry larger than itself', async () => {
  const store = memoryCacheStore({ maximumBytes: 1000 });
  await store.set('key', {
    value: JSON.stringify('x'.repeat(2000)),
    storedAt: 0,
    freshUntil: 10,
    expiresAt: 10,
    tags: ['t'],
    ttlClass: 'c',
    servedModel: 'm',
    costNanoUsd: 0n,
  });
  expect(await store.get('key', { now: 0 })).toBeNull();
  expect(await store.deleteByPattern('*')).toBe(0);
});

it('forgets the tags that were thrown away together with what they threw away', async () => {
  const store = memoryCacheStore();
  const entry = {
    value: '1',
    storedAt: 0,
    freshUntil: 10,
    expiresAt: 10,
    ttlClass: 'c',
    servedModel: 'm',
    costNanoUsd: 0n,
  };
  await store.set('old', { ...entry, tags: ['a'] });
  await store.set('kept', { ...entry, tags: ['b'] });
  await store.deleteByTag('a');
  for (let index = 0; index < 10_001; index++) await store.deleteByTag(`other:${index}`);
  expect(await store.get('old', { now: 0 })).toBeNull();
  expect(await store.get('kept', { now: 0 })).not.toBeNull();
  await store.set('old', { ...entry, tags: ['a'] });
  expect(await store.get('old', { now: 0 })).not.toBeNull();
});
