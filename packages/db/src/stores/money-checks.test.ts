import { randomUUID } from 'node:crypto';
import { createPriceBook, nanoUsdOf, withBudget, withMetering } from '@pa/cost';
import { createUsage, type GenerateResult, type LanguageModel, type Usage } from '@pa/llm-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPGlite, openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import { createStores } from './create-stores.ts';

const hasPostgres = await postgresAnswers();
const NOVEMBER = Date.UTC(2026, 10, 23, 12);
const places = ['PGlite', ...(hasPostgres ? ['Postgres'] : [])];
const request = { system: 'x'.repeat(4000), messages: [], maxOutputTokens: 1000, context: { feature: 'chat' } };

function usage(input: Usage['input'], text: number, serviceTier?: string): Usage {
  return createUsage({
    input,
    output: { text, reasoning: 0 },
    source: 'reported',
    ...(serviceTier === undefined ? {} : { serviceTier }),
  });
}

function resultOf(model: Pick<LanguageModel, 'provider' | 'modelId'>, used: Usage): GenerateResult {
  return {
    text: 'Prices held.',
    toolCalls: [],
    finishReason: 'stop',
    usage: used,
    provider: model.provider,
    requestedModel: model.modelId,
    servedModel: model.modelId,
    responseId: undefined,
    warnings: [],
    attempts: [],
  };
}

// The numbers are those of the list of checks: what each of them forbids has happened in a library that people use.
describe.each(places)('money in %s', (place) => {
  let opened: Awaited<ReturnType<typeof openTestPGlite>>;
  beforeAll(async () => {
    opened = place === 'PGlite' ? await openTestPGlite() : await openTestPostgres();
  });
  beforeEach(() => opened.reset());
  afterAll(() => opened.close());

  /** A model that answers with a usage, or says ten words one by one. */
  function guarded(
    id: { readonly provider: string; readonly modelId: string },
    options: { used?: Usage; at?: number },
  ) {
    const { used = usage({ uncached: 0, cacheRead: 0, cacheWrite: undefined }, 0), at = NOVEMBER } = options;
    const { budgets: store, calls: ledger } = createStores(opened.database);
    const base: LanguageModel = {
      ...id,
      generate: () => Promise.resolve(resultOf(id, used)),
      async *stream() {
        for (let word = 0; word < 10; word++) yield { type: 'text-delta', text: 'word ' };
        yield { type: 'finish', result: resultOf(id, used) };
      },
    };
    const ports = { priceBook: createPriceBook(), now: () => at, newId: randomUUID };
    const window = { kind: 'calendar', period: 'day', timeZone: 'UTC' } as const;
    const day = { id: 'day', scope: { kind: 'global' }, window, limitNanoUsd: nanoUsdOf(5) } as const;
    const model = withBudget({ ...ports, store, budgets: [day] })(withMetering({ ...ports, ledger })(base));
    const booked = () => ledger.calls({ from: 0, to: NOVEMBER * 2, limit: 20 });
    const state = () => store.state({ budgetId: 'day', windowStart: at - (at % 86_400_000), at });
    return { model, booked, state };
  }

  it('check 2: a stream that is left after three words is booked with an estimate, and holds nothing', async () => {
    const { model, booked, state } = guarded({ provider: 'anthropic', modelId: 'claude-haiku-5-5' }, {});
    let words = 0;
    for await (const _ of model.stream(request)) if (++words === 3) break;
    const [call] = await booked();
    expect(call).toMatchObject({ outcome: 'aborted', usageSource: 'estimated' });
    // 1,000 tokens of prompt at $0.10 and 4 of answer at $0.50 a million.
    expect(call?.costNanoUsd).toBe(102_000n);
    expect(await state()).toEqual({ spentNanoUsd: 102_000n, heldNanoUsd: 0n });
  });

  it('check 2: a zero that the provider says stays a zero, and is not taken for unknown', async () => {
    const { model, booked, state } = guarded({ provider: 'anthropic', modelId: 'claude-haiku-5-5' }, {});
    await model.generate(request);
    expect(await booked()).toMatchObject([{ usageSource: 'reported', tokenCount: 0, costNanoUsd: 0n }]);
    expect(await state()).toEqual({ spentNanoUsd: 0n, heldNanoUsd: 0n });
  });

  // Computed by hand: tokens x dollars a million x 1000, half of it for batch, twice for priority.
  it.each([
    ['one below the band', 'openai', 'gpt-6-luna', usage(whole(271_999), 100), NOVEMBER, 27_249_900n],
    ['at the band', 'openai', 'gpt-6-luna', usage(whole(272_000), 100), NOVEMBER, 27_250_000n],
    ['one above the band', 'openai', 'gpt-6-luna', usage(whole(272_001), 100), NOVEMBER, 54_475_200n],
    ['at the band of Haiku', 'anthropic', 'claude-haiku-5-5', usage(whole(100_000), 100), NOVEMBER, 10_050_000n],
    ['above it', 'anthropic', 'claude-haiku-5-5', usage(whole(100_001), 100), NOVEMBER, 50_250_500n],
    ['90 % from the cache', 'openai', 'gpt-6-sol', usage(cached(100_000, 900_000), 0), NOVEMBER, 760_000_000n],
    ['a batch', 'openai', 'gpt-6-luna', usage(whole(1000), 300, 'batch'), NOVEMBER, 125_000n],
    ['priority', 'openai', 'gpt-6-luna', usage(whole(1000), 300, 'priority'), NOVEMBER, 500_000n],
    [
      'the price before 7 October',
      'anthropic',
      'claude-sonnet-5-5',
      usage(cached(0, 1_000_000), 0),
      Date.UTC(2026, 9, 7) - 1,
      200_000_000n,
    ],
    [
      'the price from then on',
      'anthropic',
      'claude-sonnet-5-5',
      usage(cached(0, 1_000_000), 0),
      Date.UTC(2026, 9, 7),
      100_000_000n,
    ],
  ])('check 10: %s is booked and spent to the nano-dollar', async (_what, provider, modelId, used, at, costNanoUsd) => {
    const { model, booked, state } = guarded({ provider, modelId }, { used, at });
    await model.generate(request);
    expect((await booked()).map((call) => call.costNanoUsd)).toEqual([costNanoUsd]);
    expect(await state()).toEqual({ spentNanoUsd: costNanoUsd, heldNanoUsd: 0n });
  });

  it.each([
    [
      'a cache that is written',
      'anthropic',
      'claude-sonnet-5-5',
      { uncached: 3, cacheRead: 0, cacheWrite: { '5m': 12_304 } },
      36_266_000n,
    ],
    ['a prompt of which a part was cached', 'openai', 'gpt-6-sol', cached(100, 900), 5_880_000n],
  ] as const)('check 11: %s is priced once', async (_what, provider, modelId, input, costNanoUsd) => {
    const { model, booked } = guarded({ provider, modelId }, { used: usage(input, 550) });
    await model.generate(request);
    expect((await booked()).map((call) => call.costNanoUsd)).toEqual([costNanoUsd]);
  });
});

function whole(uncached: number): Usage['input'] {
  return { uncached, cacheRead: 0, cacheWrite: undefined };
}

function cached(uncached: number, cacheRead: number): Usage['input'] {
  return { uncached, cacheRead, cacheWrite: undefined };
}
