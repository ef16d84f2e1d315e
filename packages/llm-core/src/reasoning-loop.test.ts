import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anthropicModel } from './anthropic/anthropic-model.ts';
import { generateText } from './generate/generate-text.ts';
import { streamText } from './generate/stream-text.ts';
import { defineTool } from './generate/tool.ts';
import type { LanguageModel, Message, ReasoningPart } from './language-model.ts';
import { openAIChatModel } from './openai/openai-chat-model.ts';
import { openAIModel } from './openai/openai-model.ts';
import { withRedaction } from './redaction/with-redaction.ts';
import { vendorReply } from './testing/loopback/vendor-reply.ts';
import { type LoopbackReply, type LoopbackServer, startLoopbackServer } from './testing/loopback-server.ts';

const thinking = { type: 'thinking', thinking: 'The miles decide.', signature: 'c2lnbmVkLWFzLWl0LWlz' };
const hidden = { type: 'redacted_thinking', data: 'ZW5jcnlwdGVk' };
const toolUse = (id: string) => ({ type: 'tool_use', id, name: 'miles', input: { id } });
const anthropicUsage = { input_tokens: 3, output_tokens: 5 };
const message = (content: readonly object[], stop_reason: string) => ({
  id: 'message-1',
  type: 'message',
  role: 'assistant',
  model: 'claude-opus-5-5',
  content,
  stop_reason,
  stop_sequence: null,
  usage: anthropicUsage,
});
const thought = message(
  [thinking, hidden, toolUse('a'), { ...thinking, thinking: 'And b.' }, toolUse('b')],
  'tool_use',
);
const done = message([{ type: 'text', text: 'Both are low.' }], 'end_turn');
const block = (index: number, content_block: object, deltas: readonly object[] = []) => [
  { type: 'content_block_start', index, content_block },
  ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
  { type: 'content_block_stop', index },
];
const streamOf = (blocks: readonly object[], stop_reason: string): LoopbackReply => ({
  kind: 'events',
  events: [
    { type: 'message_start', message: message([], '') },
    ...blocks,
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 5 } },
    { type: 'message_stop' },
  ],
});
const thoughtInPieces = streamOf(
  [
    ...block(0, { type: 'thinking', thinking: '', signature: '' }, [
      { type: 'thinking_delta', thinking: 'The miles ' },
      { type: 'thinking_delta', thinking: 'decide.' },
      { type: 'signature_delta', signature: thinking.signature },
    ]),
    ...block(1, hidden),
    ...block(2, { ...toolUse('a'), input: {} }, [{ type: 'input_json_delta', partial_json: '{"id":"a"}' }]),
  ],
  'tool_use',
);

const item = { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Look it up.' }], status: null };
const encrypted = { ...item, encrypted_content: 'gAAAAABencrypted' };
const call = (call_id: string) => ({
  type: 'function_call',
  id: `fc_${call_id}`,
  call_id,
  name: 'miles',
  arguments: `{"id":"${call_id}"}`,
  status: 'completed',
});
const response = (output: readonly object[]) => ({
  id: 'response-1',
  object: 'response',
  status: 'completed',
  model: 'gpt-6-sol',
  output,
  error: null,
  incomplete_details: null,
  usage: { input_tokens: 3, output_tokens: 5, total_tokens: 8 },
});
const said = { type: 'message', id: 'm', role: 'assistant', content: [{ type: 'output_text', text: 'It is low.' }] };

const miles = defineTool({
  description: 'The mileage.',
  input: z.object({ id: z.string() }),
  execute: () => 29_000,
});
const question = { prompt: 'How many miles?', tools: { miles }, maximumSteps: 3 };
const json = (body: object): LoopbackReply => ({ kind: 'json', body: body as Readonly<Record<string, unknown>> });
const claude = ({ url }: LoopbackServer): LanguageModel =>
  anthropicModel(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), { modelId: 'claude-opus-5-5' });
const gpt = ({ url }: LoopbackServer): LanguageModel =>
  openAIModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), { modelId: 'gpt-6-sol' });
const bodyOf = (server: LoopbackServer, request: number) =>
  server.requests[request]?.body as {
    readonly include?: readonly string[];
    readonly messages: readonly { readonly role: string; readonly content: unknown }[];
    readonly input: readonly object[];
  };

