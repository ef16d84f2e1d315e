import { describe, expect, it } from 'vitest';
import type { BatchRecord, BatchStore } from '../batch/batch-store.ts';

function record(key: string, claimId: string): BatchRecord {
  return {
    key,
    requestHash: 'a'.repeat(64),
    claimId,
    claimedUntil: 1_795_000_900_000,
    startedAt: 1_795_000_000_000,
    mayExist: true,
    handle: null,
  };
}

const handle = {
  key: 'a',
  provider: 'anthropic',
  modelId: 'claude-haiku-5-5',
  batchId: 'msgbatch_1',
  submittedAt: 1_795_000_000_500,
  itemIds: ['one', 'two'],
  warnings: [
    {
      warning: { code: 'dropped-parameter' as const, parameter: 'temperature', message: 'left out' },
      itemIds: ['two'],
    },
  ],
};

/** Proves that a store keeps the contract of `BatchStore`. `createStore` makes an empty one. */
export function describeBatchStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<BatchStore> | BatchStore;
}): void {
  describe(`BatchStore: ${options.name}`, () => {
    it('answers null for a key that it does not know', async () => {
      const store = await options.createStore();
      expect(await store.get('a')).toBeNull();
      expect(await store.replace(record('a', '1'), { claimId: '1' })).toBe(false);
      await store.remove('a');
      expect(await store.get('a')).toBeNull();
    });

    it('gives a record back as it was, under keys of any characters', async () => {
      const store = await options.createStore();
      for (const key of ['a', '../a', 'daily summaries / 911 é', 'a'.repeat(300)]) {
        expect(await store.insert({ ...record(key, '1'), handle: { ...handle, key } })).toBe(true);
        expect(await store.get(key)).toEqual({ ...record(key, '1'), handle: { ...handle, key } });
      }
    });

    it('keeps the first record of a key', async () => {
      const store = await options.createStore();
      expect(await store.insert(record('a', '1'))).toBe(true);
      expect(await store.insert(record('a', '2'))).toBe(false);
      expect((await store.get('a'))?.claimId).toBe('1');
    });

    it('replaces a record for who holds its claim, and for nobody else', async () => {
      const store = await options.createStore();
      await store.insert(record('a', '1'));
      await store.insert(record('b', '1'));
      expect(await store.replace(record('a', '2'), { claimId: '0' })).toBe(false);
      expect(await store.replace(record('a', '2'), { claimId: '1' })).toBe(true);
      expect(await store.replace({ ...record('a', '2'), handle }, { claimId: '1' })).toBe(false);
      expect(await store.replace({ ...record('a', '2'), handle }, { claimId: '2' })).toBe(true);
      expect(await store.get('a')).toEqual({ ...record('a', '2'), handle });
      expect(await store.get('b')).toEqual(record('b', '1'));
    });

    it('lets exactly one of 20 concurrent writers win', async () => {
      const store = await options.createStore();
      const writers = Array.from({ length: 20 }, (_, index) => `${index}`);
      const inserted = await Promise.all(writers.map((writer) => store.insert(record('a', writer))));
      expect(inserted.filter(Boolean)).toHaveLength(1);
      const claimId = (await store.get('a'))?.claimId as string;
      expect(claimId).toBe(`${inserted.indexOf(true)}`);
      const taken = await Promise.all(
        writers.map((writer) => store.replace(record('a', `new-${writer}`), { claimId })),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await store.get('a'))?.claimId).toBe(`new-${taken.indexOf(true)}`);
    });

    it('forgets a key', async () => {
      const store = await options.createStore();
      await store.insert(record('a', '1'));
      await store.replace(record('a', '2'), { claimId: '1' });
      await store.remove('a');
      expect(await store.get('a')).toBeNull();
      expect(await store.insert(record('a', '3'))).toBe(true);
    });
  });
}
