import { createUsage, type GenerateResult, type LanguageModel, LlmError } from '@pa/llm-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryAlertOutbox } from '../alerts/memory-alert-outbox.ts';
import { learnedHolds, worstCaseHolds } from '../estimates/hold-estimator.ts';
import { createPriceBook } from '../prices/price-book.ts';
import { PRICE_OVERLAY } from '../prices/price-overlay.ts';
import { priceUsage } from '../prices/price-usage.ts';
import type { Budget } from './budget.ts';
import type { BudgetStore } from './budget-store.ts';
import { changeBudget } from './change-budget.ts';
import { memoryBudgetBook } from './memory-budget-book.ts';
import { memoryBudgetStore } from './memory-budget-store.ts';
import { type BudgetOptions, withBudget } from './with-budget.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const MIDNIGHT = Date.UTC(2026, 10, 23);
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
const request = { messages: [], maxOutputTokens: 1000, context: { feature: 'chat', userId: 'ada' } };
const today: Budget = {
  id: 'global',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'day', timeZone: 'UTC' },
  limitNanoUsd: 10_000_000n,
};
const down: BudgetStore = {
  reserve: () => Promise.reject(new TypeError('down')),
  settle: () => Promise.reject(new TypeError('down')),
  state: () => Promise.reject(new TypeError('down')),
};

function setUp(options: Partial<BudgetOptions> = {}, model: Partial<LanguageModel> = {}) {
  const store = options.store ?? memoryBudgetStore();
  let id = 0;
  let sent = 0;
  const base: LanguageModel = {
    provider: 'anthropic',
    modelId: 'claude-haiku-5-5',
    generate() {
      sent += 1;
      return Promise.resolve(result);
    },
    async *stream() {
      yield { type: 'text-delta', text: 'Prices ' };
      yield { type: 'finish', result };
    },
    ...model,
  };
  const guarded = withBudget({
    budgets: [today],
    priceBook: createPriceBook(),
    now: () => NOON,
    newId: () => `hold-${++id}`,
    ...options,
    store,
  })(base);
  const state = (budgetId = 'global') => store.state({ budgetId, windowStart: MIDNIGHT, at: NOON });
  return { guarded, state, sent: () => sent };
}

async function readAll(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events) {
    // Only its end matters.
  }
}

it('puts what a call cost in the place of what was held', async () => {
  const { guarded, state } = setUp();
  expect(await guarded.generate(request)).toBe(result);
  expect(await state()).toEqual({ spentNanoUsd: 250_000n, heldNanoUsd: 0n });
});

it('sends nothing that may not fit, and says what is spent and what is needed', async () => {
  const { guarded, state, sent } = setUp({ budgets: [{ ...today, limitNanoUsd: 500_000n }] });
  const error = await guarded.generate(request).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'budget-exceeded', isRetryable: false });
  expect(String(error)).toMatch(/"global" of \$0\.0005 has spent \$0 and holds \$0; this call may need \$0\.00/);
  expect([sent(), await state()]).toEqual([0, { spentNanoUsd: 0n, heldNanoUsd: 0n }]);
});

it('counts a call under every budget of its feature, user, job and model, and under no other', async () => {
  const of = (kind: 'feature' | 'user' | 'job' | 'model', key: string): Budget => ({
    ...today,
    id: `${kind}:${key}`,
    scope: { kind, key },
  });
  const budgets = [of('feature', 'chat'), of('feature', 'report'), of('user', 'ada'), of('job', 'daily')];
  const { guarded, state } = setUp({ budgets: [...budgets, of('model', 'claude-haiku-5-5')] });
  await guarded.generate(request);
  const spent = async (id: string) => (await state(id)).spentNanoUsd;
  expect(await spent('feature:chat')).toBe(250_000n);
  expect(await spent('user:ada')).toBe(250_000n);
  expect(await spent('model:claude-haiku-5-5')).toBe(250_000n);
  expect(await spent('feature:report')).toBe(0n);
  expect(await spent('job:daily')).toBe(0n);
});

