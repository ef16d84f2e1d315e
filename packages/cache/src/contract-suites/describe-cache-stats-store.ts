import { describe, expect, it } from 'vitest';
import { NO_COUNTS } from '../statistics/cache-counts.ts';
import type { CacheStatsLine, CacheStatsStore } from '../statistics/cache-stats-store.ts';

function line(overrides: Partial<CacheStatsLine>): CacheStatsLine {
  return { day: '2026-11-23', dimension: 'class', key: 'summary', ...NO_COUNTS, ...overrides };
}

/** Proves that a store keeps the contract of `CacheStatsStore`. Every test gets an empty store. */
export function describeCacheStatsStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<CacheStatsStore> | CacheStatsStore;
}): void {
  const period = { fromDay: '2026-11-23', toDay: '2026-11-24', by: 'class' } as const;

  describe(`CacheStatsStore: ${options.name}`, () => {
    it('has nothing of a period without counts', async () => {
      const store = await options.createStore();
      await store.add([]);
      expect(await store.totals(period)).toEqual([]);
      expect(await store.daily(period)).toEqual([]);
    });

    it('adds up what is counted, the same key twice in a batch too', async () => {
      const store = await options.createStore();
      const counts = {
        hits: 3,
        misses: 2,
        stale: 1,
        refusedWrites: 4,
        bytesWritten: 2_500,
        savedNanoUsd: 9_000_000_000_000n,
      };
      await store.add([line(counts), line({ hits: 1 })]);
      await store.add([line({ savedNanoUsd: 1n })]);
      expect(await store.totals(period)).toEqual([
        { key: 'summary', ...counts, hits: 4, savedNanoUsd: 9_000_000_000_001n },
      ]);
    });

    it('keeps days, dimensions and keys apart', async () => {
      const store = await options.createStore();
      await store.add([
        line({ day: '2026-11-22', hits: 100 }),
        line({ hits: 1 }),
        line({ day: '2026-11-24', hits: 2 }),
        line({ day: '2026-11-24', key: 'history', misses: 5 }),
        line({ dimension: 'tag', key: 'model:911', stale: 7 }),
      ]);
      expect(await store.totals(period)).toEqual([
        { key: 'history', ...NO_COUNTS, misses: 5 },
        { key: 'summary', ...NO_COUNTS, hits: 3 },
      ]);
      expect(await store.totals({ ...period, limit: 1 })).toHaveLength(1);
      expect(await store.totals({ ...period, by: 'tag' })).toEqual([{ key: 'model:911', ...NO_COUNTS, stale: 7 }]);
      expect((await store.daily(period)).map(({ day, key, hits }) => [day, key, hits])).toEqual([
        ['2026-11-23', 'summary', 1],
        ['2026-11-24', 'history', 0],
        ['2026-11-24', 'summary', 2],
      ]);
    });

    it('loses nothing of what is added at the same time', async () => {
      const store = await options.createStore();
      const batch = ['a', 'b', 'c'].map((key) => line({ key, hits: 1, savedNanoUsd: 2n }));
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.add(index % 2 === 0 ? batch : batch.toReversed())),
      );
      expect(await store.totals(period)).toEqual(
        ['a', 'b', 'c'].map((key) => ({ key, ...NO_COUNTS, hits: 20, savedNanoUsd: 40n })),
      );
    });
  });
}
