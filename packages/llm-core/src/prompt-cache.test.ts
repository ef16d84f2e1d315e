import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { anthropicModel } from './anthropic/anthropic-model.ts';
import { countInputTokens as countAtAnthropic } from './anthropic/count-input-tokens.ts';
import type { CapabilityRow } from './capabilities/capabilities.ts';
import type { GenerateRequest, GenerateResult, Message } from './language-model.ts';
import { countInputTokens as countAtOpenAI } from './openai/count-input-tokens.ts';
import { openAIModel } from './openai/openai-model.ts';
import { startLoopbackServer } from './testing/loopback-server.ts';
import { vendorReply } from './testing/loopback/vendor-reply.ts';

const user = (text: string): Message => ({ role: 'user', content: [{ type: 'text', text }] });
const said: Message = { role: 'assistant', content: [{ type: 'text', text: 'Ask.' }] };
const tools = ['price', 'trend'].map((name) => ({
  name,
  description: `The ${name}.`,
  inputSchema: { type: 'object' },
}));
const system = 'You write about cars.';
const asked: GenerateRequest = { messages: [user('A long list of sales.'), said, user('How are prices?')] };

interface Sent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly result: GenerateResult;
}

async function sent(
  vendor: 'openai' | 'anthropic',
  request: GenerateRequest,
  options: { readonly modelId?: string; readonly capabilities?: readonly CapabilityRow[] } = {},
): Promise<Sent> {
  await using server = await startLoopbackServer((received) => vendorReply(received, { text: 'Prices held.' }));
  const model =
    vendor === 'openai'
      ? openAIModel(new OpenAI({ apiKey: 'test', baseURL: `${server.url}/v1`, maxRetries: 0 }), {
          modelId: 'gpt-6-luna',
          ...options,
        })
      : anthropicModel(new Anthropic({ apiKey: 'test', baseURL: server.url, maxRetries: 0 }), {
          modelId: 'claude-haiku-5-5',
          ...options,
        });
  const result = await model.generate(request);
  return { body: server.requests[0]?.body as Sent['body'], result };
}

/** The places of a body that carry a mark, such as `messages.0.content.1`. */
function marksOf(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'cache_control' || name === 'prompt_cache_breakpoint'
      ? [`${path.join('.')} ${JSON.stringify(inner)}`]
      : marksOf(inner, [...path, name]),
  );
}

const short = '{"type":"ephemeral","ttl":"5m"}';

describe('prompt caching at Anthropic', () => {
  it('marks nothing that nobody asked for', async () => {
    expect(marksOf((await sent('anthropic', { ...asked, system, tools })).body)).toEqual([]);
  });

  it.each<[string, GenerateRequest, readonly string[]]>([
    ['the system prompt, which covers the tools', { ...asked, system, tools, promptCache: {} }, [`system.0 ${short}`]],
    ['the last tool where there is no system prompt', { ...asked, tools, promptCache: {} }, [`tools.1 ${short}`]],
    [
      'the last stable message as well',
      { ...asked, system, promptCache: { stableMessages: 2, lifetime: 'long' } },
      ['messages.1.content.0 {"type":"ephemeral","ttl":"1h"}', 'system.0 {"type":"ephemeral","ttl":"1h"}'],
    ],
    ['the last message at most', { ...asked, promptCache: { stableMessages: 9 } }, [`messages.2.content.0 ${short}`]],
  ])('marks %s', async (_what, request, marks) => {
    expect(marksOf((await sent('anthropic', request)).body).sort()).toEqual(marks);
  });

  it('keeps the prefix byte for byte the same when the question changes', async () => {
    const request = { ...asked, system, tools, promptCache: { stableMessages: 2 } };
    const other = { ...request, messages: [...asked.messages.slice(0, 2), user('And of the 968?')] };
    const prefix = ({ body }: Sent) =>
      JSON.stringify([body['tools'], body['system'], (body['messages'] as unknown[]).slice(0, 2)]);
    expect(prefix(await sent('anthropic', other))).toBe(prefix(await sent('anthropic', request)));
  });

  it('does not ask for a prefix that is too short to be kept, and says so', async () => {
    const modelId = 'claude-haiku-4-5';
    const { body, result } = await sent('anthropic', { ...asked, system, promptCache: {} }, { modelId });
    expect(marksOf(body)).toEqual([]);
    expect(result.warnings).toMatchObject([{ code: 'dropped-parameter', parameter: 'promptCache' }]);
    const long = await sent('anthropic', { ...asked, system: system.repeat(1000), promptCache: {} }, { modelId });
    expect(marksOf(long.body)).toEqual([`system.0 ${short}`]);
    expect(long.result.warnings).toEqual([]);
  });
});

