import { describe, expect, it } from 'vitest';
import { replayAnswer } from '../__fixtures__/replay-answer.ts';

// What the Messages API may say by its types, beyond what has been recorded: each body is replayed to the real client.
type Fields = Readonly<Record<string, unknown>>;

const usage = { input_tokens: 12, output_tokens: 30 };
const message = (fields: Fields) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-served',
  content: [{ type: 'text', text: 'Prices held.', citations: null }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage,
  ...fields,
});
const whole = (fields: Fields) => replayAnswer('anthropic', { kind: 'json', body: message(fields) });

const start = (fields: Fields = {}) => ({
  type: 'message_start',
  message: message({ content: [], stop_reason: null, usage: { input_tokens: 12, output_tokens: 1 }, ...fields }),
});
const open = (index: number, block: Fields) => ({ type: 'content_block_start', index, content_block: block });
const delta = (index: number, change: Fields) => ({ type: 'content_block_delta', index, delta: change });
const close = (index: number) => ({ type: 'content_block_stop', index });
const end = (stop_reason: string, used: Fields = { output_tokens: 30 }, more: Fields = {}) => [
  { type: 'message_delta', delta: { stop_reason, stop_sequence: null, ...more }, usage: used },
  { type: 'message_stop' },
];
const text = (index: number, ...pieces: readonly string[]) => [
  open(index, { type: 'text', text: '' }),
  ...pieces.map((piece) => delta(index, { type: 'text_delta', text: piece })),
  close(index),
];
const streamed = (...events: readonly unknown[]) => replayAnswer('anthropic', { kind: 'events', events });

