import { LLMCache, memoryCacheStore } from '@pa/cache';
import { createPriceBook } from '@pa/cost';
import { LlmError } from '@pa/llm-core';
import { type ScriptedReply, scriptedModel } from '@pa/llm-core/testing';
import { memoryPromptStore, PromptManager } from '@pa/prompts';
import { expect, it } from 'vitest';
import { bundledPrompts } from './bundled-prompts.ts';
import { countFact } from './fact-sheet.ts';
import { createModelWriter } from './model-writer.ts';
import { narrate } from './narrate.ts';
import { slot } from './slot.ts';

const facts = [countFact('market.sales', { value: 1234, noun: 'sale', n: 1234, formula: 'finished sales' })];
const template = `The market shows ${slot('market.sales', 'noun')}.`;
const good = `So far there are ${slot('market.sales', 'noun')} to learn from.`;

function setUp(replies: [ScriptedReply, ...ScriptedReply[]]) {
  const model = scriptedModel(replies, { provider: 'anthropic', modelId: 'claude-haiku-5-5' });
  const now = () => Date.UTC(2026, 10, 23);
  const prompts = new PromptManager({
    store: memoryPromptStore(),
    now,
    newId: () => 'id',
    bundled: bundledPrompts({ modelProvider: 'anthropic', modelName: 'claude-haiku-5-5' }),
  });
  const cache = new LLMCache({ store: memoryCacheStore(), now, random: () => 0 });
  const writer = createModelWriter({
    model,
    prompts,
    priceBook: createPriceBook(),
    now,
    cache: { cache, scope: 'shared' },
  });
  const write = () =>
    narrate({ promptType: 'market_summary', facts, template, templateVersion: 't-1', synthetic: false, writer });
  return { model, write };
}

it('serves what the model wrote, with its cost, and asks no second time for equal facts', async () => {
  const { model, write } = setUp([good]);
  const first = await write();
  expect(first).toMatchObject({
    text: 'So far there are 1,234 sales to learn from.',
    provider: 'anthropic',
    servedModel: 'claude-haiku-5-5',
    promptVersion: 'market_summary@1',
    aiGenerated: true,
    failures: [],
  });
  // Ten tokens in and nine out, as the scripted model counts words.
  expect(first.costNanoUsd).toBe(10n * 100n + BigInt(good.split(' ').length) * 500n);
  expect(await write()).toEqual({ ...first, costNanoUsd: 0n });
  expect(model.requests).toHaveLength(1);
});

it('keeps no text that is not proved, and shows the model what was wrong', async () => {
  const { model, write } = setUp(['There are 9,999 sales.', good, 'There are 9,999 sales.']);
  expect(await write()).toMatchObject({ aiGenerated: true, failures: [{ attempt: 1, code: 'literal-figure' }] });
  const repair = model.requests[1]?.messages[0]?.content[0];
  expect(repair?.type === 'text' && repair.text).toContain('9,999');
});

it('serves the template when the model fails', async () => {
  const { write } = setUp([new LlmError('billing', 'no money')]);
  expect(await write()).toMatchObject({
    text: 'The market shows 1,234 sales.',
    provider: 'none',
    aiGenerated: false,
    costNanoUsd: 0n,
    failures: [{ code: 'writer-failed' }],
  });
});

it('never lets a text out of its fence', async () => {
  const { model, write } = setUp([good]);
  await write();
  const asked = model.requests[0]?.messages[0]?.content[0];
  const text = asked?.type === 'text' ? asked.text : '';
  expect(text.match(/<data name="facts" mark="([0-9a-f]{16})">/)).not.toBeNull();
  expect(text).toContain('{{fact:market.sales|noun}}');
});
