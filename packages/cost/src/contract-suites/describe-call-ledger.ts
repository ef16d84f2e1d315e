import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallLedger } from '../ledger/call-ledger.ts';
import type { CallRecord } from '../ledger/call-record.ts';

const noon = Date.UTC(2026, 10, 23, 12);

function record(overrides: Partial<CallRecord> = {}): CallRecord {
  return {
    attemptId: randomUUID(),
    startedAt: noon,
    durationMs: 812,
    provider: 'anthropic',
    requestedModel: 'a-model',
    servedModel: 'a-model-2026-10-01',
    feature: 'market_summary',
    userId: null,
    jobId: 'daily',
    promptName: 'market_summary',
    promptVersion: '7',
    outcome: 'answered',
    errorCode: null,
    tokenCount: 1300,
    usageSource: 'reported',
    costNanoUsd: 250_000n,
    priceSource: 'a price page',
    ...overrides,
  };
}

/** Proves that a ledger keeps the contract of `CallLedger`. Every test gets an empty ledger. */
export function describeCallLedger(options: {
  readonly name: string;
  readonly createLedger: () => Promise<CallLedger> | CallLedger;
}): void {
  const day = { from: noon - 1, to: noon + 10 };

  describe(`CallLedger: ${options.name}`, () => {
    it('has no groups where nothing was booked', async () => {
      const ledger = await options.createLedger();
      expect(await ledger.costs({ ...day, by: 'feature' })).toEqual([]);
    });

    it('sums by dimension, dearest first', async () => {
      const ledger = await options.createLedger();
      const booked = await ledger.book([
        record(),
        record({ costNanoUsd: 9_007_199_254_740_993n, feature: 'chat' }),
        record({
          outcome: 'failed',
          errorCode: 'timeout',
          servedModel: null,
          costNanoUsd: null,
          tokenCount: null,
          usageSource: null,
          priceSource: null,
        }),
        record({ feature: 'unpriced', costNanoUsd: null, priceSource: null }),
        record({ feature: null, costNanoUsd: 0n }),
      ]);
      expect(booked).toBe(5);
      expect(await ledger.costs({ ...day, by: 'feature' })).toEqual([
        {
          key: 'chat',
          callCount: 1,
          failedCallCount: 0,
          unpricedCallCount: 0,
          tokenCount: 1300,
          costNanoUsd: 9_007_199_254_740_993n,
        },
        {
          key: 'market_summary',
          callCount: 2,
          failedCallCount: 1,
          // What failed before it reached anybody is free.
          unpricedCallCount: 0,
          tokenCount: 1300,
          costNanoUsd: 250_000n,
        },
        { key: null, callCount: 1, failedCallCount: 0, unpricedCallCount: 0, tokenCount: 1300, costNanoUsd: 0n },
        { key: 'unpriced', callCount: 1, failedCallCount: 0, unpricedCallCount: 1, tokenCount: 1300, costNanoUsd: 0n },
      ]);
      expect((await ledger.costs({ ...day, by: 'servedModel' })).map((group) => group.key)).toEqual([
        'a-model-2026-10-01',
        null,
      ]);
      expect((await ledger.costs({ ...day, by: 'provider' })).map((group) => group.callCount)).toEqual([5]);
      expect((await ledger.costs({ ...day, by: 'promptVersion' })).map((group) => group.key)).toEqual([
        'market_summary@7',
      ]);
      expect((await ledger.costs({ ...day, by: 'jobId' })).map((group) => group.key)).toEqual(['daily']);
      expect((await ledger.costs({ ...day, by: 'userId' })).map((group) => group.key)).toEqual([null]);
    });

    it('sums by day in UTC', async () => {
      const ledger = await options.createLedger();
      const midnight = Date.UTC(2026, 10, 23);
      await ledger.book([
        record({ startedAt: midnight - 1, attemptId: 'before' }),
        record({ startedAt: midnight, costNanoUsd: 1n }),
        record({ startedAt: midnight + 1, costNanoUsd: 5n, feature: 'chat' }),
        record({ startedAt: midnight + 86_400_000 }),
      ]);
      await ledger.adjust([
        {
          adjustmentId: 'one',
          attemptId: 'before',
          adjustedAt: noon,
          deltaNanoUsd: 7n,
          priceSource: 'a price page',
          reason: 'the price rose',
        },
      ]);
      const daily = await ledger.dailyCosts({ from: midnight - 10, to: midnight + 86_400_000, by: 'feature' });
      expect(daily.map(({ day: on, key, callCount, costNanoUsd }) => [on, key, callCount, costNanoUsd])).toEqual([
        ['2026-11-22', 'market_summary', 1, 250_007n],
        ['2026-11-23', 'chat', 1, 5n],
        ['2026-11-23', 'market_summary', 1, 1n],
      ]);
    });

    it('books an attempt once and never changes it', async () => {
      const ledger = await options.createLedger();
      const first = record();
      expect(await ledger.book([first])).toBe(1);
      expect(await ledger.book([{ ...first, costNanoUsd: 1n }, first])).toBe(0);
      expect((await ledger.costs({ ...day, by: 'feature' }))[0]?.costNanoUsd).toBe(250_000n);
    });

    it('books an attempt once from many writers', async () => {
      const ledger = await options.createLedger();
      const shared = record();
      const counts = await Promise.all(Array.from({ length: 20 }, () => ledger.book([shared, record()])));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(21);
    });

    it('counts the first instant of a period and not its end', async () => {
      const ledger = await options.createLedger();
      await ledger.book([record({ startedAt: 1000 }), record({ startedAt: 2000 })]);
      expect((await ledger.costs({ from: 1000, to: 2000, by: 'provider' }))[0]?.callCount).toBe(1);
    });

    it('gives back exactly what was booked, a page at a time', async () => {
      const ledger = await options.createLedger();
      const usage = {
        input: { uncached: 1000, cacheRead: undefined, cacheWrite: { '5m': 12 } },
        output: { text: 300, reasoning: 0 },
        total: 1312,
        source: 'reported',
        serviceTier: 'flex',
      } as const;
      const records = [
        record({ attemptId: 'b', startedAt: 1000, usage }),
        record({ attemptId: 'c', startedAt: 1000, costNanoUsd: null, priceSource: null }),
        record({ attemptId: 'a', startedAt: 2000 }),
      ];
      await ledger.book(records);
      const period = { from: 1000, to: 2001, limit: 2 };
      const first = await ledger.calls(period);
      const second = await ledger.calls({ ...period, after: first.at(-1) as CallRecord });
      expect([...first, ...second]).toEqual(
        records.map((each) => ({ ...each, adjustedNanoUsd: null, adjustmentCount: 0 })),
      );
      expect(await ledger.calls({ ...period, after: second.at(-1) as CallRecord })).toEqual([]);
      expect(await ledger.calls({ from: 0, to: 1000, limit: 2 })).toEqual([]);
    });

    it('adds adjustments to what was booked, each once, and leaves the booking', async () => {
      const ledger = await options.createLedger();
      await ledger.book([
        record({ attemptId: 'priced' }),
        record({ attemptId: 'unpriced', costNanoUsd: null, priceSource: null }),
      ]);
      const adjustment = {
        adjustmentId: 'one',
        attemptId: 'priced',
        adjustedAt: noon + 1,
        deltaNanoUsd: -50_000n,
        priceSource: 'a price page',
        reason: 'the price fell',
      };
      const added = { ...adjustment, adjustmentId: 'two', attemptId: 'unpriced', deltaNanoUsd: 7n };
      expect(await ledger.adjust([adjustment, added])).toBe(2);
      expect(await ledger.adjust([adjustment, { ...added, deltaNanoUsd: 9n }])).toBe(0);
      expect(await ledger.adjust([{ ...added, adjustmentId: 'three' }])).toBe(1);
      expect(await ledger.adjust([])).toBe(0);
      const calls = await ledger.calls({ ...day, limit: 10 });
      expect(
        calls.map((call) => [call.attemptId, call.costNanoUsd, call.adjustedNanoUsd, call.adjustmentCount]),
      ).toEqual([
        ['priced', 250_000n, -50_000n, 1],
        ['unpriced', null, 14n, 2],
      ]);
      expect(await ledger.costs({ ...day, by: 'provider' })).toMatchObject([
        { callCount: 2, unpricedCallCount: 0, costNanoUsd: 200_014n },
      ]);
      await expect(ledger.adjust([{ ...added, adjustmentId: 'four', attemptId: 'nobody' }])).rejects.toThrow();
    });
  });
}
