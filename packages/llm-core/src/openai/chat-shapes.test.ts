import { describe, expect, it } from 'vitest';
import { replayAnswer } from '../__fixtures__/replay-answer.ts';

// What servers that speak Chat Completions say, OpenAI's own and the compatible ones: each body is replayed to the real client.
type Fields = Readonly<Record<string, unknown>>;

const usage = { prompt_tokens: 100, completion_tokens: 40, total_tokens: 140 };
const completion = (message: Fields, more: Fields = {}) => ({
  id: 'chatcmpl_1',
  object: 'chat.completion',
  created: 1_795_000_000,
  model: 'served',
  choices: [
    { index: 0, finish_reason: 'stop', logprobs: null, message: { role: 'assistant', content: null, ...message } },
  ],
  usage,
  ...more,
});
const whole = (message: Fields, more: Fields = {}) =>
  replayAnswer('openai-chat', { kind: 'json', body: completion(message, more) });
const finished = (finish_reason: string | null, message: Fields) => ({
  choices: [{ index: 0, finish_reason, message: { role: 'assistant', content: null, ...message } }],
});

const chunk = (delta: Fields, finish_reason: string | null = null, more: Fields = {}) => ({
  id: 'chatcmpl_1',
  object: 'chat.completion.chunk',
  model: 'served',
  choices: [{ index: 0, delta, finish_reason, logprobs: null }],
  ...more,
});
const used = (counts: Fields = usage) => ({ id: 'chatcmpl_1', model: 'served', choices: [], usage: counts });
const streamed = (...events: readonly unknown[]) =>
  replayAnswer('openai-chat', { kind: 'events', events, doneMark: true });
const call = (index: number | undefined, id: string | undefined, name: string | undefined, args: string) => ({
  tool_calls: [
    {
      ...(index === undefined ? {} : { index }),
      ...(id === undefined ? {} : { id, type: 'function' }),
      function: { ...(name === undefined ? {} : { name }), arguments: args },
    },
  ],
});

describe('whole chat completions', () => {
  it.each([
    ['text with annotations', { content: 'Held.', annotations: [{ type: 'url_citation', url_citation: {} }] }, 'Held.'],
    ['text and reasoning', { content: 'Held.', reasoning_content: 'not said' }, 'Held.'],
    [
      'a list of parts',
      {
        content: [
          { type: 'thinking', thinking: [] },
          { type: 'text', text: 'Held.' },
        ],
      },
      'Held.',
    ],
    ['no content', { content: null, refusal: null }, ''],
    ['audio alone', { content: null, audio: { id: 'audio_1', data: 'aGk=', transcript: 'spoken' } }, ''],
  ])('takes %s', async (_name, message, text) => {
    expect((await whole(message)).result).toMatchObject({ text, toolCalls: [], finishReason: 'stop' });
  });

  it.each(['tool_calls', 'stop', 'function_call', null])('calls tools where it ends by %s', async (reason) => {
    const tool_calls = [
      { id: 'call_1', type: 'function', function: { name: 'value', arguments: '{"year":2004}' } },
      { id: 'call_2', type: 'function', function: { name: 'refresh', arguments: '' } },
      { id: 'call_3', type: 'custom', custom: { name: 'run_sql', input: 'SELECT "a"' } },
    ];
    const { result } = await whole({}, finished(reason, { tool_calls }));
    expect(result).toMatchObject({ finishReason: 'tool-calls' });
    expect(
      result?.toolCalls.map(({ callId, argumentsJson }) => [callId, JSON.parse(argumentsJson) as unknown]),
    ).toEqual([
      ['call_1', { year: 2004 }],
      ['call_2', {}],
      ['call_3', 'SELECT "a"'],
    ]);
  });

  it.each([
    ['length', 'truncated'],
    ['content_filter', 'content-policy'],
  ])('an answer that ends by %s is %s', async (reason, code) => {
    const { error } = await whole({}, finished(reason, { content: 'Prices ' }));
    expect(error).toMatchObject({ code, partialText: 'Prices ', usage: { total: 140 } });
  });

  it('a refusal is an error with its words', async () => {
    const { error } = await whole({ refusal: 'I can’t help with that.' });
    expect(error).toMatchObject({ code: 'refusal', usage: { total: 140 } });
    expect(error?.message).toContain('I can’t help with that.');
  });

  it.each([
    [
      'cached tokens and cache writes',
      { prompt_tokens_details: { cached_tokens: 60, cache_write_tokens: 10 } },
      { input: { uncached: 30, cacheRead: 60, cacheWrite: { default: 10 } }, total: 140 },
    ],
    [
      'reasoning as part of the completion',
      { completion_tokens_details: { reasoning_tokens: 30, accepted_prediction_tokens: 2 } },
      { output: { text: 10, reasoning: 30 }, total: 140 },
    ],
    [
      'reasoning beside the completion, where the total says so',
      { completion_tokens_details: { reasoning_tokens: 300 }, total_tokens: 440 },
      { output: { text: 40, reasoning: 300 }, total: 440 },
    ],
    [
      'no details',
      { prompt_tokens_details: null, completion_tokens_details: null },
      { input: { uncached: 100, cacheRead: undefined }, output: { text: 40, reasoning: undefined } },
    ],
    ['the prompt alone', { completion_tokens: null, total_tokens: 100 }, { output: { text: undefined }, total: 100 }],
  ])('reads from the usage %s', async (_name, counts, expected) => {
    expect((await whole({ content: 'Held.' }, { usage: { ...usage, ...counts } })).result?.usage).toMatchObject(
      expected,
    );
  });

  it.each([
    ['an error with status 200', { error: { message: 'Busy.', code: 'overloaded' } }, 'overload'],
    ['a body that is no completion', { hello: 'world' }, 'network'],
  ])('%s is an error', async (_name, body, code) => {
    expect((await replayAnswer('openai-chat', { kind: 'json', body })).error?.code).toBe(code);
  });
});