describe('a stream', () => {
  it('is settled when it finishes', async () => {
    const { guarded, state } = setUp();
    await readAll(guarded.stream(request));
    expect(await state()).toEqual({ spentNanoUsd: 250_000n, heldNanoUsd: 0n });
  });

  it('check 2: that its reader left costs an estimate and holds nothing', async () => {
    const { guarded, state } = setUp();
    for await (const _ of guarded.stream({ ...request, system: 'x'.repeat(4000) })) break;
    expect(await state()).toEqual({ spentNanoUsd: 101_000n, heldNanoUsd: 0n });
  });

  it('that broke costs what had arrived', async () => {
    const { guarded, state } = setUp(
      {},
      {
        async *stream() {
          yield { type: 'text-delta', text: 'x'.repeat(400) };
          throw new LlmError('network', 'cut');
        },
      },
    );
    await expect(readAll(guarded.stream(request))).rejects.toMatchObject({ code: 'network' });
    expect(await state()).toEqual({ spentNanoUsd: 50_000n, heldNanoUsd: 0n });
  });
});

it.each([
  ['network', 0n],
  ['overload', 0n],
  ['timeout', 100_000n],
] as const)('gives back what a failed call did not use: %s', async (code, spentNanoUsd) => {
  const { guarded, state } = setUp({}, { generate: () => Promise.reject(new LlmError(code, 'failed')) });
  await expect(guarded.generate({ ...request, system: 'x'.repeat(4000) })).rejects.toMatchObject({ code });
  expect(await state()).toEqual({ spentNanoUsd, heldNanoUsd: 0n });
});

describe('a model without a price', () => {
  const unknown = { modelId: 'claude-fable-5-2', generate: () => Promise.resolve({ ...result, servedModel: 'x' }) };

  it('is refused unless the policy says otherwise', async () => {
    const heard: string[] = [];
    const { guarded } = setUp({ onUnpriced: (model) => heard.push(model.modelId) }, unknown);
    await expect(guarded.generate(request)).rejects.toMatchObject({ code: 'budget-exceeded' });
    expect(heard).toEqual(['claude-fable-5-2']);
  });

  it('costs the ceiling where there is one', async () => {
    const { guarded, state } = setUp({ unpriced: { ceilingNanoUsd: 7_000n } }, unknown);
    await guarded.generate(request);
    expect(await state()).toEqual({ spentNanoUsd: 7_000n, heldNanoUsd: 0n });
  });

  it('goes uncounted where it is allowed', async () => {
    const { guarded, state } = setUp({ unpriced: 'allow' }, unknown);
    await guarded.generate(request);
    expect(await state()).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 0n });
  });
});

describe('alerts', () => {
  // The call costs 250,000: five of them are 62.5 % and seven are 87.5 % of the limit.
  const watched: Budget = { ...today, limitNanoUsd: 2_000_000n, alertAt: [0.5, 0.8] };

  it('check 16: are raised once a window and threshold, and again in the next window', async () => {
    const alerts = memoryAlertOutbox();
    let at = NOON;
    const holds = { estimate: () => 250_000n, observe: () => {} };
    const { guarded } = setUp({ budgets: [watched], alerts, holds, now: () => at });
    const raised = async () =>
      (await alerts.recent({ limit: 10 })).map((alert) => 'threshold' in alert && alert.threshold);
    for (let call = 0; call < 3; call++) await guarded.generate(request);
    expect(await raised()).toEqual([]);
    for (let call = 0; call < 4; call++) await guarded.generate(request);
    expect((await raised()).sort()).toEqual([0.5, 0.8]);
    await guarded.generate(request);
    expect(await raised()).toHaveLength(2);
    at += 86_400_000;
    for (let call = 0; call < 4; call++) await guarded.generate(request);
    expect(await raised()).toHaveLength(3);
  });

  it('tell of a model without a price once a day', async () => {
    const alerts = memoryAlertOutbox();
    const { guarded } = setUp({ alerts, unpriced: 'allow' }, { modelId: 'claude-fable-5-2' });
    await guarded.generate(request);
    await guarded.generate(request);
    expect(await alerts.recent({ limit: 10 })).toMatchObject([{ kind: 'unpriced-model', model: 'claude-fable-5-2' }]);
  });

  it('that cannot be raised fail no call', async () => {
    const alerts = { ...memoryAlertOutbox(), put: () => Promise.reject(new TypeError('down')) };
    const errors: unknown[] = [];
    const { guarded } = setUp({
      budgets: [{ ...watched, alertAt: [0.1] }],
      alerts,
      onStoreError: (error) => errors.push(error),
    });
    expect(await guarded.generate(request)).toBe(result);
    expect(errors).toHaveLength(1);
  });
});

