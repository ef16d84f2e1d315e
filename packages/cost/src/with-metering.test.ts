import { createUsage, type GenerateResult, LlmError, type LanguageModel } from '@pa/llm-core';
import { expect, it } from 'vitest';
import { memoryAlertOutbox } from './alerts/memory-alert-outbox.ts';
import { CostMonitor } from './cost-monitor.ts';
import { memoryCallLedger } from './ledger/memory-call-ledger.ts';
import { nanoUsdOf, usdText } from './nano-usd.ts';
import { createPriceBook } from './prices/price-book.ts';
import { memorySavingsLedger } from './savings/memory-savings-ledger.ts';
import { withMetering } from './with-metering.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const result: GenerateResult = {
  text: 'Prices held.',
  toolCalls: [],
  finishReason: 'stop',
  usage: createUsage({
    input: { uncached: 1000, cacheRead: undefined, cacheWrite: undefined },
    output: { text: 300, reasoning: undefined },
    source: 'reported',
  }),
  provider: 'anthropic',
  requestedModel: 'claude-haiku-5-5',
  servedModel: 'claude-haiku-5-5',
  responseId: undefined,
  warnings: [],
  attempts: [],
};
const request = { messages: [], context: { feature: 'market_summary', promptVersion: '7' } };

function setUp(model: Partial<LanguageModel>) {
  const ledger = memoryCallLedger();
  let id = 0;
  const options = { ledger, now: () => NOON, newId: () => `id-${++id}` };
  const base: LanguageModel = {
    provider: 'anthropic',
    modelId: 'claude-haiku-5-5',
    generate: () => Promise.resolve(result),
    async *stream() {
      yield { type: 'text-delta', text: 'Prices ' };
      yield { type: 'finish', result };
    },
    ...model,
  };
  const metered = withMetering({ ...options, priceBook: createPriceBook() })(base);
  return { base, metered, ledger, monitor: new CostMonitor(options) };
}

it('books an answer with its cost', async () => {
  const { metered, monitor } = setUp({});
  expect(await metered.generate(request)).toBe(result);
  expect(await monitor.getDailyCosts()).toMatchObject({
    day: '2026-11-23',
    totalNanoUsd: 250_000n,
    callCount: 1,
    byFeature: [{ key: 'market_summary', costNanoUsd: 250_000n, tokenCount: 1300 }],
    byPromptVersion: [{ key: '7', callCount: 1 }],
  });
});

it('books what is read again, such as the answers of a batch, once and at its price', async () => {
  const usage = { ...result.usage, serviceTier: 'batch' };
  const { provider, requestedModel, servedModel } = result;
  const attempt = { attemptId: 'batch_1/a', provider, requestedModel, servedModel, startedAt: NOON, durationMs: 0 };
  const attempts = [{ ...attempt, usage, errorCode: undefined }];
  const { metered, monitor } = setUp({ generate: () => Promise.resolve({ ...result, usage, attempts }) });
  await metered.generate(request);
  await metered.generate(request);
  expect(await monitor.getDailyCosts()).toMatchObject({ totalNanoUsd: 125_000n, callCount: 1 });
});

it('books a stream once, when it finishes', async () => {
  const { metered, monitor } = setUp({});
  const events = [];
  for await (const event of metered.stream(request)) events.push(event.type);
  expect(events).toEqual(['text-delta', 'finish']);
  expect(await monitor.getDailyCosts()).toMatchObject({ callCount: 1, totalNanoUsd: 250_000n });
});

it('check 2: books a stream that its reader left with an estimate, which is never 0', async () => {
  const { metered, ledger } = setUp({});
  for await (const _ of metered.stream({ ...request, system: 'x'.repeat(4000) })) break;
  // 1,000 tokens of prompt at $0.10 and 2 of answer at $0.50 a million.
  expect(await ledger.calls({ from: 0, to: NOON + 1, limit: 10 })).toMatchObject([
    { outcome: 'aborted', usageSource: 'estimated', tokenCount: 1002, costNanoUsd: 101_000n },
  ]);
});

