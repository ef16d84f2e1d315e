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
        record({ feature: null, costNanoUsd: 0n }),
      ]);
      expect(booked).toBe(4);
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
          unpricedCallCount: 1,
          tokenCount: 1300,
          costNanoUsd: 250_000n,
        },
        { key: null, callCount: 1, failedCallCount: 0, unpricedCallCount: 0, tokenCount: 1300, costNanoUsd: 0n },
      ]);
      expect((await ledger.costs({ ...day, by: 'servedModel' })).map((group) => group.key)).toEqual([
        'a-model-2026-10-01',
        null,
      ]);
      expect((await ledger.costs({ ...day, by: 'provider' })).map((group) => group.callCount)).toEqual([4]);
      expect((await ledger.costs({ ...day, by: 'promptVersion' })).map((group) => group.key)).toEqual(['7']);
      expect((await ledger.costs({ ...day, by: 'userId' })).map((group) => group.key)).toEqual([null]);
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
  });
}
