import { describe, expect, it } from 'vitest';
import type { LeaseStore } from '../single-flight/lease-store.ts';

/** Proves that a store keeps the contract of `LeaseStore`. Every test gets an empty store, by a clock that runs. */
export function describeLeaseStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<LeaseStore> | LeaseStore;
}): void {
  const long = 600_000;

  describe(`LeaseStore: ${options.name}`, () => {
    it('gives a lease to one of many', async () => {
      const store = await options.createStore();
      const holders = Array.from({ length: 20 }, (_, index) => `holder-${index}`);
      const taken = await Promise.all(holders.map((holder) => store.acquire({ key: 'key', holder, leaseMs: long })));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('keeps keys apart', async () => {
      const store = await options.createStore();
      expect(await store.acquire({ key: 'a', holder: 'one', leaseMs: long })).toBe(true);
      expect(await store.acquire({ key: 'b', holder: 'two', leaseMs: long })).toBe(true);
    });

    it('lets its holder take it again, and the next one when it was given back', async () => {
      const store = await options.createStore();
      expect(await store.acquire({ key: 'key', holder: 'one', leaseMs: long })).toBe(true);
      expect(await store.acquire({ key: 'key', holder: 'one', leaseMs: long })).toBe(true);
      expect(await store.acquire({ key: 'key', holder: 'two', leaseMs: long })).toBe(false);
      await store.release({ key: 'key', holder: 'two' });
      expect(await store.acquire({ key: 'key', holder: 'two', leaseMs: long })).toBe(false);
      await store.release({ key: 'key', holder: 'one' });
      expect(await store.acquire({ key: 'key', holder: 'two', leaseMs: long })).toBe(true);
      await store.release({ key: 'unknown', holder: 'one' });
    });

    it('is free when its time is over, and its late holder takes nothing from the next', async () => {
      const store = await options.createStore();
      expect(await store.acquire({ key: 'key', holder: 'dead', leaseMs: 30 })).toBe(true);
      await expect
        .poll(() => store.acquire({ key: 'key', holder: 'next', leaseMs: long }), { timeout: 20_000 })
        .toBe(true);
      await store.release({ key: 'key', holder: 'dead' });
      expect(await store.acquire({ key: 'key', holder: 'dead', leaseMs: long })).toBe(false);
    });

    it('lives longer when it is taken again', async () => {
      const store = await options.createStore();
      await store.acquire({ key: 'key', holder: 'one', leaseMs: 200 });
      await store.acquire({ key: 'key', holder: 'one', leaseMs: long });
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(await store.acquire({ key: 'key', holder: 'two', leaseMs: long })).toBe(false);
    });
  });
}