describe('streamed chat completions', () => {
  it('says every delta, and takes the usage that comes after the end', async () => {
    const answer = await streamed(
      { id: '', model: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      chunk({ role: 'assistant', content: '', refusal: null }),
      chunk({ reasoning_content: 'Hm' }),
      chunk({ reasoning: 'm.' }),
      chunk({ content: 'Prices ' }, null, { service_tier: 'default' }),
      chunk({ content: [{ type: 'text', text: 'held.' }] }),
      chunk({}, 'stop'),
      used({ ...usage, prompt_tokens_details: { cached_tokens: 60 } }),
    );
    expect(answer).toMatchObject({
      said: 'Prices held.',
      reasoning: 'Hmm.',
      result: { text: 'Prices held.', servedModel: 'served', finishReason: 'stop' },
    });
    expect(answer.result?.usage).toMatchObject({ input: { uncached: 40, cacheRead: 60 }, serviceTier: 'default' });
  });

  it('does not know a usage that never comes', async () => {
    const { result } = await streamed(chunk({ content: 'Held.' }), chunk({}, 'stop', { usage: null }));
    expect(result?.usage).toMatchObject({ total: undefined, source: 'reported' });
  });

  it.each([
    [
      'by their index',
      [
        call(0, 'call_1', 'value', ''),
        call(1, 'call_2', 'search', '{"t'),
        call(0, undefined, undefined, '{"year":2004}'),
        call(1, undefined, undefined, '":"ü"}'),
      ],
    ],
    [
      'by their id, where every index is 0',
      [
        call(0, 'call_1', 'value', '{"year":2004}'),
        call(0, 'call_2', 'search', '{"t":'),
        call(0, undefined, undefined, '"ü"}'),
      ],
    ],
    [
      'by their id, where there is no index',
      [
        call(undefined, 'call_1', 'value', '{"year":'),
        call(undefined, 'call_1', undefined, '2004}'),
        call(undefined, 'call_2', 'search', '{"t":"ü"}'),
      ],
    ],
  ])('tells tool calls apart %s', async (_name, deltas) => {
    const { result } = await streamed(...deltas.map((delta) => chunk(delta)), chunk({}, 'tool_calls'), used());
    expect(result?.finishReason).toBe('tool-calls');
    expect(result?.toolCalls.map(({ callId, toolName, argumentsJson }) => [callId, toolName, argumentsJson])).toEqual([
      ['call_1', 'value', '{"year":2004}'],
      ['call_2', 'search', '{"t":"ü"}'],
    ]);
  });

  it('keeps a call without arguments, and one of a custom tool', async () => {
    const custom = { index: 1, id: 'call_2', type: 'custom', custom: { name: 'run_sql', input: 'SELECT ' } };
    const { result } = await streamed(
      chunk(call(0, 'call_1', 'refresh', '')),
      chunk({ tool_calls: [custom] }),
      chunk({ tool_calls: [{ index: 1, custom: { input: '"a"' } }] }),
      chunk({}, 'tool_calls'),
      used(),
    );
    expect(result?.toolCalls.map(({ argumentsJson }) => JSON.parse(argumentsJson) as unknown)).toEqual([
      {},
      'SELECT "a"',
    ]);
  });

  it.each([
    ['length', { content: 'Prices ' }, 'truncated', 'Prices '],
    ['content_filter', { content: 'Prices ' }, 'content-policy', 'Prices '],
    ['stop', { refusal: 'I can’t help with that.' }, 'refusal', undefined],
  ])('a stream that ends by %s with %o is %s', async (reason, delta, code, partialText) => {
    const { error } = await streamed(chunk(delta), chunk({}, reason), used());
    expect(error).toMatchObject({ code, partialText, usage: { total: 140 } });
  });

  it('an error chunk ends the stream, before and after the first word', async () => {
    const failed = { error: { message: 'Slow down.', type: 'requests', code: 'rate_limit_exceeded' } };
    expect((await streamed(failed)).error?.code).toBe('quota');
    expect(await streamed(chunk({ content: 'Prices ' }), failed)).toMatchObject({
      said: 'Prices ',
      error: { code: 'quota' },
    });
  });

  it('a stream that never says why it ended is a broken connection', async () => {
    expect(await streamed(chunk({ content: 'Prices ' }))).toMatchObject({
      said: 'Prices ',
      error: { code: 'network' },
    });
  });
});