it('takes the budgets that are in force when a call begins, and refuses where they cannot be read', async () => {
  const book = memoryBudgetBook();
  const change = { budgetId: 'global', reason: 'launch', changedBy: 'ada', at: NOON, newId: () => `${Math.random()}` };
  const { guarded, state } = setUp({ budgets: () => book.list() });
  await guarded.generate(request);
  expect((await state()).spentNanoUsd).toBe(0n);
  await changeBudget(book, { ...change, budget: today });
  await guarded.generate(request);
  expect((await state()).spentNanoUsd).toBe(250_000n);
  await changeBudget(book, { ...change, budget: { ...today, limitNanoUsd: 1n } });
  await expect(guarded.generate(request)).rejects.toMatchObject({ code: 'budget-exceeded' });
  const broken = setUp({ budgets: () => Promise.reject(new TypeError('down')) });
  await expect(broken.guarded.generate(request)).rejects.toMatchObject({ code: 'budget-exceeded' });
  for (const wrong of [
    { budget: today, reason: ' ' },
    { budget: { ...today, limitNanoUsd: -1n }, reason: 'x' },
    { budget: { ...today, id: 'other' }, reason: 'x' },
    { budget: { ...today, alertAt: [0] }, reason: 'x' },
    { budget: { ...today, window: { kind: 'rolling' as const, lengthMs: 1000 } }, reason: 'x' },
  ]) {
    await expect(changeBudget(book, { ...change, ...wrong })).rejects.toMatchObject({
      code: wrong.reason === ' ' ? 'missing-reason' : 'invalid-budget',
    });
  }
});

describe('a store that is down', () => {
  it('refuses the call, unless every budget allows it', async () => {
    const allowing: Budget = { ...today, id: 'other', whenStoreFails: 'allow' };
    const strict = setUp({ store: down, budgets: [allowing, today] });
    await expect(strict.guarded.generate(request)).rejects.toMatchObject({ code: 'budget-exceeded' });
    const errors: unknown[] = [];
    const lenient = setUp({ store: down, budgets: [allowing], onStoreError: (error) => errors.push(error) });
    expect(await lenient.guarded.generate(request)).toBe(result);
    expect([strict.sent(), lenient.sent(), errors.length]).toEqual([0, 1, 1]);
  });

  it('that comes back is told what a call cost, without keeping the answer waiting', async () => {
    const memory = memoryBudgetStore();
    let failures = 2;
    const settle: BudgetStore['settle'] = (settlement) =>
      failures-- > 0 ? Promise.reject(new TypeError('down')) : memory.settle(settlement);
    const { guarded } = setUp({ store: { ...memory, settle } });
    expect(await guarded.generate(request)).toBe(result);
    const spent = async () =>
      (await memory.state({ budgetId: 'global', windowStart: MIDNIGHT, at: NOON })).spentNanoUsd;
    expect(await spent()).toBe(0n);
    await expect.poll(spent, { timeout: 5_000 }).toBe(250_000n);
  });

  it('does not take an answer away that was paid for', async () => {
    const store = { ...memoryBudgetStore(), settle: down.settle };
    const errors: unknown[] = [];
    const { guarded } = setUp({ store, onStoreError: (error) => errors.push(error) });
    expect(await guarded.generate(request)).toBe(result);
    expect(errors).toHaveLength(1);
  });
});

