import { randomUUID } from 'node:crypto';
import { createStores } from '@pa/db';
import { openTestPGlite } from '@pa/db/testing';
import { PromptManager, type PromptRunner } from '@pa/prompts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runOptimisation } from './run-optimisation.ts';

let opened: Awaited<ReturnType<typeof openTestPGlite>>;
beforeAll(async () => {
  opened = await openTestPGlite();
});
afterAll(() => opened.close());

/** Is right with `politely` in its instructions, else on every third case; proposes that word. */
const runner: PromptRunner = {
  worstCaseNanoUsd: () => 2_000_000n,
  async run({ systemPrompt, userPrompt }) {
    const number = Number(/\d+/.exec(userPrompt)?.[0] ?? 0);
    const text = systemPrompt.startsWith('You improve')
      ? JSON.stringify({ systemPrompt: 'Answer politely.' })
      : systemPrompt.includes('politely') || number % 3 === 0
        ? 'thank you'
        : 'what';
    return { text, servedModel: 'a-model', inputTokens: 1, outputTokens: 1, costNanoUsd: 1_000_000n, latencyMs: 1 };
  },
};

it('looks for a better version on the cases of a stored run, says who asked and why, and deploys nothing', async () => {
  const stores = createStores(opened.database);
  const now = Date.now;
  const ports = { store: stores.prompts, tests: stores.promptTests, now, newId: randomUUID, runner };
  const manager = new PromptManager({ ...ports, capabilities: 'unchecked' });
  const id = await manager.createPrompt({
    type: 'greeting',
    systemPrompt: 'Answer.',
    userPromptTemplate: 'Number {{number}}',
    modelProvider: 'openai',
    modelName: 'a-model',
    maxOutputTokens: 100,
    description: 'a test',
    createdBy: 'ada',
  });
  await manager.deployPrompt(id, { deployedBy: 'ada', reason: 'first' });
  const { prompt } = await manager.getPrompt('greeting');
  await manager.testPrompt(
    prompt,
    Array.from({ length: 60 }, (_, number) => ({
      id: `case-${number}`,
      variables: { number },
      assertions: [{ name: 'is polite', kind: 'contains' as const, text: 'thank you' }],
    })),
  );
  const [run] = await stores.promptTests.list({ type: 'greeting', limit: 1 });
  const order = {
    type: 'greeting',
    testRunId: run?.id ?? '',
    budgetNanoUsd: 1_000_000_000n,
    requestedBy: 'ada',
    reason: 'too curt',
  };
  const options = { order, stores, now, signal: new AbortController().signal };
  expect(await runOptimisation({ manager, runner: undefined }, options)).toMatchObject({ status: 'not-configured' });
  const found = await runOptimisation({ manager, runner }, options);
  expect(found).toMatchObject({ status: 'improved', requested: { by: 'ada', reason: 'too curt' } });
  const [kept] = await stores.optimisations.list({ type: 'greeting', limit: 5 });
  expect(kept).toEqual(found);
  expect(kept?.spentNanoUsd).toBeLessThanOrEqual(order.budgetNanoUsd);
  expect((await stores.prompts.byId(kept?.candidatePromptId ?? ''))?.systemPrompt).toContain('politely');
  expect((await manager.getPrompt('greeting')).prompt.id).toBe(id);
  await expect(
    runOptimisation({ manager, runner }, { ...options, order: { ...order, testRunId: 'none' } }),
  ).rejects.toThrow('has no cases to run again');
});