describe('prompt caching at OpenAI', () => {
  it('sends key, lifetime and the end of the stable messages', async () => {
    const promptCache = { key: 'sales', lifetime: 'long', stableMessages: 1 } as const;
    const { body } = await sent('openai', { ...asked, system, promptCache });
    expect(body).toMatchObject({
      prompt_cache_key: 'sales',
      prompt_cache_options: { ttl: '12h' },
      instructions: system,
    });
    expect(marksOf(body)).toEqual(['input.0.content.0 {"mode":"explicit"}']);
    const plain = (await sent('openai', { ...asked, system })).body;
    expect(plain).not.toHaveProperty('prompt_cache_key');
    expect(plain).not.toHaveProperty('prompt_cache_options');
    expect(marksOf(plain)).toEqual([]);
  });
});

describe('countInputTokens', () => {
  const request: GenerateRequest = {
    ...asked,
    system,
    tools,
    toolChoice: { toolName: 'price' },
    temperature: 0.2,
    output: { name: 'answer', schema: { type: 'object', properties: {}, required: [], additionalProperties: false } },
  };

  it('asks each vendor for the count of what it would be sent', async () => {
    await using server = await startLoopbackServer((received) => vendorReply(received, {}));
    const openAI = new OpenAI({ apiKey: 'test', baseURL: `${server.url}/v1`, maxRetries: 0 });
    const anthropic = new Anthropic({ apiKey: 'test', baseURL: server.url, maxRetries: 0 });
    const counts = [
      await countAtOpenAI(openAI, { modelId: 'gpt-6-luna', request }),
      await countAtAnthropic(anthropic, { modelId: 'claude-opus-5-5', request }),
    ];
    expect(counts.every((count) => count > 0)).toBe(true);
    const [atOpenAI, atAnthropic] = server.requests;
    expect(atOpenAI?.path).toBe('/v1/responses/input_tokens');
    expect(atOpenAI?.body).toMatchObject({
      model: 'gpt-6-luna',
      instructions: system,
      text: { format: { name: 'answer' } },
    });
    expect(atAnthropic?.path).toBe('/v1/messages/count_tokens');
    // It cannot be made to call a tool: a count that asks for that would be refused.
    expect(atAnthropic?.body).toMatchObject({
      model: 'claude-opus-5-5',
      system,
      tools: [{ name: 'price' }],
      tool_choice: { type: 'auto' },
      output_config: { format: { type: 'json_schema' } },
    });
    for (const { body } of server.requests) {
      expect(body).not.toHaveProperty('temperature');
      expect(body).not.toHaveProperty('max_tokens');
    }
  });

  it('fails as a call does', async () => {
    const error = { type: 'rate_limit_error', message: 'slow down' };
    await using server = await startLoopbackServer([{ kind: 'json', status: 429, body: { type: 'error', error } }]);
    const openAI = new OpenAI({ apiKey: 'test', baseURL: `${server.url}/v1`, maxRetries: 0 });
    const anthropic = new Anthropic({ apiKey: 'test', baseURL: server.url, maxRetries: 0 });
    await expect(countAtOpenAI(openAI, { modelId: 'm', request })).rejects.toMatchObject({ code: 'quota' });
    await expect(countAtAnthropic(anthropic, { modelId: 'm', request })).rejects.toMatchObject({ code: 'quota' });
  });
});