describe('whole messages of Anthropic', () => {
  it('joins texts around searches, citations, fetched pages, code and thinking, and calls none of them ours', async () => {
    const { result } = await whole({
      content: [
        { type: 'thinking', thinking: 'Look it up.', signature: 'c2ln' },
        { type: 'redacted_thinking', data: 'b3BhcXVl' },
        { type: 'text', text: 'I looked it up. ' },
        { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: '996 GT3' } },
        { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [{ type: 'web_search_result' }] },
        { type: 'server_tool_use', id: 'srvtoolu_2', name: 'code_execution', input: { code: '1' } },
        { type: 'code_execution_tool_result', tool_use_id: 'srvtoolu_2', content: { return_code: 0 } },
        { type: 'mcp_tool_use', id: 'mcptoolu_1', name: 'echo', server_name: 'echo', input: {} },
        { type: 'mcp_tool_result', tool_use_id: 'mcptoolu_1', content: [{ type: 'text', text: 'not the model' }] },
        { type: 'container_upload', file_id: 'file_1' },
        { type: 'text', text: 'Median ', citations: [{ type: 'web_search_result_location', cited_text: 'x' }] },
        { type: 'text', text: '$84,500.' },
      ],
      usage: { ...usage, server_tool_use: { web_search_requests: 1 }, service_tier: 'standard' },
    });
    expect(result).toMatchObject({
      text: 'I looked it up. Median $84,500.',
      toolCalls: [],
      finishReason: 'stop',
      servedModel: 'claude-served',
      responseId: 'msg_1',
      usage: { total: 42, serviceTier: 'standard', raw: { server_tool_use: { web_search_requests: 1 } } },
    });
  });

  it('keeps each of several tool calls, with and without input', async () => {
    const { result } = await whole({
      stop_reason: 'tool_use',
      content: [
        { type: 'tool_use', id: 'toolu_1', name: 'value', input: { year: 2004, note: 'a "quoted" note' } },
        { type: 'tool_use', id: 'toolu_2', name: 'refresh', input: {}, caller: { type: 'direct' } },
      ],
    });
    expect(result).toMatchObject({ text: '', finishReason: 'tool-calls' });
    expect(result?.toolCalls).toEqual([
      { type: 'tool-call', callId: 'toolu_1', toolName: 'value', argumentsJson: expect.any(String) as string },
      { type: 'tool-call', callId: 'toolu_2', toolName: 'refresh', argumentsJson: '{}' },
    ]);
    expect(JSON.parse(result?.toolCalls[0]?.argumentsJson ?? '')).toEqual({ year: 2004, note: 'a "quoted" note' });
  });

  it('takes an answer without content, a paused turn and a stop sequence as answers', async () => {
    expect((await whole({ content: [] })).result).toMatchObject({ text: '', finishReason: 'stop' });
    expect((await whole({ stop_reason: 'pause_turn' })).result).toMatchObject({ finishReason: 'stop' });
    const stopped = await whole({ stop_reason: 'stop_sequence', stop_sequence: 'END' });
    expect(stopped.result).toMatchObject({ text: 'Prices held.', finishReason: 'stop' });
  });

  it.each([
    ['max_tokens', 'truncated'],
    ['model_context_window_exceeded', 'context-length'],
    ['refusal', 'refusal'],
  ])('fails at %s with %s, the text and what it cost', async (stop_reason, code) => {
    const { error } = await whole({ stop_reason });
    expect(error).toMatchObject({ code, partialText: 'Prices held.', usage: { total: 42 } });
    expect(error?.isRetryable).toBe(false);
  });

  it.each([
    [
      'both lifetimes of the cache',
      { cache_creation_input_tokens: 300, cache_read_input_tokens: 50 },
      { cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 } },
      { input: { uncached: 12, cacheRead: 50, cacheWrite: { '5m': 100, '1h': 200 } }, total: 392 },
    ],
    [
      'a cache write without its lifetime (litellm #9812)',
      { input_tokens: 3, cache_creation_input_tokens: 12_304, output_tokens: 550 },
      {},
      { input: { uncached: 3, cacheRead: undefined, cacheWrite: { default: 12_304 } }, total: 12_857 },
    ],
    [
      'lifetimes without their sum',
      {},
      { cache_creation: { ephemeral_5m_input_tokens: 7, ephemeral_1h_input_tokens: 0 } },
      { input: { uncached: 12, cacheWrite: { '5m': 7 } }, total: 49 },
    ],
    [
      'nothing that was cached',
      { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
      { cache_creation: null },
      { input: { uncached: 12, cacheRead: 0, cacheWrite: {} }, total: 42 },
    ],
    [
      'thinking as part of the output',
      { output_tokens: 30, output_tokens_details: { thinking_tokens: 18 } },
      {},
      { output: { text: 12, reasoning: 18 }, total: 42 },
    ],
    [
      'nulls where nothing is known',
      { cache_creation_input_tokens: null, cache_read_input_tokens: null, output_tokens_details: null },
      { cache_creation: null, service_tier: null, inference_geo: null },
      { input: { cacheRead: undefined, cacheWrite: undefined }, output: { text: 30, reasoning: undefined } },
    ],
    ['the region and the speed', { inference_geo: 'us', speed: 'fast' }, {}, { region: 'us', serviceTier: 'fast' }],
  ])('reads from the usage %s', async (_name, counts, more, expected) => {
    const { result } = await whole({ usage: { ...usage, ...counts, ...more } });
    expect(result?.usage).toMatchObject(expected);
  });

  it('does not invent a usage that is not there', async () => {
    const { result } = await whole({ usage: null });
    expect(result?.usage).toMatchObject({
      total: undefined,
      input: { uncached: undefined },
      output: { text: undefined },
    });
  });

  it.each([
    [400, 'invalid_request_error', {}, 'invalid-request'],
    [400, 'invalid_request_error', { message: 'prompt is too long: 210000 tokens > 200000 maximum' }, 'context-length'],
    [400, 'invalid_request_error', { message: 'Your credit balance is too low to access the API.' }, 'billing'],
    [401, 'authentication_error', {}, 'auth'],
    [402, 'billing_error', {}, 'billing'],
    [403, 'permission_error', {}, 'auth'],
    [404, 'not_found_error', {}, 'not-found'],
    [413, 'request_too_large', {}, 'context-length'],
    [429, 'rate_limit_error', {}, 'quota'],
    [429, 'rate_limit_error', { details: { error_code: 'enforced_spend_limit_reached' } }, 'billing'],
    [429, 'rate_limit_error', { details: { error_code: 'contract_spend_limit_reached' } }, 'billing'],
    [429, 'rate_limit_error', { details: { error_code: 'ramp_limit_exceeded' } }, 'quota'],
    [500, 'api_error', {}, 'overload'],
    [504, 'timeout_error', {}, 'timeout'],
    [529, 'overloaded_error', {}, 'overload'],
  ])('status %i with %s %o is %s', async (status, type, details, code) => {
    const body = { type: 'error', error: { type, message: 'It failed.', ...details }, request_id: 'req_1' };
    const { error } = await replayAnswer('anthropic', { kind: 'json', status, body });
    expect(error).toMatchObject({ code, status });
  });

  it.each([
    ['an error with status 200', { type: 'error', error: { type: 'overloaded_error', message: 'Busy.' } }, 'overload'],
    ['a body that is no message', { hello: 'world' }, 'network'],
  ])('%s is an error', async (_name, body, code) => {
    expect((await replayAnswer('anthropic', { kind: 'json', body })).error?.code).toBe(code);
  });
});

