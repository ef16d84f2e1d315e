import { describe, expect, it } from 'vitest';
import { replayAnswer } from '../__fixtures__/replay-answer.ts';

// What the Responses API may say by its types, beyond what has been recorded: each body is replayed to the real client.
type Fields = Readonly<Record<string, unknown>>;

const usage = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 40,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 140,
};
const said = (text: string, more: Fields = {}) => ({
  type: 'output_text',
  text,
  annotations: [],
  logprobs: [],
  ...more,
});
const spoken = (...content: readonly Fields[]) => ({
  type: 'message',
  id: 'msg_1',
  status: 'completed',
  role: 'assistant',
  content,
});
const called = (name: string, args: string, call_id = `call_${name}`) => ({
  type: 'function_call',
  id: `fc_${name}`,
  call_id,
  name,
  arguments: args,
  status: 'completed',
});
const response = (fields: Fields) => ({
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  error: null,
  incomplete_details: null,
  model: 'gpt-served',
  output: [spoken(said('Prices held.'))],
  service_tier: 'default',
  usage,
  ...fields,
});
const whole = (fields: Fields) => replayAnswer('openai-responses', { kind: 'json', body: response(fields) });

const created = { type: 'response.created', response: response({ status: 'in_progress', output: [], usage: null }) };
const textDelta = (delta: string, place: Fields = {}) => ({
  type: 'response.output_text.delta',
  item_id: 'msg_1',
  output_index: 0,
  content_index: 0,
  delta,
  logprobs: [],
  ...place,
});
const textDone = (text: string, place: Fields = {}) => ({
  type: 'response.output_text.done',
  item_id: 'msg_1',
  output_index: 0,
  content_index: 0,
  text,
  ...place,
});
const completed = (fields: Fields = {}) => ({ type: 'response.completed', response: response(fields) });
const streamed = (...events: readonly unknown[]) => replayAnswer('openai-responses', { kind: 'events', events });

