import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BudgetHold, BudgetStore } from '../budgets/budget-store.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const midnight = Date.UTC(2026, 10, 23);
const claim = { budgetId: 'global', limitNanoUsd: 500n, windowStart: midnight };

function hold(overrides: Partial<BudgetHold> = {}): BudgetHold {
  return {
    holdId: randomUUID(),
    at: noon,
    expiresAt: noon + 60_000,
    amountNanoUsd: 100n,
    claims: [claim],
    ...overrides,
  };
}

/** Proves that a store keeps the contract of `BudgetStore`. Every test gets an empty store. */
export function describeBudgetStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<BudgetStore> | BudgetStore;
}): void {
  const query = { budgetId: 'global', windowStart: midnight, at: noon };

  describe(`BudgetStore: ${options.name}`, () => {
    it('has spent nothing where nothing was reserved', async () => {
      const store = await options.createStore();
      expect(await store.state(query)).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 0n });
      expect(await store.settle({ holdId: 'nothing', amountNanoUsd: 1n })).toBe(false);
    });

    it('counts what is held, then what it cost, each once', async () => {
      const store = await options.createStore();
      const one = hold();
      expect(await store.reserve(one)).toEqual({ status: 'held' });
      expect(await store.reserve(one)).toEqual({ status: 'held' });
      expect(await store.state(query)).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 100n });
      expect(await store.settle({ holdId: one.holdId, amountNanoUsd: 30n })).toBe(true);
      expect(await store.settle({ holdId: one.holdId, amountNanoUsd: 30n })).toBe(false);
      expect(await store.state(query)).toEqual({ spentNanoUsd: 30n, heldNanoUsd: 0n });
    });

    it('refuses what would go beyond the limit and allows what reaches it', async () => {
      const store = await options.createStore();
      await store.reserve(hold({ amountNanoUsd: 400n }));
      expect(await store.reserve(hold({ amountNanoUsd: 101n }))).toEqual({
        status: 'refused',
        budgetId: 'global',
        spentNanoUsd: 0n,
        heldNanoUsd: 400n,
      });
      expect(await store.reserve(hold())).toEqual({ status: 'held' });
    });

    it('takes from all budgets or from none', async () => {
      const store = await options.createStore();
      const claims = [claim, { budgetId: 'user', limitNanoUsd: 50n, windowStart: midnight }];
      expect(await store.reserve(hold({ claims }))).toMatchObject({ status: 'refused', budgetId: 'user' });
      expect(await store.state(query)).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 0n });
      const small = hold({ claims, amountNanoUsd: 50n });
      expect(await store.reserve(small)).toEqual({ status: 'held' });
      await store.settle({ holdId: small.holdId, amountNanoUsd: 20n });
      for (const budgetId of ['global', 'user']) {
        expect(await store.state({ ...query, budgetId })).toEqual({ spentNanoUsd: 20n, heldNanoUsd: 0n });
      }
    });

    it('lets go of a hold that expired and counts what it cost after all', async () => {
      const store = await options.createStore();
      const dead = hold({ amountNanoUsd: 500n });
      await store.reserve(dead);
      expect(await store.reserve(hold({ at: noon + 59_999 }))).toMatchObject({ status: 'refused' });
      expect(await store.reserve(hold({ at: noon + 60_000, expiresAt: noon + 120_000 }))).toEqual({ status: 'held' });
      expect(await store.settle({ holdId: dead.holdId, amountNanoUsd: 450n })).toBe(true);
      expect(await store.state({ ...query, at: noon + 60_000 })).toEqual({ spentNanoUsd: 450n, heldNanoUsd: 100n });
    });

    it('counts from the start of the window on', async () => {
      const store = await options.createStore();
      const yesterday = hold({ at: midnight - 1, expiresAt: midnight + 1000, amountNanoUsd: 500n });
      expect(await store.reserve({ ...yesterday, claims: [{ ...claim, windowStart: midnight - 86_400_000 }] })).toEqual(
        { status: 'held' },
      );
      await store.settle({ holdId: yesterday.holdId, amountNanoUsd: 500n });
      expect(await store.state(query)).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 0n });
      expect(await store.state({ ...query, windowStart: midnight - 1000 })).toMatchObject({ spentNanoUsd: 500n });
      expect(await store.reserve(hold({ at: midnight }))).toEqual({ status: 'held' });
    });

    it('admits exactly as many of many concurrent reservations as the limit holds', async () => {
      const store = await options.createStore();
      const amounts = Array.from({ length: 60 }, () => hold({ amountNanoUsd: 20n }));
      const results = await Promise.all(amounts.map((each) => store.reserve(each)));
      expect(results.filter((result) => result.status === 'held')).toHaveLength(25);
      expect(await store.state(query)).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 500n });
    });

    it('keeps amounts beyond the safe integers of a number', async () => {
      const store = await options.createStore();
      const limitNanoUsd = 9_007_199_254_740_993_000n;
      const big = hold({ amountNanoUsd: limitNanoUsd, claims: [{ ...claim, limitNanoUsd }] });
      expect(await store.reserve(big)).toEqual({ status: 'held' });
      await store.settle({ holdId: big.holdId, amountNanoUsd: limitNanoUsd - 1n });
      expect((await store.state(query)).spentNanoUsd).toBe(limitNanoUsd - 1n);
    });
  });
}