describe('holds', () => {
  const row = createPriceBook()({ provider: 'anthropic', model: 'claude-haiku-5-5', at: NOON });
  if (row === null) throw new TypeError('the model of this test has a price');

  it('are never below what a call of that size costs at its dearest', () => {
    // 1,000 tokens of answer at $0.50 a million and 2,000 bytes of prompt at $0.20, in a bound region: a tenth more.
    const hold = worstCaseHolds().estimate({ request: { ...request, system: 'ü'.repeat(1000) }, row });
    expect(hold).toBeGreaterThan(990_000n);
    const opus = createPriceBook()({ provider: 'anthropic', model: 'claude-opus-5-5', at: NOON });
    if (opus === null) throw new TypeError('the model of this test has a price');
    // At $20 and $8 a million, doubled by fast mode.
    const fast = worstCaseHolds().estimate({ request: { ...request, system: 'ü'.repeat(1000) }, row: opus });
    expect(fast).toBeGreaterThan((20_000_000n + 16_000_000n) * 2n);
  });

  it('learn what calls of the same prompt version cost, once there are enough of them, and stay at the worst case', () => {
    const holds = learnedHolds({ minimumCalls: 3 });
    const worst = holds.estimate({ request, row });
    expect(worst).toBe(worstCaseHolds().estimate({ request, row }));
    for (let call = 0; call < 3; call++) {
      expect(holds.likely?.({ request, row })).toBe(null);
      holds.observe({ request, row, costNanoUsd: worst / 4n });
    }
    expect(Number(holds.likely?.({ request, row })) / Number(worst)).toBeCloseTo(0.3125, 3);
    expect(holds.estimate({ request, row })).toBe(worst);
    holds.observe({ request, row, costNanoUsd: worst });
    expect(holds.likely?.({ request, row })).toBe(worst);
    const other = { ...request, context: { ...request.context, promptVersion: '8' } };
    expect(holds.likely?.({ request: other, row })).toBe(null);
  });

  it('are a bound: no usage within the prompt and its limit of output costs more, whatever way it is served', () => {
    const priceBook = createPriceBook();
    const rows = PRICE_OVERLAY.flatMap(({ provider, model }) => priceBook({ provider, model, at: NOON }) ?? []);
    const tiers = ['default', 'standard', 'auto', 'flex', 'batch', 'scale', 'priority', 'fast'];
    fc.assert(
      fc.property(
        fc.record({
          row: fc.constantFrom(...rows),
          prompt: fc.string({ unit: 'binary', maxLength: 400 }),
          repeated: fc.constantFrom(1, 40, 2000),
          maxOutputTokens: fc.integer({ min: 1, max: 100_000 }),
          usedShares: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          split: fc.array(fc.nat(10), { minLength: 4, maxLength: 4 }),
          lifetime: fc.constantFrom('5m', '1h', '30m', '12h', 'other'),
          tier: fc.constantFrom(undefined, ...tiers),
          region: fc.constantFrom(undefined, 'eu'),
          promptCache: fc.constantFrom(undefined, {}, { lifetime: 'long' as const }),
        }),
        ({ row, prompt, repeated, maxOutputTokens, usedShares, split, lifetime, tier, region, promptCache }) => {
          const asked = {
            ...request,
            system: prompt.repeat(repeated),
            maxOutputTokens,
            ...(promptCache === undefined ? {} : { promptCache }),
          };
          const inputTokens = Math.floor(Buffer.byteLength(asked.system) * usedShares[0]);
          const parts = split.map((part) =>
            Math.floor(
              (inputTokens * part) /
                Math.max(
                  1,
                  split.reduce((a, b) => a + b),
                ),
            ),
          );
          const [uncached = 0, cacheRead = 0, written = 0, other = 0] = parts;
          const usage = createUsage({
            input: { uncached, cacheRead, cacheWrite: { [lifetime]: written, default: other } },
            output: { text: Math.floor(maxOutputTokens * usedShares[1]), reasoning: 0 },
            source: 'reported',
            ...(tier === undefined ? {} : { serviceTier: tier }),
            ...(region === undefined ? {} : { region }),
          });
          const cost = priceUsage(usage, row)?.nanoUsd ?? 0n;
          expect(cost).toBeLessThanOrEqual(worstCaseHolds().estimate({ request: asked, row }));
        },
      ),
    );
  });
});