describe('whole answers of the Responses API', () => {
  it('joins what is said in several items and parts, with annotations, phases and log probabilities', async () => {
    const { result } = await whole({
      output: [
        {
          type: 'reasoning',
          id: 'rs_1',
          summary: [{ type: 'summary_text', text: 'not said' }],
          encrypted_content: 'b3',
        },
        { ...spoken(said('I will look it up. ')), phase: 'commentary' },
        { type: 'web_search_call', id: 'ws_1', status: 'completed', action: { type: 'search', query: '996' } },
        {
          ...spoken(
            said('Median ', { annotations: [{ type: 'url_citation', url: 'https://example.com', title: 'not said' }] }),
            said('$84,500.', { logprobs: [{ token: '$', logprob: -0.1, bytes: [36], top_logprobs: [] }] }),
          ),
          phase: 'final_answer',
        },
      ],
    });
    expect(result).toMatchObject({
      text: 'I will look it up. Median $84,500.',
      toolCalls: [],
      finishReason: 'stop',
      servedModel: 'gpt-served',
      responseId: 'resp_1',
    });
  });

  it('calls none of the tools of the provider ours', async () => {
    const { result } = await whole({
      output: [
        { type: 'file_search_call', id: 'fs_1', status: 'completed', queries: ['996'], results: [{ text: 'no' }] },
        { type: 'code_interpreter_call', id: 'ci_1', code: '1+1', container_id: 'c', outputs: [], status: 'completed' },
        { type: 'image_generation_call', id: 'ig_1', result: 'aGk=', status: 'completed' },
        { type: 'mcp_list_tools', id: 'mcpl_1', server_label: 'echo', tools: [] },
        { type: 'mcp_call', id: 'mcp_1', name: 'echo', server_label: 'echo', arguments: '{}', output: 'no' },
        { type: 'tool_search_call', id: 'ts_1', status: 'completed', arguments: {} },
        { type: 'compaction', id: 'cmp_1', encrypted_content: 'b3' },
        { type: 'something_new', id: 'x_1', name: 'not ours', content: 'no' },
        spoken(said('Done.')),
      ],
    });
    expect(result).toMatchObject({ text: 'Done.', toolCalls: [], finishReason: 'stop' });
  });

  it('keeps every call of a function or a custom tool, in order', async () => {
    const { result } = await whole({
      output: [
        spoken(said('One moment. ')),
        called('value', '{"year":2004,"note":"a \\"quoted\\" note"}'),
        called('refresh', ''),
        { type: 'custom_tool_call', id: 'ctc_1', call_id: 'call_3', name: 'run_sql', input: 'SELECT "a"' },
      ],
    });
    expect(result).toMatchObject({ text: 'One moment. ', finishReason: 'tool-calls' });
    expect(
      result?.toolCalls.map(({ callId, argumentsJson }) => [callId, JSON.parse(argumentsJson) as unknown]),
    ).toEqual([
      ['call_value', { year: 2004, note: 'a "quoted" note' }],
      ['call_refresh', {}],
      ['call_3', 'SELECT "a"'],
    ]);
  });

  it.each([
    ['nothing at all', []],
    ['a message without content', [spoken()]],
    ['reasoning alone', [{ type: 'reasoning', id: 'rs_1', summary: [] }]],
  ])('takes %s as an empty answer', async (_name, output) => {
    expect((await whole({ output })).result).toMatchObject({ text: '', toolCalls: [], finishReason: 'stop' });
  });

  it.each([
    ['max_output_tokens', 'truncated'],
    ['content_filter', 'content-policy'],
  ])('an answer that is incomplete by %s is %s, with its text and cost', async (reason, code) => {
    const { error } = await whole({ status: 'incomplete', incomplete_details: { reason } });
    expect(error).toMatchObject({ code, partialText: 'Prices held.', usage: { total: 140 }, isRetryable: false });
  });

  it('a refusal is none of the text, and has its words', async () => {
    const { error } = await whole({ output: [spoken({ type: 'refusal', refusal: 'I can’t help with that.' })] });
    expect(error).toMatchObject({ code: 'refusal', usage: { total: 140 }, partialText: undefined });
    expect(error?.message).toContain('I can’t help with that.');
  });

  it.each(['queued', 'in_progress', 'cancelled'])('a response that is %s is no answer', async (status) => {
    expect((await whole({ status, output: [] })).error?.code).toBe('network');
  });

  it.each([
    ['server_error', 'overload'],
    ['rate_limit_exceeded', 'quota'],
    ['invalid_prompt', 'content-policy'],
    ['bio_policy', 'content-policy'],
    ['image_content_policy_violation', 'content-policy'],
    ['vector_store_timeout', 'timeout'],
    ['invalid_image_url', 'invalid-request'],
    ['empty_image_file', 'invalid-request'],
    ['constructor', 'overload'],
  ])('a response that failed with %s is %s, and has its usage', async (code, kind) => {
    const { error } = await whole({ status: 'failed', error: { code, message: 'It failed.' }, output: [] });
    expect(error).toMatchObject({ code: kind, usage: { total: 140 } });
  });

  it.each([
    [
      'cached tokens as part of the input',
      { input_tokens_details: { cached_tokens: 60 } },
      { input: { uncached: 40, cacheRead: 60, cacheWrite: undefined }, output: { text: 40, reasoning: 0 }, total: 140 },
    ],
    [
      'cache writes by lifetime',
      {
        input_tokens_details: {
          cached_tokens: 10,
          cache_write_tokens: 50,
          cache_write_tokens_details: { ttl_30m_tokens: 20, ttl_12h_tokens: 30 },
        },
      },
      { input: { uncached: 40, cacheRead: 10, cacheWrite: { '30m': 20, '12h': 30 } }, total: 140 },
    ],
    [
      'cache writes without lifetime',
      { input_tokens_details: { cached_tokens: 0, cache_write_tokens: 50 } },
      { input: { uncached: 50, cacheRead: 0, cacheWrite: { default: 50 } }, total: 140 },
    ],
    [
      'reasoning as part of the output',
      { output_tokens_details: { reasoning_tokens: 30 } },
      { output: { text: 10, reasoning: 30 }, total: 140 },
    ],
    [
      'no details where a server gives none',
      { input_tokens_details: undefined, output_tokens_details: null },
      { input: { uncached: 100, cacheRead: undefined }, output: { text: 40, reasoning: undefined }, total: 140 },
    ],
    [
      'nothing below zero where the counts cannot be',
      { input_tokens: 5, input_tokens_details: { cached_tokens: 60 } },
      { input: { uncached: 0, cacheRead: 60 } },
    ],
  ])('reads from the usage %s', async (_name, counts, expected) => {
    const { result } = await whole({ usage: { ...usage, ...counts } });
    expect(result?.usage).toMatchObject(expected);
  });

  it('keeps the tier that served, and does not invent a usage', async () => {
    expect((await whole({ service_tier: 'flex' })).result?.usage.serviceTier).toBe('flex');
    expect((await whole({ usage: null })).result?.usage).toMatchObject({
      total: undefined,
      input: { uncached: undefined },
    });
  });

  it.each([
    [400, { type: 'invalid_request_error', code: 'unknown_parameter' }, 'invalid-request'],
    [400, { type: 'invalid_request_error', code: 'context_length_exceeded' }, 'context-length'],
    [400, { type: 'invalid_request_error', code: 'content_policy_violation' }, 'content-policy'],
    [401, { type: 'invalid_request_error', code: 'invalid_api_key' }, 'auth'],
    [403, { type: 'invalid_request_error', code: 'unsupported_country_region_territory' }, 'auth'],
    [404, { type: 'invalid_request_error', code: 'model_not_found' }, 'not-found'],
    [429, { type: 'insufficient_quota', code: 'insufficient_quota' }, 'billing'],
    [429, { type: 'requests', code: 'rate_limit_exceeded' }, 'quota'],
    [429, { type: 'tokens', code: null }, 'quota'],
    [500, { type: 'server_error', code: null }, 'overload'],
    [503, { type: 'service_unavailable_error', code: null }, 'overload'],
  ])('status %i with %o is %s', async (status, named, code) => {
    const body = { error: { message: 'It failed.', param: null, ...named } };
    expect((await replayAnswer('openai-responses', { kind: 'json', status, body })).error).toMatchObject({
      code,
      status,
    });
  });
});

