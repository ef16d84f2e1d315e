import type { WireAnswer, WireForm } from './vendor-answer.ts';

/** An answer as Anthropic's Messages API gives it. */
export function messagesWire(answer: WireAnswer): WireForm {
  const text = answer.pieces.join('');
  const stop_reason = answer.toolCalls.length > 0 ? 'tool_use' : 'end_turn';
  const usage = {
    input_tokens: answer.inputTokens - answer.cacheReadTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: answer.cacheReadTokens,
    output_tokens: answer.outputTokens,
    service_tier: 'standard',
  };
  const message = { id: answer.id, type: 'message', role: 'assistant', model: answer.model };
  const called = answer.toolCalls.flatMap(({ id, name, argumentsJson }, position) => {
    const index = position + (text === '' ? 0 : 1);
    return [
      { type: 'content_block_start', index, content_block: { type: 'tool_use', id, name, input: {} } },
      { type: 'content_block_delta', index, delta: { type: 'input_json_delta', partial_json: argumentsJson } },
      { type: 'content_block_stop', index },
    ];
  });
  return {
    body: {
      ...message,
      content: [
        ...(text === '' ? [] : [{ type: 'text', text, citations: null }]),
        ...answer.toolCalls.map(({ id, name, argumentsJson }) => ({
          type: 'tool_use',
          id,
          name,
          input: JSON.parse(argumentsJson) as unknown,
        })),
      ],
      stop_reason,
      stop_sequence: null,
      usage,
    },
    head: [
      {
        type: 'message_start',
        message: {
          ...message,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { ...usage, output_tokens: 1 },
        },
      },
      ...(text === ''
        ? []
        : [{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } }]),
      { type: 'ping' },
    ],
    content: answer.pieces.map((piece) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: piece },
    })),
    tail: [
      ...(text === '' ? [] : [{ type: 'content_block_stop', index: 0 }]),
      ...called,
      {
        type: 'message_delta',
        delta: { stop_reason, stop_sequence: null },
        usage: { output_tokens: answer.outputTokens },
      },
      { type: 'message_stop' },
    ],
    doneMark: false,
  };
}
