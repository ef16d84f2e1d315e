import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { anthropicModel } from '../anthropic/anthropic-model.ts';
import { countInputTokens as countAnthropicTokens } from '../anthropic/count-input-tokens.ts';
import type { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel } from '../language-model.ts';
import { countInputTokens } from '../openai/count-input-tokens.ts';
import { openAIChatModel } from '../openai/openai-chat-model.ts';
import { openAIModel } from '../openai/openai-model.ts';
import { withTimeout } from '../wrappers/with-timeout.ts';
import { type FaultKind, faultReply } from './loopback/fault-reply.ts';
import { vendorReply } from './loopback/vendor-reply.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { startLoopbackServer } from './loopback-server.ts';

const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }] };
const text = 'Preise für den 911 🚗 hielten sich.';
const answer = {
  text,
  toolCalls: [{ name: 'look_up', argumentsJson: '{"model":"911"}' }],
  inputTokens: 120,
  cacheReadTokens: 100,
  outputTokens: 12,
};
const client = (baseURL: string) => ({ apiKey: 'test', baseURL, maxRetries: 0, logLevel: 'off' as const });
const wires: Readonly<Record<string, (url: string) => LanguageModel>> = {
  'OpenAI Responses': (url) => openAIModel(new OpenAI(client(`${url}/v1`)), { modelId: 'asked' }),
  'OpenAI Chat Completions': (url) => openAIChatModel(new OpenAI(client(`${url}/v1`)), { modelId: 'asked' }),
  'Anthropic Messages': (url) => anthropicModel(new Anthropic(client(url)), { modelId: 'asked' }),
};

async function read(model: LanguageModel): Promise<{ said: string; result?: GenerateResult; error?: LlmError }> {
  let said = '';
  try {
    for await (const event of model.stream(request)) {
      if (event.type === 'text-delta') said += event.text;
      if (event.type === 'finish') return { said, result: event.result };
    }
    return { said };
  } catch (error) {
    return { said, error: error as LlmError };
  }
}

describe.each(Object.entries(wires))('the loopback server speaks %s', (_name, open) => {
  const whole = {
    text,
    finishReason: 'tool-calls',
    toolCalls: [{ toolName: 'look_up', argumentsJson: '{"model":"911"}' }],
    usage: { input: { uncached: 20, cacheRead: 100 }, output: { text: 12 }, total: 132 },
    servedModel: 'asked',
  };

  it('whole and as a stream, with tool calls and usage', async () => {
    await using server = await startLoopbackServer((asked) => vendorReply(asked, answer));
    const model = open(server.url);
    expect(await model.generate(request)).toMatchObject(whole);
    expect(await read(model)).toMatchObject({ said: text, result: whole });
  });

  it('drips byte by byte, so that characters are split', async () => {
    await using server = await startLoopbackServer((asked) => ({
      ...vendorReply(asked, { text, outputTokens: 12 }),
      pieceBytes: 97,
    }));
    expect(await read(open(server.url))).toMatchObject({ said: text, result: { text } });
  });

  const early: Readonly<Partial<Record<FaultKind, string>>> = {
    'rate-limited': 'quota',
    'spend-limit': 'billing',
    'server-error': 'overload',
    overloaded: 'overload',
    silence: 'timeout',
    'malformed-body': 'network',
    'in-band-error': 'overload',
    'early-cut': 'network',
  };
  it.each(Object.entries(early))('fails with %s before any content: %s', async (kind, code) => {
    await using server = await startLoopbackServer((asked) =>
      faultReply(kind as FaultKind, asked, { answer, retryAfterSeconds: 7 }),
    );
    const model = withTimeout({ totalMs: 500, firstContentMs: 500 })(open(server.url));
    const error = (await model.generate(request).catch((thrown: unknown) => thrown)) as LlmError;
    expect(error.code).toBe(code);
    expect(error.retryAfterMs).toBe(kind === 'rate-limited' ? 7000 : undefined);
    expect(await read(model)).toMatchObject({ said: '', error: { code } });
  });

  it.each([
    ['late-cut', 'network'],
    ['late-error', 'overload'],
    ['late-silence', 'timeout'],
    ['malformed-event', 'network'],
  ] as const)('fails with %s after the first content: %s', async (kind, code) => {
    await using server = await startLoopbackServer((asked) => faultReply(kind, asked, { answer }));
    const model = withTimeout({ betweenContentsMs: 300 })(open(server.url));
    expect(await read(model)).toMatchObject({ said: 'Preise ', error: { code } });
  });
});

describe('the loopback server', () => {
  it('counts tokens as both vendors do', async () => {
    await using server = await startLoopbackServer((asked) => vendorReply(asked, answer));
    const options = { modelId: 'asked', request };
    expect(await countInputTokens(new OpenAI(client(`${server.url}/v1`)), options)).toBeGreaterThan(10);
    expect(await countAnthropicTokens(new Anthropic(client(server.url)), options)).toBeGreaterThan(10);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v1/responses/input_tokens',
      '/v1/messages/count_tokens',
    ]);
  });

  it('runs in a process of its own, and a header asks it for a fault', async () => {
    await using server = await startLoopbackProcess({ answer: { text } });
    const open = (defaultHeaders: Record<string, string>) =>
      openAIModel(new OpenAI({ ...client(`${server.url}/v1`), defaultHeaders }), { modelId: 'asked' });
    expect((await open({}).generate(request)).text).toBe(text);
    await expect(open({ 'x-loopback-fault': 'overloaded' }).generate(request)).rejects.toMatchObject({
      code: 'overload',
      status: 529,
    });
  });
});