describe('streamed answers of the Responses API', () => {
  it('says deltas once, whatever else is told of them', async () => {
    const answer = await streamed(
      created,
      {
        type: 'response.reasoning_summary_text.delta',
        item_id: 'rs_1',
        output_index: 0,
        summary_index: 0,
        delta: 'Hm',
      },
      { type: 'response.reasoning_text.delta', item_id: 'rs_1', output_index: 0, content_index: 0, delta: 'm.' },
      { type: 'response.web_search_call.searching', item_id: 'ws_1', output_index: 1 },
      { type: 'response.mcp_call_arguments.delta', item_id: 'mcp_1', output_index: 1, delta: '{}' },
      { type: 'response.code_interpreter_call_code.delta', item_id: 'ci_1', output_index: 1, delta: '1+1' },
      textDelta('Prices '),
      { type: 'response.output_text.annotation.added', item_id: 'msg_1', output_index: 0, annotation: {} },
      textDelta('held.'),
      textDone('Prices held.'),
      { type: 'response.content_part.done', item_id: 'msg_1', output_index: 0, part: said('Prices held.') },
      { type: 'response.output_item.done', output_index: 0, item: spoken(said('Prices held.')) },
      completed(),
    );
    expect(answer).toMatchObject({ said: 'Prices held.', reasoning: 'Hmm.', result: { text: 'Prices held.' } });
  });

  it('tells apart the parts of several items', async () => {
    const output = [spoken(said('One. '), said('Two. ')), spoken(said('Three.'))];
    const answer = await streamed(
      created,
      textDelta('One. '),
      textDone('One. '),
      textDelta('Two. ', { content_index: 1 }),
      textDone('Two. ', { content_index: 1 }),
      textDone('Three.', { output_index: 1, item_id: 'msg_2' }),
      completed({ output }),
    );
    expect(answer).toMatchObject({ said: 'One. Two. Three.', result: { text: 'One. Two. Three.' } });
  });

  it('says nothing twice where a server gives every event another id', async () => {
    const answer = await streamed(
      created,
      textDelta('Prices ', { item_id: 'a' }),
      textDelta('held.', { item_id: 'b' }),
      textDone('Prices held.', { item_id: 'c' }),
      completed(),
    );
    expect(answer).toMatchObject({ said: 'Prices held.', result: { text: 'Prices held.' } });
  });

  it('says at the end what came whole', async () => {
    const answer = await streamed(created, completed({ output: [spoken(said('Prices held.'))] }));
    expect(answer).toMatchObject({ said: 'Prices held.', result: { text: 'Prices held.' } });
  });

  it('keeps the items of a server that leaves them out at the end', async () => {
    const call = called('value', '{"year":2004}');
    const answer = await streamed(
      created,
      { type: 'response.function_call_arguments.delta', item_id: 'fc_value', output_index: 1, delta: '{"year":2004}' },
      { type: 'response.output_item.done', output_index: 1, item: call },
      textDelta('Prices held.'),
      { type: 'response.output_item.done', output_index: 0, item: spoken(said('Prices held.')) },
      completed({ output: [] }),
    );
    expect(answer).toMatchObject({
      said: 'Prices held.',
      result: { text: 'Prices held.', finishReason: 'tool-calls' },
    });
    expect(answer.result?.toolCalls).toMatchObject([{ toolName: 'value', argumentsJson: '{"year":2004}' }]);
  });

  it('a refusal that comes in pieces is none of the text', async () => {
    const refusal = 'I can’t help with that.';
    const answer = await streamed(
      created,
      { type: 'response.refusal.delta', item_id: 'msg_1', output_index: 0, content_index: 0, delta: 'I can’t ' },
      { type: 'response.refusal.done', item_id: 'msg_1', output_index: 0, content_index: 0, refusal },
      completed({ output: [spoken({ type: 'refusal', refusal })] }),
    );
    expect(answer).toMatchObject({ said: '', error: { code: 'refusal' } });
    expect(answer.error?.message).toContain(refusal);
  });

  it.each([
    ['max_output_tokens', 'truncated'],
    ['content_filter', 'content-policy'],
  ])('a stream that is incomplete by %s is %s, with what was said', async (reason, code) => {
    const answer = await streamed(created, textDelta('Prices '), {
      type: 'response.incomplete',
      response: response({
        status: 'incomplete',
        incomplete_details: { reason },
        output: [{ ...spoken(said('Prices ')), status: 'incomplete' }],
      }),
    });
    expect(answer).toMatchObject({ said: 'Prices ', error: { code, partialText: 'Prices ', usage: { total: 140 } } });
  });

  it.each([
    ['flat', { type: 'error', code: 'rate_limit_exceeded', message: 'Slow down.', param: null }, 'quota'],
    ['flat, without a code', { type: 'error', code: null, message: 'It failed.', param: null }, 'overload'],
    ['nested', { type: 'error', error: { type: 'tokens', code: 'rate_limit_exceeded', message: 'Slow' } }, 'quota'],
    [
      'of a failed response',
      {
        type: 'response.failed',
        response: response({ status: 'failed', error: { code: 'server_error' }, output: [] }),
      },
      'overload',
    ],
  ])('an error %s ends the stream, before and after the first word', async (_name, event, code) => {
    expect((await streamed(created, event)).error?.code).toBe(code);
    expect(await streamed(created, textDelta('Prices '), event)).toMatchObject({ said: 'Prices ', error: { code } });
  });

  it('says the same whatever the pieces that the bytes come in', async () => {
    const text = 'Größe: ½ 🏎️ „gut“';
    const events = [
      created,
      ...[...text].map((delta) => textDelta(delta)),
      completed({ output: [spoken(said(text))] }),
    ];
    for (const pieceBytes of [5, 64]) {
      const answer = await replayAnswer('openai-responses', { kind: 'events', events, pieceBytes });
      expect([answer.said, answer.result?.text]).toEqual([text, text]);
    }
  });
});
