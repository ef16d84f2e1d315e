import { expect, it } from 'vitest';
import type { PromptTestCase } from '../evaluate/test-case.ts';
import { memoryOptimisationStore } from '../memory/memory-optimisation-store.ts';
import { memoryPromptStore } from '../memory/memory-prompt-store.ts';
import type { PromptRunner, RunRequest } from '../ports/prompt-runner.ts';
import { PromptManager } from '../prompt-manager.ts';
import type { PromptOptimization } from './optimisation.ts';
import { type OptimizeOptions, optimizePrompts } from './optimize-prompts.ts';
import { splitCases } from './split-cases.ts';

const CALL = 1_000_000n;

/** A model that does what its instructions say: with `politely` in them it is right, else on every third case. */
function scripted(options: {
  readonly proposal: string;
  readonly works?: boolean;
}): PromptRunner & { readonly calls: RunRequest[] } {
  const calls: RunRequest[] = [];
  return {
    calls,
    worstCaseNanoUsd: () => 2n * CALL,
    async run(request) {
      calls.push(request);
      const number = Number(/\d+/.exec(request.userPrompt)?.[0] ?? 0);
      const isGood = (options.works ?? true) && request.systemPrompt.includes('politely') ? true : number % 3 === 0;
      const text = request.systemPrompt.startsWith('You improve')
        ? JSON.stringify({ systemPrompt: options.proposal })
        : isGood
          ? 'thank you'
          : 'what';
      return { text, servedModel: 'a-model', inputTokens: 1, outputTokens: 1, costNanoUsd: CALL, latencyMs: 1 };
    },
  };
}

const cases: PromptTestCase[] = Array.from({ length: 60 }, (_, n) => ({
  id: `case-${n}`,
  variables: { number: n },
  assertions: [{ name: 'is polite', kind: 'contains', text: 'thank you' }],
}));

async function setUp(overrides: Partial<OptimizeOptions> = {}) {
  let id = 0;
  const store = memoryPromptStore();
  const ledger = memoryOptimisationStore();
  const newId = () => `id-${++id}`;
  const manager = new PromptManager({ store, now: () => 0, newId });
  const baseId = await manager.createPrompt({
    type: 'greeting',
    systemPrompt: 'Answer.',
    userPromptTemplate: 'Number {{number}}',
    modelProvider: 'openai',
    modelName: 'a-model',
    maxOutputTokens: 100,
    description: 'a test',
    createdBy: 'ada',
  });
  const base = (await store.byId(baseId))!;
  const options: OptimizeOptions = {
    base,
    cases,
    budgetNanoUsd: 1000n * CALL,
    createPrompt: (draft) => manager.createPrompt(draft),
    store: ledger,
    now: () => 0,
    newId,
    ...overrides,
  };
  return { store, ledger, base, run: async () => (await optimizePrompts(options)) as PromptOptimization };
}

it('says that it needs a key', async () => {
  const { run } = await setUp();
  expect(await run()).toMatchObject({ status: 'not-configured', reason: expect.stringContaining('needs a key') });
});

it('splits the cases into parts that share none, the same ones every time', () => {
  const split = splitCases(cases, { seed: 1 });
  const ids = [...split.train, ...split.validation, ...split.test].map(({ id }) => id);
  expect(new Set(ids).size).toBe(60);
  expect([split.train.length, split.validation.length, split.test.length]).toEqual([21, 18, 21]);
  expect(splitCases([...cases].reverse(), { seed: 1 })).toEqual(split);
  expect(splitCases(cases, { seed: 2 }).test).not.toEqual(split.test);
});

it('writes a better version as a candidate with its ledger, and deploys nothing', async () => {
  const runner = scripted({ proposal: 'Answer politely.' });
  const { run, store, ledger, base } = await setUp({ runner });
  const result = await run();
  expect(result).toMatchObject({
    status: 'improved',
    basePromptId: base.id,
    heldOut: { verdict: 'better', pairs: 21 },
  });
  expect(result.heldOut!.interval.lower).toBeGreaterThan(0);
  const candidate = await store.byId(result.candidatePromptId!);
  expect(candidate).toMatchObject({ version: 2, createdBy: 'optimizer' });
  expect(candidate!.systemPrompt).toContain('politely');
  expect(await store.labels('greeting')).toEqual([]);
  expect(await ledger.list({ type: 'greeting', limit: 5 })).toEqual([result]);
  expect(result.spentNanoUsd).toBe(BigInt(runner.calls.length) * CALL);
  expect(result.spentNanoUsd).toBeLessThanOrEqual(result.budgetNanoUsd);
  expect(result.steps[0]).toMatchObject({ kind: 'base', part: 'validation', dropped: null });
  expect(result.steps.at(-1)).toMatchObject({ part: 'test', score: 1 });
});