describe('streamed messages of Anthropic', () => {
  it('says the text of every block, and reasoning beside it', async () => {
    const answer = await streamed(
      start(),
      { type: 'ping' },
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'Look ' }),
      delta(0, { type: 'thinking_delta', thinking: 'it up.' }),
      delta(0, { type: 'signature_delta', signature: 'c2ln' }),
      close(0),
      open(1, { type: 'redacted_thinking', data: 'b3BhcXVl' }),
      close(1),
      open(2, { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }),
      delta(2, { type: 'input_json_delta', partial_json: '{"query":"996"}' }),
      close(2),
      open(3, { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] }),
      close(3),
      open(4, { type: 'text', text: 'Median ' }),
      delta(4, { type: 'citations_delta', citation: { type: 'web_search_result_location', cited_text: 'x' } }),
      delta(4, { type: 'text_delta', text: '€84,500' }),
      close(4),
      ...text(5, '', '.'),
      ...end('end_turn', { output_tokens: 30, input_tokens: 4000, server_tool_use: { web_search_requests: 1 } }),
    );
    expect(answer).toMatchObject({
      said: 'Median €84,500.',
      reasoning: 'Look it up.',
      result: { text: 'Median €84,500.', toolCalls: [], finishReason: 'stop', usage: { input: { uncached: 4000 } } },
    });
  });

  it('keeps two tool calls apart, pieces of one inside the other, and one whose input came whole', async () => {
    const { result } = await streamed(
      start(),
      open(0, { type: 'tool_use', id: 'toolu_1', name: 'value', input: {} }),
      open(1, { type: 'tool_use', id: 'toolu_2', name: 'search', input: {} }),
      delta(0, { type: 'input_json_delta', partial_json: '' }),
      delta(0, { type: 'input_json_delta', partial_json: '{"year":' }),
      delta(1, { type: 'input_json_delta', partial_json: '{"text":"ü' }),
      delta(0, { type: 'input_json_delta', partial_json: '2004}' }),
      delta(1, { type: 'input_json_delta', partial_json: '"}' }),
      close(0),
      close(1),
      open(2, { type: 'tool_use', id: 'toolu_3', name: 'whole', input: { all: true } }),
      close(2),
      open(3, { type: 'tool_use', id: 'toolu_4', name: 'bare', input: {} }),
      close(3),
      ...end('tool_use'),
    );
    expect(result?.finishReason).toBe('tool-calls');
    expect(result?.toolCalls.map(({ callId, argumentsJson }) => [callId, argumentsJson])).toEqual([
      ['toolu_1', '{"year":2004}'],
      ['toolu_2', '{"text":"ü"}'],
      ['toolu_3', '{"all":true}'],
      ['toolu_4', '{}'],
    ]);
  });

  it('takes blocks that the start of a message brings along', async () => {
    const answer = await streamed(
      start({
        content: [
          { type: 'text', text: 'Once more: ' },
          { type: 'tool_use', id: 'toolu_1', name: 'value', input: { year: 2004 } },
        ],
      }),
      ...text(2, 'held.'),
      ...end('tool_use'),
    );
    expect(answer).toMatchObject({ said: 'Once more: held.', result: { text: 'Once more: held.' } });
    expect(answer.result?.toolCalls).toMatchObject([{ callId: 'toolu_1', argumentsJson: '{"year":2004}' }]);
  });

  it('adds up a usage that comes in parts, where null means what was said before', async () => {
    const { result } = await streamed(
      start({ usage: { input_tokens: 12, output_tokens: 1, cache_read_input_tokens: 500, service_tier: 'priority' } }),
      ...text(0, 'held.'),
      { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 20 } },
      ...end('end_turn', { output_tokens: 33, input_tokens: null, cache_read_input_tokens: null }),
    );
    expect(result?.usage).toMatchObject({
      input: { uncached: 12, cacheRead: 500 },
      output: { text: 33 },
      total: 545,
      serviceTier: 'priority',
    });
  });

  it('does not lose why it ended to a later delta that does not say', async () => {
    const { error } = await streamed(
      start(),
      ...text(0, 'I cannot'),
      {
        type: 'message_delta',
        delta: { stop_reason: 'refusal', stop_details: { type: 'refusal', category: 'cyber', explanation: 'No.' } },
        usage: { output_tokens: 3 },
      },
      { type: 'message_delta', delta: { stop_reason: null }, usage: { output_tokens: 4 } },
      { type: 'message_stop' },
    );
    expect(error).toMatchObject({ code: 'refusal', partialText: 'I cannot', usage: { total: 16 } });
    expect(error?.message).toContain('No.');
  });

  it('gives an answer without a word, and counts it', async () => {
    const { result } = await streamed(start(), ...end('end_turn', { output_tokens: 2 }));
    expect(result).toMatchObject({ text: '', toolCalls: [], usage: { total: 14 } });
  });

  it.each([
    ['before the first word', [], 'overload', ''],
    ['after some words', text(0, 'Prices '), 'overload', 'Prices '],
  ])('an error event %s ends the stream', async (_name, before, code, said) => {
    const answer = await streamed(start(), ...before, {
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
    });
    expect(answer).toMatchObject({ said, error: { code } });
    expect(answer.result).toBeUndefined();
  });

  it('says the same whatever the pieces that the bytes come in', async () => {
    const events = [start(), ...text(0, 'Größe: ', '½ 🏎️ ', '„gut“'), ...end('end_turn')];
    for (const pieceBytes of [1, 2, 3, 7, 64]) {
      const { said, result } = await replayAnswer('anthropic', { kind: 'events', events, pieceBytes });
      expect([said, result?.text]).toEqual(['Größe: ½ 🏎️ „gut“', 'Größe: ½ 🏎️ „gut“']);
    }
  });

  it('a stream that ends without its end is a broken connection', async () => {
    const answer = await streamed(start(), ...text(0, 'Prices '));
    expect(answer).toMatchObject({ said: 'Prices ', error: { code: 'network', isRetryable: true } });
  });
});
