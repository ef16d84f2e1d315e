import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../market/memory/create-memory-stores.ts';
import { generateMarket } from '../../synthetic-market/generate-market.ts';
import { runDaily } from '../run-daily.ts';
import { MarketAnalyst, type MarketAnalystDependencies } from './market-analyst.ts';
import { BUILT_IN, type Interpretation, type QuestionInterpreter } from './question-interpreter.ts';
import { measureTool } from './tools/measure-tool.ts';

const now = () => Date.parse('2026-06-30T12:00:00Z');
const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: '2026-06-30', months: 14, salesPerMonth: 40 });
const count: Interpretation = { kind: 'call', tool: 'measure', arguments: { question: 'count', filter: {} } };

function always(interpretation: Interpretation, by = BUILT_IN): QuestionInterpreter {
  return { interpret: async () => ({ ...interpretation, by }) };
}

const paid = { provider: 'openai', requestedModel: 'a', servedModel: 'b', costNanoUsd: 60_000_000n };
const question = { owner: 'ada', conversationId: 'one', question: 'How many?', asOf: '2026-06-30' };

let stores: ReturnType<typeof createMemoryStores>;
beforeEach(() => {
  stores = createMemoryStores();
});

async function analyst(options: Partial<MarketAnalystDependencies> = {}): Promise<MarketAnalyst> {
  await stores.listings.upsert(listings);
  await runDaily({ stores, now }, { asOf: '2026-06-30' });
  return new MarketAnalyst({ stores, now, tools: [measureTool], builtIn: always(count), ...options });
}

describe('MarketAnalyst', () => {
  it('answers in events whose parts are the text, and keeps the turn under its owner', async () => {
    const front = await analyst();
    const events = [];
    for await (const event of front.ask(question)) events.push(event);
    expect(events.map(({ type }) => type).filter((type) => type !== 'text')).toEqual([
      'started',
      'tool',
      'marked',
      'done',
    ]);
    expect(events[2]).toEqual({ type: 'marked', aiGenerated: false, synthetic: true, servedModel: 'built-in' });
    const last = events.at(-1);
    if (last?.type !== 'done') throw new TypeError('no answer');
    const { answer } = last;
    const sales = listings.filter(({ status }) => status === 'sold').length;
    expect(answer).toMatchObject({ kind: 'answer', headline: [sales], n: sales, analyst: 'built-in', synthetic: true });
    expect(events.flatMap((event) => (event.type === 'text' ? [event.delta] : [])).join('')).toBe(answer.text);
    expect(answer.text).toContain(sales.toLocaleString('en-US'));
    expect(await stores.conversations.turns({ owner: 'ada', id: 'one' })).toMatchObject([{ answer: answer.text }]);
    expect(await stores.conversations.turns({ owner: 'bob', id: 'one' })).toEqual([]);
  });

  it('takes the rules where the model fails, invents a tool, or has spent the money of the conversation', async () => {
    const failing = { interpret: async () => Promise.reject(new TypeError('no answer')) };
    const inventing = always({ kind: 'call', tool: 'run_sql', arguments: {} }, paid);
    const misusing = always({ kind: 'call', tool: 'measure', arguments: { question: 'count', sql: '1' } }, paid);
    for (const [index, model] of [failing, inventing, misusing].entries()) {
      const front = await analyst({ model });
      const answer = await front.answer({
        ...question,
        conversationId: `bad ${index}`,
      });
      expect(answer).toMatchObject({ kind: 'answer', analyst: 'built-in' });
    }
    const front = await analyst({ model: always(count, paid) });
    const answers = [];
    for (let turn = 0; turn < 3; turn++) answers.push(await front.answer(question));
    expect(answers.map(({ analyst: who, costNanoUsd }) => [who, costNanoUsd])).toEqual([
      ['model', 60_000_000n],
      ['model', 60_000_000n],
      ['built-in', 0n],
    ]);
  });

  it('asks back, says what it does not know, and what it cannot say yet', async () => {
    const asking = await analyst({ builtIn: always({ kind: 'clarify', question: 'Which car?', choices: ['A 911'] }) });
    expect(await asking.answer(question)).toMatchObject({ kind: 'clarification', choices: ['A 911'], facts: [] });
    const lost = await analyst({ builtIn: always({ kind: 'unknown', reason: 'I know cars only.' }) });
    expect(await lost.answer(question)).toMatchObject({ kind: 'unknown', text: 'I know cars only.', headline: [] });
    stores = createMemoryStores();
    const empty = new MarketAnalyst({ stores, now, tools: [measureTool], builtIn: always(count) });
    expect(await empty.answer(question)).toMatchObject({ kind: 'not-enough-data', facts: [] });
  });

  it('refuses an empty and an endless question, and of two at once one', async () => {
    const front = await analyst();
    await expect(front.answer({ ...question, question: ' \u200b ' })).rejects.toThrow(/empty/);
    await expect(front.answer({ ...question, question: 'x'.repeat(2_001) })).rejects.toThrow(/shorten/);
    const both = await Promise.allSettled([front.answer(question), front.answer(question)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stores.conversations.turns({ owner: 'ada', id: 'one' })).toHaveLength(1);
  });
});