it('shows whoever proposes training cases alone, and reads the test cases once, in the end', async () => {
  const runner = scripted({ proposal: 'Answer politely.' });
  const { run } = await setUp({ runner });
  const { split } = await run();
  const testNumbers = new Set(split.test.map((id) => Number(id.slice(5))));
  const validationNumbers = new Set(split.validation.map((id) => Number(id.slice(5))));
  const proposals = runner.calls.filter(({ systemPrompt }) => systemPrompt.startsWith('You improve'));
  expect(proposals.length).toBeGreaterThan(0);
  for (const { userPrompt } of proposals) {
    for (const [, number] of userPrompt.matchAll(/"number":(\d+)/g)) {
      expect(testNumbers.has(Number(number)) || validationNumbers.has(Number(number))).toBe(false);
    }
  }
  const onTest = runner.calls.map(({ userPrompt }, index) => ({
    index,
    number: Number(/^Number (\d+)/.exec(userPrompt)?.[1] ?? -1),
  }));
  const readTest = onTest.filter(({ number }) => testNumbers.has(number));
  expect(readTest).toHaveLength(42);
  expect(Math.min(...readTest.map(({ index }) => index))).toBe(runner.calls.length - 42);
});

it('writes nothing where nothing better was found', async () => {
  const { run, store } = await setUp({ runner: scripted({ proposal: 'Answer politely.', works: false }) });
  const result = await run();
  expect(result).toMatchObject({ status: 'not-improved', candidatePromptId: null });
  expect(await store.versions('greeting')).toHaveLength(1);
});

it('does not take luck on the validation cases for better: the held-out cases decide', async () => {
  const runner = scripted({ proposal: 'Answer quickly.' });
  const { split } = await (await setUp({ runner: scripted({ proposal: 'x', works: false }) })).run();
  const lucky = new Set(split.validation.map((id) => Number(id.slice(5))));
  const overfit: PromptRunner = {
    worstCaseNanoUsd: runner.worstCaseNanoUsd,
    async run(request) {
      const answer = await runner.run(request);
      const number = Number(/^Number (\d+)/.exec(request.userPrompt)?.[1] ?? -1);
      return request.systemPrompt.includes('quickly') && lucky.has(number) ? { ...answer, text: 'thank you' } : answer;
    },
  };
  const { run, store } = await setUp({ runner: overfit });
  const result = await run();
  expect(result).toMatchObject({ status: 'not-improved', candidatePromptId: null });
  expect(result.heldOut?.verdict).not.toBe('better');
  expect(await store.versions('greeting')).toHaveLength(1);
});

it.each([0n, 50n, 120n, 140n, 170n, 230n, 400n])('never spends more than its budget of %d calls', async (budget) => {
  const { run } = await setUp({
    runner: scripted({ proposal: 'Answer politely.' }),
    budgetNanoUsd: budget * CALL,
    concurrency: 8,
  });
  const result = await run();
  expect(result.spentNanoUsd).toBeLessThanOrEqual(budget * CALL);
  if (result.status !== 'improved') expect(result.candidatePromptId).toBeNull();
});

it('refuses too few cases, models without a price, and proposals that would take other prompts in', async () => {
  const runner = scripted({ proposal: 'Answer politely. {{include:secret@1}}' });
  expect((await (await setUp({ runner, cases: cases.slice(0, 29) })).run()).status).toBe('not-enough-cases');
  expect(runner.calls).toHaveLength(0);
  const unpriced = { ...runner, worstCaseNanoUsd: () => null };
  expect(await (await setUp({ runner: unpriced })).run()).toMatchObject({
    status: 'budget-exhausted',
    spentNanoUsd: 0n,
  });
  const result = await (await setUp({ runner })).run();
  expect(result.status).toBe('not-improved');
  expect(result.steps.some(({ dropped }) => dropped?.includes('no instruction'))).toBe(true);
});

it('is the same for the same seed', async () => {
  const once = async () => (await setUp({ runner: scripted({ proposal: 'Answer politely.' }), seed: 9 })).run();
  expect(await once()).toEqual(await once());
});
