import { describe, expect, it } from 'vitest';
import { describeLeaseStore } from '../contract-suites/describe-lease-store.ts';
import { createTierGuard } from '../tiers/tier-guard.ts';
import type { LeaseStore } from './lease-store.ts';
import { leasedWork } from './leased-work.ts';
import { memoryLeaseStore } from './memory-lease-store.ts';
import { tieredLeaseStore } from './tiered-lease-store.ts';

const wellGuard = () => createTierGuard({ name: 'near', now: Date.now, budgetMs: Number.POSITIVE_INFINITY });

describeLeaseStore({ name: 'memory', createStore: () => memoryLeaseStore({ now: Date.now }) });
describeLeaseStore({
  name: 'tiers',
  createStore: () => tieredLeaseStore([{ leases: memoryLeaseStore({ now: Date.now }), guard: wellGuard() }]),
});

const deadStore: LeaseStore = {
  acquire: () => Promise.reject(new TypeError('down')),
  release: () => Promise.reject(new TypeError('down')),
};

describe('leased work', () => {
  let ids = 0;
  const newId = () => `holder-${++ids}`;
  const set = (store: LeaseStore = memoryLeaseStore({ now: Date.now })) => {
    const made: { value: string | null; count: number } = { value: null, count: 0 };
    const errors: unknown[] = [];
    const run = (work: () => Promise<string>, more: { readonly maximumWaitMs?: number } = {}) =>
      leasedWork('key', {
        store,
        newId,
        pollMs: 1,
        leaseMs: 300,
        look: async () => made.value,
        work: async () => {
          made.count += 1;
          return work();
        },
        onError: (error) => errors.push(error),
        ...more,
      });
    return { made, errors, run, store };
  };

  it('is done by one, and the others get what it made', async () => {
    const { made, run } = set();
    const work = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      made.value = 'text';
      return 'text';
    };
    const results = await Promise.all(Array.from({ length: 50 }, () => run(work)));
    expect(made.count).toBe(1);
    expect(new Set(results)).toEqual(new Set(['text']));
  });

  it('is taken over by one after the other where nothing comes of it', async () => {
    const { made, run } = set();
    const results = await Promise.allSettled([
      run(() => Promise.reject(new RangeError('provider down'))),
      run(async () => 'not stored'),
      run(async () => 'not stored'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(made.count).toBe(3);
  });

  it('is taken over when its holder died, and kept while it is alive', async () => {
    const { made, run, store } = set();
    await store.acquire({ key: 'key', holder: 'dead', leaseMs: 50 });
    expect(await run(async () => 'taken over')).toBe('taken over');
    const slow = run(async () => {
      // Twice as long as a lease: it is renewed.
      await new Promise((resolve) => setTimeout(resolve, 600));
      made.value = 'slow';
      return 'slow';
    });
    expect(await Promise.all([slow, run(async () => 'twice')])).toEqual(['slow', 'slow']);
  });

  it('is not waited for longer than it may be', async () => {
    const { run, store } = set();
    await store.acquire({ key: 'key', holder: 'other', leaseMs: 600_000 });
    expect(await run(async () => 'mine', { maximumWaitMs: 5 })).toBe('mine');
  });

  it('is done all the same where no lease can be had', async () => {
    const { run, errors } = set(deadStore);
    expect(await run(async () => 'mine')).toBe('mine');
    expect(errors).toHaveLength(1);
  });

  it('goes on waiting when the lease is lost sight of for a moment, and not for long', async () => {
    const inner = memoryLeaseStore({ now: Date.now });
    let asked = 0;
    const blinking: LeaseStore = {
      ...inner,
      acquire(lease) {
        asked += 1;
        return asked > 1 && asked < 4 ? Promise.reject(new TypeError('a hiccup')) : inner.acquire(lease);
      },
    };
    const { made, run, errors } = set(blinking);
    await inner.acquire({ key: 'key', holder: 'other', leaseMs: 600_000 });
    const waiting = run(async () => 'twice');
    await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(4);
    made.value = 'once';
    expect([await waiting, made.count, errors.length]).toEqual(['once', 0, 2]);

    let isDown = false;
    const dying: LeaseStore = {
      ...inner,
      acquire: (lease) => (isDown ? Promise.reject(new TypeError('down')) : inner.acquire(lease)),
    };
    const other = set(dying);
    const left = other.run(async () => 'for myself');
    isDown = true;
    expect(await left).toBe('for myself');
  });

  it('goes to the next store of leases when the first is down', async () => {
    const guard = createTierGuard({ name: 'dead', now: () => 0, failuresToOpen: 1 });
    const next = memoryLeaseStore({ now: Date.now });
    const store = tieredLeaseStore([
      { leases: deadStore, guard },
      { leases: next, guard: wellGuard() },
    ]);
    expect(await store.acquire({ key: 'key', holder: 'one', leaseMs: 600_000 })).toBe(true);
    expect(guard.isWell()).toBe(false);
    expect(await next.acquire({ key: 'key', holder: 'two', leaseMs: 1 })).toBe(false);
    await store.release({ key: 'key', holder: 'one' });
    expect(await next.acquire({ key: 'key', holder: 'two', leaseMs: 1 })).toBe(true);
    await expect(
      tieredLeaseStore([{ leases: deadStore, guard }]).acquire({ key: 'key', holder: 'one', leaseMs: 1 }),
    ).rejects.toMatchObject({ code: 'tier-timeout' });
  });
});
