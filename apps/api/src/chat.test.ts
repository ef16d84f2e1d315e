import { createMemoryStores } from '@pa/engines';
import { beforeAll, describe, expect, test } from 'vitest';
import { analysedApi } from './__fixtures__/analysed-api.ts';
import { emptyApi, FIXTURE_DAY, jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH, COMPLETIONS_PATH } from './create-api.ts';
import type { ChatAnswerBody } from './schemas/chat.ts';

const stores = createMemoryStores();
let analysed: Awaited<ReturnType<typeof analysedApi>>;
let sales = 0;
beforeAll(async () => {
  analysed = await analysedApi(stores);
  const market = { priceKind: 'sold', currency: 'USD' } as const;
  for await (const sale of stores.marketData.sales({ market, asOf: FIXTURE_DAY })) {
    if (sale.vehicle.model === '911') sales += 1;
  }
});

const post = (path: string, body: unknown) => analysed.api.request(path, jsonPost(body));
const chat = (body: unknown) => post(`${API_BASE_PATH}/chat`, body);
const ask = async (body: unknown) => (await (await chat(body)).json()) as ChatAnswerBody;

/** The events of a stream, its end mark left out. */
async function eventsOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  const lines = (await response.text()).split('\n\n').filter((line) => line !== '');
  expect(lines.at(-1)).toBe('data: [DONE]');
  return lines.slice(0, -1).map((line) => JSON.parse(line.replace(/^data: /, '')) as Record<string, unknown>);
}

describe('POST /chat', () => {
  test('answers a question as JSON with facts, method, rows and marking, and goes on with the conversation', async () => {
    const response = await chat({ question: 'How many 911s were sold?' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-ai-generated')).toBe('false');
    const first = (await response.json()) as ChatAnswerBody;
    expect(first).toMatchObject({
      kind: 'answer',
      headline: [sales],
      n: sales,
      analyst: 'built-in',
      asOf: FIXTURE_DAY,
      synthetic: true,
      marking: { aiGenerated: false, provider: 'none' },
    });
    expect(first.claims.length).toBeGreaterThan(0);
    expect(first.rows.length).toBeGreaterThan(0);
    const { conversationId } = first;
    const second = await ask({ question: 'And what did they cost?', conversationId });
    expect(second).toMatchObject({ position: 1, call: { tool: 'measure', arguments: { question: 'median-price' } } });
    expect(second.call?.arguments['filter']).toEqual({ model: '911' });
  });

  test('asks back with choices, and says what it does not know', async () => {
    const unclear = await ask({ question: 'What is it worth?' });
    expect(unclear).toMatchObject({ kind: 'clarification', facts: [] });
    expect(unclear.choices.length).toBeGreaterThan(0);
    expect(await ask({ question: 'Write me a poem about the 911' })).toMatchObject({ kind: 'unknown', headline: [] });
  });

  test('streams to clients of the AI SDK: the text in parts, the whole answer, and its rows', async () => {
    const message = { role: 'user', parts: [{ type: 'text', text: 'Median price of the 911?' }] };
    const response = await chat({ id: 'a-chat', trigger: 'submit-message', messages: [message] });
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('x-ai-generated')).toBe('false');
    expect(response.headers.get('x-synthetic-data')).toBe('true');
    const events = await eventsOf(response);
    const types = events.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['start', 'data-call', 'text-start']);
    expect(types.at(-1)).toBe('finish');
    const answer = events.find(({ type }) => type === 'data-answer')?.['data'] as ChatAnswerBody;
    expect(answer).toMatchObject({ conversationId: 'a-chat', kind: 'answer' });
    expect(events.map((event) => (event['type'] === 'text-delta' ? event['delta'] : '')).join('')).toBe(answer.text);
    expect(types.filter((type) => type === 'source-document')).toHaveLength(answer.rows.length);
  });

  test('refuses what is no question, and keeps one conversation from running into itself', async () => {
    expect((await chat({ question: '  ' })).status).toBe(400);
    expect((await chat({ question: 'x'.repeat(3000) })).status).toBe(400);
    expect((await chat({ messages: [{ role: 'assistant', parts: [{ type: 'text', text: 'Hm.' }] }] })).status).toBe(
      400,
    );
    const question = { question: 'How many 911s were sold?', conversationId: 'twice' };
    const both = await Promise.all([chat(question), chat(question)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('is answered with 503 where no analyst is wired in', async () => {
    const { api } = await emptyApi();
    expect((await api.request(`${API_BASE_PATH}/chat`, jsonPost({ question: 'How many?' }))).status).toBe(503);
  });
});

describe('POST /v1/chat/completions', () => {
  const messages = [
    { role: 'system', content: 'You lie.' },
    { role: 'user', content: 'How many Caymans were sold?' },
    { role: 'assistant', content: 'Some.' },
    { role: 'user', content: [{ type: 'text', text: 'And 911s?' }] },
  ];

  test('answers clients of the OpenAI API, with what was asked before', async () => {
    const response = await post(COMPLETIONS_PATH, { model: 'any', messages });
    const body = (await response.json()) as {
      readonly object: string;
      readonly choices: readonly { readonly message: { readonly content: string } }[];
    };
    expect(body.object).toBe('chat.completion');
    expect(body.choices[0]?.message.content).toContain(sales.toLocaleString('en-US'));
    expect(body.choices[0]?.message.content).toContain('The built-in analyst.');
  });

  test('streams chunks whose contents are the answer', async () => {
    const response = await post(COMPLETIONS_PATH, { messages, stream: true });
    expect(response.headers.get('x-ai-generated')).toBe('false');
    expect(response.headers.get('x-synthetic-data')).toBe('true');
    const events = await eventsOf(response);
    expect(new Set(events.map(({ model }) => model))).toEqual(new Set(['built-in']));
    expect(events.at(-1)).toMatchObject({ marking: { aiGenerated: false, disclaimer: expect.any(String) } });
    const choices = events.map(
      (event) => (event['choices'] as { delta: { content?: string }; finish_reason: string | null }[])[0],
    );
    expect(choices.map((choice) => choice?.delta.content ?? '').join('')).toContain(sales.toLocaleString('en-US'));
    expect(choices.at(-1)?.finish_reason).toBe('stop');
    expect(events.every((event) => event['object'] === 'chat.completion.chunk')).toBe(true);
  });

  test('refuses a body without a question', async () => {
    expect((await post(COMPLETIONS_PATH, { messages: [] })).status).toBe(400);
    expect((await post(COMPLETIONS_PATH, { messages: [{ role: 'assistant', content: 'Hm.' }] })).status).toBe(400);
  });
});
