import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterAll, describe, expect, it } from 'vitest';
import { anthropicModel } from './anthropic/anthropic-model.ts';
import { describeLanguageModel } from './contract-suites/describe-language-model.ts';
import type { GenerateRequest, LanguageModel } from './language-model.ts';
import { openAIChatModel } from './openai/openai-chat-model.ts';
import { openAIModel } from './openai/openai-model.ts';
import { type LoopbackReply, type LoopbackServer, startLoopbackServer } from './testing/loopback-server.ts';

const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }] };
const text = 'Prices held.';
const servers: LoopbackServer[] = [];
afterAll(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
});

async function serve(...replies: [LoopbackReply, ...LoopbackReply[]]): Promise<LoopbackServer> {
  const server = await startLoopbackServer(replies);
  servers.push(server);
  return server;
}

const vendors: Readonly<Record<string, (url: string) => LanguageModel>> = {
  openai: (url) =>
    openAIModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), { modelId: 'gpt-6-luna' }),
  'openai-chat': (url) =>
    openAIChatModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), { modelId: 'local' }),
  anthropic: (url) =>
    anthropicModel(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' }),
};

const openAIResponse = {
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  model: 'gpt-6-luna-2026-09-22',
  output: [
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text, annotations: [] }],
    },
  ],
  usage: {
    input_tokens: 1000,
    input_tokens_details: { cached_tokens: 600, cache_write_tokens: 100 },
    output_tokens: 50,
    output_tokens_details: { reasoning_tokens: 20 },
    total_tokens: 1050,
  },
};
const anthropicMessage = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-5-5',
  content: [{ type: 'text', text }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: {
    input_tokens: 300,
    cache_creation_input_tokens: 100,
    cache_read_input_tokens: 600,
    cache_creation: { ephemeral_5m_input_tokens: 40, ephemeral_1h_input_tokens: 60 },
    output_tokens: 50,
    service_tier: 'standard',
  },
};
const chatCompletion = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'local',
  choices: [{ index: 0, message: { role: 'assistant', content: text, refusal: null }, finish_reason: 'stop' }],
  usage: {
    prompt_tokens: 1000,
    prompt_tokens_details: { cached_tokens: 600, cache_write_tokens: 100 },
    completion_tokens: 50,
    completion_tokens_details: { reasoning_tokens: 20 },
    total_tokens: 1050,
  },
};
const chatChunk = (delta: object, finish_reason: string | null = null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  model: 'local',
  choices: [{ index: 0, delta, finish_reason }],
});
const whole: Readonly<Record<string, LoopbackReply>> = {
  openai: { kind: 'json', body: openAIResponse },
  'openai-chat': { kind: 'json', body: chatCompletion },
  anthropic: { kind: 'json', body: anthropicMessage },
};
const streams: Readonly<Record<string, readonly unknown[]>> = {
  openai: [
    {
      type: 'response.output_text.delta',
      delta: 'Prices ',
      item_id: 'msg_1',
      output_index: 0,
      content_index: 0,
      sequence_number: 1,
    },
    {
      type: 'response.output_text.delta',
      delta: 'held.',
      item_id: 'msg_1',
      output_index: 0,
      content_index: 0,
      sequence_number: 2,
    },
    { type: 'response.completed', response: openAIResponse, sequence_number: 3 },
  ],
  'openai-chat': [
    chatChunk({ role: 'assistant', content: '' }),
    chatChunk({ content: 'Prices ' }),
    chatChunk({ content: 'held.' }),
    chatChunk({}, 'stop'),
    { ...chatChunk({}), choices: [], usage: chatCompletion.usage },
  ],
  anthropic: [
    {
      type: 'message_start',
      message: {
        ...anthropicMessage,
        content: [],
        stop_reason: null,
        usage: { ...anthropicMessage.usage, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Prices ' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'held.' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 50 } },
    { type: 'message_stop' },
  ],
};

/** Streams where the request asks for a stream. */
function vendorModel(vendor: string, failing: boolean): Promise<LanguageModel> {
  const refused: LoopbackReply = {
    kind: 'json',
    status: 400,
    body: { type: 'error', error: { type: 'invalid_request_error', message: 'bad' } },
  };
  return serve(failing ? refused : (whole[vendor] as LoopbackReply)).then(async (server) => {
    const streaming = failing ? server : await serve({ kind: 'events', events: streams[vendor] as unknown[] });
    const create = vendors[vendor] as (url: string) => LanguageModel;
    const [model, streamModel] = [create(server.url), create(streaming.url)];
    return { ...model, stream: (asked) => streamModel.stream(asked) };
  });
}

for (const vendor of Object.keys(vendors)) {
  describeLanguageModel({
    name: vendor,
    text,
    createModel: () => vendorModel(vendor, false),
    createFailingModel: () => vendorModel(vendor, true),
  });
}

describe.each(Object.keys(vendors))('%s', (vendor) => {
  const create = vendors[vendor] as (url: string) => LanguageModel;
  const codeOf = async (reply: LoopbackReply) => {
    const model = create((await serve(reply)).url);
    return model.generate(request).then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
  };

  it.each<[number, object, string]>([
    [401, { type: 'authentication_error', message: 'no' }, 'auth'],
    [404, { type: 'not_found_error', message: 'no such model' }, 'not-found'],
    [413, { type: 'request_too_large', message: 'large' }, 'context-length'],
    [429, { type: 'rate_limit_error', message: 'slow down' }, 'quota'],
    [
      429,
      { type: 'insufficient_quota', message: 'You exceeded your current quota, see your billing details.' },
      'billing',
    ],
    [500, { type: 'api_error', message: 'oops' }, 'overload'],
    [529, { type: 'overloaded_error', message: 'busy' }, 'overload'],
    [400, { type: 'invalid_request_error', message: 'prompt is too long: 300000 tokens' }, 'context-length'],
    [400, { type: 'invalid_request_error', message: "Unsupported parameter: 'temperature'" }, 'invalid-request'],
  ])('answers status %i %o as %s', async (status, error, code) => {
    expect(await codeOf({ kind: 'json', status, body: { type: 'error', error } })).toBe(code);
  });

  it('tells a broken connection and a body that is no JSON', async () => {
    expect(await codeOf({ kind: 'hang-up' })).toBe('network');
    expect(await codeOf({ kind: 'raw', body: '{"id": ' })).toBe('network');
  });

  it.each<[object, string]>([
    [{ type: 'overloaded_error', message: 'busy' }, 'overload'],
    [{ type: 'rate_limit_error', message: 'slow down' }, 'quota'],
    [
      { type: 'rate_limit_error', message: 'spent', details: { error_code: 'enforced_spend_limit_reached' } },
      'billing',
    ],
    [{ type: 'insufficient_quota', code: 'insufficient_quota', message: 'pay' }, 'billing'],
    [{ type: 'invalid_request_error', message: 'prompt is too long: 300000 tokens' }, 'context-length'],
    [{ type: 'server_error', message: 'oops' }, 'overload'],
  ])('tells an error inside a stream by its type: %o', async (error, code) => {
    const head = (streams[vendor] as unknown[]).slice(0, 1);
    const model = create((await serve({ kind: 'events', events: [...head, { type: 'error', error }] })).url);
    const reading = (async () => {
      for await (const event of model.stream(request)) void event;
    })();
    await expect(reading).rejects.toMatchObject({ code });
  });

  it('does not take the advice to add a payment method for a spend limit', async () => {
    const message = 'Rate limit reached. You can increase it by adding a payment method at /account/billing.';
    const body = { error: { type: 'tokens', code: 'rate_limit_exceeded', message } };
    expect(await codeOf({ kind: 'json', status: 429, body })).toBe('quota');
  });

  it('honours how long the provider asks to wait', async () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'wait' } };
    const waits: readonly [Readonly<Record<string, string>>, number | undefined][] = [
      [{ 'retry-after': '7' }, 7000],
      [{ 'retry-after': '7', 'retry-after-ms': '250' }, 250],
      [{ 'retry-after': 'Mon, 23 Nov 2026 12:00:09 GMT', date: 'Mon, 23 Nov 2026 12:00:00 GMT' }, 9000],
      [{}, undefined],
    ];
    for (const [headers, retryAfterMs] of waits) {
      const model = create((await serve({ kind: 'json', status: 429, headers, body })).url);
      await expect(model.generate(request)).rejects.toMatchObject({ code: 'quota', retryAfterMs });
    }
  });

  it('counts each token once', async () => {
    const { usage } = await create((await serve(whole[vendor] as LoopbackReply)).url).generate(request);
    expect(usage.total).toBe(1050);
    expect(usage.input).toMatchObject({ uncached: 300, cacheRead: 600 });
  });

  it('ends a stream that is cut with what was said', async () => {
    const events = streams[vendor] as unknown[];
    const model = create((await serve({ kind: 'events', events, cutAfter: events.length - 2 })).url);
    let said = '';
    const reading = (async () => {
      for await (const event of model.stream(request)) if (event.type === 'text-delta') said += event.text;
    })();
    await expect(reading).rejects.toMatchObject({ name: 'LlmError' });
    expect(text.startsWith(said)).toBe(true);
  });
});

it('refuses clients that retry by themselves', () => {
  expect(() => openAIModel(new OpenAI({ apiKey: 'test' }), { modelId: 'm' })).toThrow('maxRetries: 0');
  expect(() => anthropicModel(new Anthropic({ apiKey: 'test' }), { modelId: 'm' })).toThrow('maxRetries: 0');
});

it('drops the temperature for the Messages API and says so', async () => {
  const server = await serve(whole['anthropic'] as LoopbackReply);
  const result = await (vendors['anthropic'] as (url: string) => LanguageModel)(server.url).generate({
    ...request,
    temperature: 0.2,
  });
  expect(result.warnings).toMatchObject([{ code: 'dropped-parameter', parameter: 'temperature' }]);
  expect(server.requests[0]?.body).not.toHaveProperty('temperature');
});