describe('reasoning inside a tool loop', () => {
  it('goes back to Anthropic block by block as it came, each before the call that followed it', async () => {
    await using server = await startLoopbackServer([json(thought), json(done)]);
    const result = await generateText(claude(server), question);
    expect(result.text).toBe('Both are low.');
    expect(bodyOf(server, 1).messages[1]).toEqual({ role: 'assistant', content: thought.content });
  });

  it('is put together from the pieces of a stream, signature included', async () => {
    await using server = await startLoopbackServer([
      thoughtInPieces,
      streamOf(block(0, { type: 'text', text: '' }, [{ type: 'text_delta', text: 'Low.' }]), 'end_turn'),
    ]);
    expect((await streamText(claude(server), question).result).text).toBe('Low.');
    expect(bodyOf(server, 1).messages[1]).toEqual({ role: 'assistant', content: [thinking, hidden, toolUse('a')] });
  });

  it('is left out where a block has no signature, which would be refused', async () => {
    const unsigned = message([{ type: 'thinking', thinking: 'Hm.', signature: '' }, toolUse('a')], 'tool_use');
    await using server = await startLoopbackServer([json(unsigned), json(done)]);
    await generateText(claude(server), question);
    expect(bodyOf(server, 1).messages[1]).toEqual({ role: 'assistant', content: [toolUse('a')] });
  });

  it('goes back to OpenAI as the encrypted item, which is asked for where there are tools', async () => {
    const first = [encrypted, call('a'), { ...encrypted, id: 'rs_2' }, call('b')];
    await using server = await startLoopbackServer([json(response(first)), json(response([said]))]);
    expect((await generateText(gpt(server), question)).text).toBe('It is low.');
    expect(bodyOf(server, 0).include).toEqual(['reasoning.encrypted_content']);
    const { status: _status, ...sent } = encrypted;
    expect(bodyOf(server, 1).input.slice(1, 5)).toMatchObject([
      sent,
      { type: 'function_call', call_id: 'a' },
      { ...sent, id: 'rs_2' },
      { type: 'function_call', call_id: 'b' },
    ]);
    expect(bodyOf(server, 1).input[1]).not.toHaveProperty('status');
  });

  it('is not asked for without tools, and an item that is not encrypted is not sent: nothing is stored', async () => {
    await using server = await startLoopbackServer([json(response([item, call('a')])), json(response([said]))]);
    const result = await gpt(server).generate({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi.' }] }],
    });
    expect(result).not.toHaveProperty('reasoning');
    expect(bodyOf(server, 0)).not.toHaveProperty('include');
  });
});

describe('reasoning for another model', () => {
  const part = (by: { readonly provider: string; readonly modelId: string }): ReasoningPart => ({
    type: 'reasoning',
    ...by,
    text: thinking.thinking,
    block: thinking,
    precedingToolCalls: 0,
  });
  const conversation = (reasoning: ReasoningPart): readonly Message[] => [
    { role: 'user', content: [{ type: 'text', text: 'How many miles?' }] },
    {
      role: 'assistant',
      content: [reasoning, { type: 'tool-call', callId: 'a', toolName: 'miles', argumentsJson: '{"id":"a"}' }],
    },
    { role: 'tool', content: [{ type: 'tool-result', callId: 'a', toolName: 'miles', resultText: '29000' }] },
  ];
  const foreign = conversation(part({ provider: 'anthropic', modelId: 'claude-opus-5-5' }));

  it.each([
    ['the other provider', gpt, json(response([said]))],
    [
      'another model of the same one',
      ({ url }: LoopbackServer) =>
        anthropicModel(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' }),
      json(done),
    ],
    [
      'a server that takes none back',
      ({ url }: LoopbackServer) =>
        openAIChatModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), {
          modelId: 'claude-opus-5-5',
        }),
      'vendor' as const,
    ],
  ])('is left out with a warning at %s', async (_name, modelOf, reply) => {
    await using server = await startLoopbackServer(
      reply === 'vendor' ? (request) => vendorReply(request, { text: 'Low.' }) : [reply],
    );
    const result = await modelOf(server).generate({ messages: foreign });
    expect(result.warnings).toMatchObject([{ code: 'dropped-parameter', parameter: 'messages.reasoning' }]);
    const sent = JSON.stringify(server.requests[0]?.body);
    expect(sent).toContain('29000');
    expect(sent).not.toContain(thinking.signature);
  });

  it('leaves a conversation of its own alone', async () => {
    await using server = await startLoopbackServer([json(done)]);
    const result = await claude(server).generate({ messages: foreign });
    expect(result.warnings).toEqual([]);
    expect(bodyOf(server, 0).messages[1]).toEqual({ role: 'assistant', content: [thinking, toolUse('a')] });
  });

  it('never carries personal data past the redaction: signed text cannot be changed, so it stays behind', async () => {
    await using server = await startLoopbackServer([json(done)]);
    const own = part({ provider: 'anthropic', modelId: 'claude-opus-5-5' });
    const messages = conversation({
      ...own,
      text: 'Ask jane@example.com.',
      block: { ...thinking, thinking: 'Ask jane@example.com.' },
    });
    await withRedaction()(claude(server)).generate({ messages });
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain('jane@example.com');
  });

  it('keeps the placeholders that the model thought in', async () => {
    const seen: string[] = [];
    const asked = message([{ ...thinking, thinking: '[[EMAIL_1]] sells it.' }, toolUse('a')], 'tool_use');
    await using server = await startLoopbackServer([json(asked), json(done)]);
    const model = withRedaction({ onRedacted: (counts) => seen.push(...Object.keys(counts)) })(claude(server));
    await generateText(model, { ...question, prompt: 'Who is jane@example.com?' });
    expect(bodyOf(server, 1).messages[1]).toEqual({ role: 'assistant', content: asked.content });
    expect(seen).toEqual(['email', 'email']);
  });
});
