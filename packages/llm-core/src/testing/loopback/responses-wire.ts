import type { WireAnswer, WireForm } from './vendor-answer.ts';

/** An answer as OpenAI's Responses API gives it. */
export function responsesWire(answer: WireAnswer): WireForm {
  const text = answer.pieces.join('');
  const messageId = `${answer.id}-message`;
  const part = { type: 'output_text', text, annotations: [], logprobs: [] };
  const message = { type: 'message', id: messageId, status: 'completed', role: 'assistant', content: [part] };
  const calls = answer.toolCalls.map(({ id, name, argumentsJson }) => ({
    type: 'function_call',
    id: `item-${id}`,
    call_id: id,
    name,
    arguments: argumentsJson,
    status: 'completed',
  }));
  const started = {
    id: answer.id,
    object: 'response',
    created_at: 1_795_000_000,
    status: 'in_progress',
    model: answer.model,
    output: [],
    error: null,
    incomplete_details: null,
    usage: null,
  };
  const body = {
    ...started,
    status: 'completed',
    output: [...(text === '' ? [] : [message]), ...calls],
    service_tier: 'default',
    usage: {
      input_tokens: answer.inputTokens,
      input_tokens_details: { cached_tokens: answer.cacheReadTokens },
      output_tokens: answer.outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: answer.inputTokens + answer.outputTokens,
    },
  };
  const place = { item_id: messageId, output_index: 0, content_index: 0 };
  const said = answer.pieces.map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] }));
  const called = calls.flatMap((item, index) => {
    const output_index = index + (text === '' ? 0 : 1);
    return [
      { type: 'response.output_item.added', output_index, item: { ...item, arguments: '', status: 'in_progress' } },
      { type: 'response.function_call_arguments.delta', item_id: item.id, output_index, delta: item.arguments },
      { type: 'response.function_call_arguments.done', item_id: item.id, output_index, arguments: item.arguments },
      { type: 'response.output_item.done', output_index, item },
    ];
  });
  const opened = [
    { type: 'response.output_item.added', output_index: 0, item: { ...message, status: 'in_progress', content: [] } },
    { type: 'response.content_part.added', ...place, part: { ...part, text: '' } },
  ];
  const closed = [
    { type: 'response.output_text.done', ...place, text, logprobs: [] },
    { type: 'response.content_part.done', ...place, part },
    { type: 'response.output_item.done', output_index: 0, item: message },
  ];
  const head = [
    { type: 'response.created', response: started },
    { type: 'response.in_progress', response: started },
    ...(text === '' ? [] : opened),
  ];
  const tail = [...(text === '' ? [] : closed), ...called, { type: 'response.completed', response: body }];
  return {
    body,
    ...numbered({ head, content: said, tail }),
    doneMark: false,
  };
}

function numbered(events: Readonly<Record<'head' | 'content' | 'tail', readonly object[]>>) {
  let sequence_number = 0;
  const number = (list: readonly object[]) => list.map((event) => ({ ...event, sequence_number: sequence_number++ }));
  return { head: number(events.head), content: number(events.content), tail: number(events.tail) };
}
