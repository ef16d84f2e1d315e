import { createUsage, type Usage } from '@pa/llm-core';
import { expect, it } from 'vitest';
import { createPriceBook, type PriceBook } from '../prices/price-book.ts';
import { ratesFromUsd } from '../prices/price-row.ts';
import type { CallRecord } from './call-record.ts';
import { memoryCallLedger } from './memory-call-ledger.ts';
import { repriceCalls } from './reprice.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const period = { from: NOON, to: NOON + 1_000_000, at: NOON + 2_000_000, reason: 'the price became known' };

function usage(uncached: number): Omit<Usage, 'raw'> {
  return createUsage({
    input: { uncached, cacheRead: 0, cacheWrite: undefined },
    output: { text: 0, reasoning: 0 },
    source: 'reported',
  });
}

function call(attemptId: string, overrides: Partial<CallRecord> = {}): CallRecord {
  return {
    attemptId,
    startedAt: NOON,
    durationMs: 5,
    provider: 'anthropic',
    requestedModel: 'claude-fable-5-2',
    servedModel: 'claude-fable-5-2',
    feature: 'chat',
    userId: null,
    jobId: null,
    promptName: null,
    promptVersion: null,
    outcome: 'answered',
    errorCode: null,
    tokenCount: 1000,
    usageSource: 'reported',
    usage: usage(1000),
    costNanoUsd: null,
    priceSource: null,
    ...overrides,
  };
}

function bookAt(usdPerMillion: number): PriceBook {
  return createPriceBook({
    overlay: [
      {
        provider: 'anthropic',
        model: 'claude-fable-5-2',
        validFrom: '2026-11-01',
        rates: ratesFromUsd({ input: usdPerMillion, output: usdPerMillion * 5 }),
        source: `${usdPerMillion}`,
      },
    ],
  });
}

it('books what an unpriced call costs once its price is known, and only the difference ever after', async () => {
  const ledger = memoryCallLedger();
  await ledger.book([call('a'), call('b', { startedAt: NOON + 1, usage: usage(2000) })]);
  const total = async () => (await ledger.costs({ ...period, by: 'feature' }))[0]?.costNanoUsd;
  // 1,000 and 2,000 tokens at $10 a million.
  expect(await repriceCalls({ ledger, priceBook: bookAt(10) }, period)).toEqual({
    callCount: 2,
    adjustedCallCount: 2,
    deltaNanoUsd: 30_000_000n,
    unpricedCallCount: 0,
  });
  expect(await total()).toBe(30_000_000n);
  expect(await repriceCalls({ ledger, priceBook: bookAt(10) }, period)).toMatchObject({ adjustedCallCount: 0 });
  await repriceCalls({ ledger, priceBook: bookAt(8) }, period);
  expect(await total()).toBe(24_000_000n);
  // Back to a price that it had before: an adjustment of its own again.
  await repriceCalls({ ledger, priceBook: bookAt(10) }, period);
  expect(await total()).toBe(30_000_000n);
  expect((await ledger.calls({ ...period, limit: 9 })).map((each) => [each.costNanoUsd, each.adjustmentCount])).toEqual(
    [
      [null, 3],
      [null, 3],
    ],
  );
});

it('adjusts a call once, however many runs there are at once', async () => {
  const ledger = memoryCallLedger();
  await ledger.book(Array.from({ length: 30 }, (_, index) => call(`call-${index}`)));
  await Promise.all(Array.from({ length: 5 }, () => repriceCalls({ ledger, priceBook: bookAt(10) }, period)));
  expect((await ledger.costs({ ...period, by: 'feature' }))[0]?.costNanoUsd).toBe(300_000_000n);
});

it('leaves what callers priced themselves, and counts what has no price still', async () => {
  const ledger = memoryCallLedger();
  const { usage: _, ...own } = call('own', { costNanoUsd: 7n, priceSource: 'caller' });
  await ledger.book([own, call('unknown', { servedModel: 'claude-mythos-5-2' })]);
  expect(await repriceCalls({ ledger, priceBook: bookAt(10) }, period)).toEqual({
    callCount: 2,
    adjustedCallCount: 0,
    deltaNanoUsd: 0n,
    unpricedCallCount: 2,
  });
});
