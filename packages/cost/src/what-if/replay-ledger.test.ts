import { createUsage } from '@pa/llm-core';
import { expect, it } from 'vitest';
import type { CallRecord } from '../ledger/call-record.ts';
import { memoryCallLedger } from '../ledger/memory-call-ledger.ts';
import { createPriceBook } from '../prices/price-book.ts';
import { replayLedger } from './replay-ledger.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const usage = createUsage({
  input: { uncached: 1000, cacheRead: 9000, cacheWrite: { '5m': 2000 } },
  output: { text: 500, reasoning: 0 },
  source: 'reported',
  serviceTier: 'batch',
});

function call(attemptId: string, overrides: Partial<CallRecord> = {}): CallRecord {
  return {
    attemptId,
    startedAt: NOON,
    durationMs: 5,
    provider: 'anthropic',
    requestedModel: 'claude-sonnet-5-5',
    servedModel: 'claude-sonnet-5-5',
    feature: 'chat',
    userId: null,
    jobId: null,
    promptName: null,
    promptVersion: null,
    outcome: 'answered',
    errorCode: null,
    tokenCount: 12_500,
    usageSource: 'reported',
    usage,
    costNanoUsd: 6_450_000n,
    priceSource: 'a price page',
    ...overrides,
  };
}

it('prices the same tokens on another model, and says what it leaves out', async () => {
  const ledger = memoryCallLedger();
  await ledger.book([
    call('a'),
    call('b', { feature: 'report', costNanoUsd: 10_000_000n }),
    call('unpriced', { costNanoUsd: null }),
  ]);
  const replay = await replayLedger(
    { ledger, priceBook: createPriceBook() },
    {
      from: NOON,
      to: NOON + 1,
      substitute: ({ feature }) => (feature === 'chat' ? { provider: 'openai', model: 'gpt-6-luna' } : null),
    },
  );
  // Half of: 1,000 x 100 + 9,000 x 10 + 2,000 x 125 + 500 x 500 nano-dollars.
  expect(replay).toMatchObject({
    comparedCallCount: 2,
    actualNanoUsd: 16_450_000n,
    replayedNanoUsd: 10_345_000n,
    byFeature: [
      { feature: 'report', actualNanoUsd: 10_000_000n, replayedNanoUsd: 10_000_000n },
      { feature: 'chat', actualNanoUsd: 6_450_000n, replayedNanoUsd: 345_000n },
    ],
    leftOutCallCount: 1,
  });
  expect(replay.caveats).toHaveLength(3);
});

it('scales tokens, and takes a price of today for a model that is younger than the calls', async () => {
  const ledger = memoryCallLedger();
  await ledger.book([call('old', { startedAt: Date.UTC(2026, 9, 1) })]);
  const query = {
    from: 0,
    to: NOON,
    substitute: () => ({ provider: 'anthropic', model: 'claude-haiku-5-5', tokenFactor: 1.3 }),
  };
  const ports = { ledger, priceBook: createPriceBook() };
  expect(await replayLedger(ports, query)).toMatchObject({ comparedCallCount: 0, leftOutCallCount: 1 });
  // Half of: 1,300 x 100 + 11,700 x 10 + 2,600 x 125 + 650 x 500 nano-dollars.
  expect(await replayLedger(ports, { ...query, pricesAt: NOON })).toMatchObject({ replayedNanoUsd: 448_500n });
});
