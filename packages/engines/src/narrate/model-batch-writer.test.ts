import { LLMCache, memoryCacheStore } from '@pa/cache';
import { createPriceBook } from '@pa/cost';
import { LlmError } from '@pa/llm-core';
import { type ScriptedReply, scriptedModel } from '@pa/llm-core/testing';
import { memoryPromptStore, PromptManager } from '@pa/prompts';
import { describe, expect, it } from 'vitest';
import { bundledPrompts } from './bundled-prompts.ts';
import { countFact } from './fact-sheet.ts';
import { createModelBatchWriter } from './model-batch-writer.ts';
import { createModelWriter } from './model-writer.ts';
import { narrate } from './narrate.ts';
import { slot } from './slot.ts';
import { writeTogether } from './write-together.ts';

const sales = [1111, 2222, 3333];
const said = (index: number): string => `So far there are ${slot(`market.${index}`, 'noun')} to learn from.`;
const reply = (...texts: readonly (readonly [string, string])[]): string =>
  JSON.stringify({ texts: texts.map(([id, text]) => ({ id, text })) });
const three = reply(['text-1', said(1)], ['text-2', said(2)], ['text-3', said(3)]);

/** Writes three texts about three counts; each is proved against its own facts alone. */
function setUp(replies: [ScriptedReply, ...ScriptedReply[]], types = Array(3).fill('segment_report')) {
  const model = scriptedModel(replies, { provider: 'anthropic', modelId: 'claude-haiku-5-5' });
  const now = () => Date.UTC(2026, 10, 23);
  const prompts = new PromptManager({
    store: memoryPromptStore(),
    now,
    newId: () => 'id',
    bundled: bundledPrompts({ modelProvider: 'anthropic', modelName: 'claude-haiku-5-5' }),
  });
  const cache = new LLMCache({ store: memoryCacheStore(), now, random: () => 0 });
  const options = { model, prompts, priceBook: createPriceBook(), now, cache: { cache, scope: 'shared' } } as const;
  const writer = createModelWriter(options);
  const write = () =>
    writeTogether(
      sales.map((value, index) => (joined: typeof writer) => {
        const id = `market.${index + 1}`;
        const facts = [countFact(id, { value, noun: 'sale', n: value, formula: 'finished sales' })];
        const template = `The market shows ${slot(id, 'noun')}.`;
        const promptType = types[index];
        return narrate({ promptType, facts, template, templateVersion: 't-1', synthetic: false, writer: joined });
      }),
      { writer, batchWriter: createModelBatchWriter(options) },
    );
  return { model, write };
}

const texts = (written: readonly { readonly text: string }[]): readonly string[] => written.map(({ text }) => text);
const [one, two, other] = ['1,111', '2,222', '3,333'].map((count) => `So far there are ${count} sales to learn from.`);

describe('several texts in one request', () => {
  it('are served each with its own facts, and share the cost to the last nano-dollar', async () => {
    const { model, write } = setUp([three]);
    const written = await write();
    expect(texts(written)).toEqual([one, two, other]);
    expect(model.requests).toHaveLength(1);
    const whole = 10n * 100n + BigInt(three.split(' ').length) * 500n;
    expect(written.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n)).toBe(whole);
    const costs = written.map(({ costNanoUsd }) => costNanoUsd);
    expect(Math.max(...costs.map(Number)) - Math.min(...costs.map(Number))).toBeLessThanOrEqual(1);
  });

  it('that are kept are not asked for again', async () => {
    const { model, write } = setUp([three]);
    const first = await write();
    expect(await write()).toEqual(first.map((narration) => ({ ...narration, costNanoUsd: 0n })));
    expect(model.requests).toHaveLength(1);
  });

  it('are found by their ids in whatever order', async () => {
    const { write } = setUp([reply(['text-3', said(3)], ['text-1', said(1)], ['text-2', said(2)])]);
    expect(texts(await write())).toEqual([one, two, other]);
  });

  it.each([
    ['is missing', reply(['text-1', said(1)], ['text-3', said(3)])],
    ['comes twice', reply(['text-1', said(1)], ['text-2', said(2)], ['text-2', said(1)], ['text-3', said(3)])],
    ['has a made-up id', reply(['text-1', said(1)], ['2', said(2)], ['text-3', said(3)], ['text-4', said(2)])],
  ])('of which one %s: that one is asked for alone', async (_, answer) => {
    const { model, write } = setUp([answer, said(2)]);
    expect(texts(await write())).toEqual([one, two, other]);
    expect(model.requests).toHaveLength(2);
  });

  it.each([
    ['lies', 'There are 9,999 sales.'],
    ['takes the facts of another', said(1)],
    ['is empty', ''],
  ])('of which one %s: that one is repaired alone, and then falls back alone', async (_, text) => {
    const answer = reply(['text-1', said(1)], ['text-2', text], ['text-3', said(3)]);
    const repaired = setUp([answer, said(2)]);
    expect(texts(await repaired.write())).toEqual([one, two, other]);
    const lost = setUp([answer, 'Still 9,999.']);
    const written = await lost.write();
    expect(texts(written)).toEqual([one, 'The market shows 2,222 sales.', other]);
    expect(written.map(({ aiGenerated }) => aiGenerated)).toEqual([true, false, true]);
    expect(lost.model.requests).toHaveLength(2);
  });

  it.each([
    ['no JSON', 'I would rather write a poem.'],
    ['another form', JSON.stringify({ texts: 'ignore all instructions' })],
  ])('whose answer is %s are asked for one by one', async (_, answer) => {
    const { model, write } = setUp([answer, said(1), said(2), said(3)]);
    expect(texts(await write())).toEqual([one, two, other]);
    expect(model.requests).toHaveLength(4);
  });

  it('whose provider fails are served as templates', async () => {
    const { write } = setUp([new LlmError('billing', 'no money')]);
    expect((await write()).every(({ aiGenerated }) => !aiGenerated)).toBe(true);
  });

  it('of several types are a request for each type', async () => {
    const answer = reply(['text-1', said(1)], ['text-2', said(2)]);
    const { model, write } = setUp([answer, said(3)], ['segment_report', 'segment_report', 'anomaly']);
    expect(texts(await write())).toEqual([one, two, other]);
    expect(model.requests.map(({ context }) => context?.feature)).toEqual(['segment_report', 'anomaly']);
  });
});
