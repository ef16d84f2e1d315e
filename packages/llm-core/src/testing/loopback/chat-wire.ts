import type { WireAnswer, WireForm } from './vendor-answer.ts';

/** An answer as Chat Completions gives it, with the usage in a chunk of its own at the end. */
export function chatWire(answer: WireAnswer): WireForm {
  const { toolCalls, pieces } = answer;
  const calls = toolCalls.map(({ id, name, argumentsJson }) => ({
    id,
    type: 'function',
    function: { name, arguments: argumentsJson },
  }));
  const finish_reason = calls.length > 0 ? 'tool_calls' : 'stop';
  const usage = {
    prompt_tokens: answer.inputTokens,
    prompt_tokens_details: { cached_tokens: answer.cacheReadTokens },
    completion_tokens: answer.outputTokens,
    completion_tokens_details: { reasoning_tokens: 0 },
    total_tokens: answer.inputTokens + answer.outputTokens,
  };
  const head = { id: answer.id, created: 1_795_000_000, model: answer.model, service_tier: 'default' };
  const chunk = (delta: object, end: string | null = null) => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: end }],
    usage: null,
  });
  return {
    body: {
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: pieces.length === 0 ? null : pieces.join(''),
            refusal: null,
            ...(calls.length === 0 ? {} : { tool_calls: calls }),
          },
          logprobs: null,
          finish_reason,
        },
      ],
      usage,
    },
    head: [chunk({ role: 'assistant', content: '' })],
    content: pieces.map((content) => chunk({ content })),
    tail: [
      ...calls.map((call, index) => chunk({ tool_calls: [{ index, ...call }] })),
      chunk({}, finish_reason),
      { ...head, object: 'chat.completion.chunk', choices: [], usage },
    ],
    doneMark: true,
  };
}