it('check 2: books what the provider says of a failed call before any estimate, an explicit zero included', async () => {
  const zero = createUsage({
    input: { uncached: 0, cacheRead: 0, cacheWrite: undefined },
    output: { text: 0, reasoning: 0 },
    source: 'reported',
  });
  const long = { ...request, system: 'x'.repeat(4000) };
  const errors = [
    new LlmError('aborted', 'gone', { usage: zero }),
    new LlmError('timeout', 'late'),
    new LlmError('network', 'cut', { partialText: '12345678' }),
    new LlmError('network', 'no connection'),
  ];
  const { metered, ledger } = setUp({ generate: () => Promise.reject(errors.shift()) });
  for (let call = 0; call < 4; call++) await expect(metered.generate(long)).rejects.toThrow();
  const booked = await ledger.calls({ from: 0, to: NOON + 1, limit: 10 });
  expect(booked.map((record) => [record.usageSource, record.costNanoUsd])).toEqual([
    ['reported', 0n],
    ['estimated', 100_000n],
    ['estimated', 101_000n],
    [null, null],
  ]);
});

it('books a failed attempt and passes the error on', async () => {
  const { metered, monitor } = setUp({ generate: () => Promise.reject(new LlmError('overload', 'too busy')) });
  await expect(metered.generate(request)).rejects.toMatchObject({ code: 'overload' });
  expect(await monitor.getDailyCosts()).toMatchObject({ callCount: 1, unpricedCallCount: 0, totalNanoUsd: 0n });
});

it('books nothing for a refusal of our own', async () => {
  const { metered, monitor } = setUp({ generate: () => Promise.reject(new LlmError('rate-limited', 'wait')) });
  await expect(metered.generate(request)).rejects.toMatchObject({ code: 'rate-limited' });
  expect((await monitor.getDailyCosts()).callCount).toBe(0);
});

it('books what the prompt cache and the batch rate saved, beside the costs, and tells of a model without a price', async () => {
  const savings = memorySavingsLedger();
  const alerts = memoryAlertOutbox();
  const usage = createUsage({
    input: { uncached: 100, cacheRead: 900, cacheWrite: undefined },
    output: { text: 300, reasoning: undefined },
    source: 'reported',
    serviceTier: 'batch',
  });
  const { ledger, base } = setUp({ generate: () => Promise.resolve({ ...result, usage }) });
  let id = 0;
  const options = { ledger, now: () => NOON, newId: () => `${++id}`, priceBook: createPriceBook(), savings, alerts };
  await withMetering(options)(base).generate(request);
  // At half the price: 100 x 50 + 900 x 5 + 300 x 250 nano-dollars; uncached 1,000 x 50 + 300 x 250; at once twice that.
  expect((await ledger.costs({ from: 0, to: NOON + 1, by: 'feature' }))[0]?.costNanoUsd).toBe(84_500n);
  expect(await savings.totals({ from: 0, to: NOON + 1, by: 'kind' })).toEqual([
    { key: 'batch', lineCount: 1, savedNanoUsd: 125_000n, estimatedNanoUsd: 0n },
    { key: 'prompt-cache', lineCount: 1, savedNanoUsd: 40_500n, estimatedNanoUsd: 0n },
  ]);
  const unknown = { ...base, generate: () => Promise.resolve({ ...result, servedModel: 'claude-fable-5-2' }) };
  await withMetering(options)(unknown).generate(request);
  expect(await alerts.recent({ limit: 5 })).toMatchObject([{ kind: 'unpriced-model', model: 'claude-fable-5-2' }]);
});

it('takes calls that ran elsewhere', async () => {
  const { monitor } = setUp({});
  await monitor.trackUsage('openai', 'gpt-6-luna', 1300, 0.00025);
  expect((await monitor.getDailyCosts()).totalNanoUsd).toBe(250_000n);
  await expect(monitor.trackUsage('openai', 'gpt-6-luna', -1, 0)).rejects.toMatchObject({ code: 'invalid-amount' });
  await expect(monitor.trackUsage('openai', 'gpt-6-luna', 1, Number.NaN)).rejects.toMatchObject({
    code: 'invalid-amount',
  });
});

it('writes dollars without rounding them', () => {
  expect([250_000n, 0n, -1n, 12_000_000_000n].map(usdText)).toEqual(['0.00025', '0', '-0.000000001', '12']);
  expect(nanoUsdOf(-0.0000000015)).toBe(-2n);
});