describe('a call that finds its money held by others', () => {
  const perToken = 500n;
  const worst = worstCaseHolds().estimate({
    request,
    row: createPriceBook()({ provider: 'anthropic', model: 'claude-haiku-5-5', at: NOON })!,
  });

  /** Answers after a while, with so many tokens. */
  function answering(tokensOf: (call: number) => number, answerMs = 20): Partial<LanguageModel> {
    let calls = 0;
    return {
      async generate() {
        const text = tokensOf(calls++);
        await new Promise((resolve) => setTimeout(resolve, answerMs));
        const input = { uncached: 0, cacheRead: undefined, cacheWrite: undefined };
        return { ...result, usage: createUsage({ input, output: { text, reasoning: undefined }, source: 'reported' }) };
      },
    };
  }

  it('waits for them, and is refused at once where that cannot help', async () => {
    const limitNanoUsd = worst + 100n * perToken;
    const options = { budgets: [{ ...today, limitNanoUsd }], waitForRoomMs: 10_000 };
    const { guarded, state } = setUp(
      options,
      answering(() => 40),
    );
    // Two fit, one after the other; what is left then is less than a third may need.
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => guarded.generate(request)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(await state()).toEqual({ spentNanoUsd: 120n * perToken, heldNanoUsd: 0n });
  });

  it('does not wait where those before it came to all that they held', async () => {
    const store = memoryBudgetStore();
    const holds = learnedHolds({ minimumCalls: 2 });
    const limitNanoUsd = 3n * worst + worst / 2n;
    const options = { budgets: [{ ...today, limitNanoUsd }], store, holds, waitForRoomMs: 60_000 };
    const row = createPriceBook()({ provider: 'anthropic', model: 'claude-haiku-5-5', at: NOON })!;
    for (let call = 0; call < 2; call++) holds.observe({ request, row, costNanoUsd: worst });
    const { guarded } = setUp(
      options,
      answering(() => 1000, 5_000),
    );
    const slow = [1, 2, 3].map(() => guarded.generate(request));
    await expect(guarded.generate(request)).rejects.toMatchObject({ code: 'budget-exceeded' });
    expect((await store.state({ budgetId: 'global', windowStart: MIDNIGHT, at: NOON })).heldNanoUsd).toBe(3n * worst);
    await Promise.all(slow);
  });

  it('gives up when its caller does, and at its deadline', async () => {
    const options = { budgets: [{ ...today, limitNanoUsd: worst }], waitForRoomMs: 60_000 };
    const { guarded } = setUp(
      options,
      answering(() => 0, 300),
    );
    const first = guarded.generate(request);
    const signal = AbortSignal.timeout(50);
    await expect(guarded.generate({ ...request, signal })).rejects.toMatchObject({ code: 'aborted' });
    const late = guarded.generate({ ...request, deadlineAt: NOON + 10 });
    await expect(late).rejects.toMatchObject({ code: 'budget-exceeded' });
    await first;
  });

  it('never takes the budget over its limit, however cheap the calls before it were', async () => {
    const limitNanoUsd = 12n * worst;
    const holds = learnedHolds({ minimumCalls: 5 });
    const options = { budgets: [{ ...today, limitNanoUsd }], holds, waitForRoomMs: 5_000 };
    // Twenty cheap calls, and then as dear as they can be without a dearer tier.
    const { guarded, state } = setUp(
      options,
      answering((call) => (call < 20 ? 10 : 1000), 5),
    );
    for (let call = 0; call < 20; call++) await guarded.generate(request);
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => guarded.generate(request)));
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    const { spentNanoUsd, heldNanoUsd } = await state();
    expect(heldNanoUsd).toBe(0n);
    expect(spentNanoUsd).toBeLessThanOrEqual(limitNanoUsd);
    expect(spentNanoUsd).toBeGreaterThan(limitNanoUsd - worst);
  });
});
