import { chatWire } from './chat-wire.ts';
import type { LoopbackReply } from './loopback-reply.ts';
import { messagesWire } from './messages-wire.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { responsesWire } from './responses-wire.ts';
import type { VendorAnswer, WireAnswer, WireForm, WireName } from './vendor-answer.ts';

const CHARACTERS_PER_TOKEN = 4;

const wires: Readonly<Record<WireName, (answer: WireAnswer) => WireForm>> = {
  responses: responsesWire,
  chat: chatWire,
  messages: messagesWire,
};

/** The wire that a request speaks, by its path. */
export function wireOf(request: RecordedRequest): WireName {
  if (request.path.includes('/messages')) return 'messages';
  return request.path.includes('/chat/completions') ? 'chat' : 'responses';
}

/** True where a request wants its answer as a stream. */
export function wantsStream({ body }: RecordedRequest): boolean {
  return (body as { readonly stream?: boolean } | undefined)?.stream === true;
}

/** An answer in the form of the wire that the request speaks. */
export function wireForm(request: RecordedRequest, answer: VendorAnswer): WireForm {
  const { text = '', toolCalls = [] } = answer;
  const output = text.length + toolCalls.reduce((sum, call) => sum + call.argumentsJson.length, 0);
  return wires[wireOf(request)]({
    id: `response-${request.number}`,
    model: (request.body as { readonly model?: string } | undefined)?.model ?? 'unknown',
    pieces: text.match(/\S+\s*|\s+/g) ?? [],
    toolCalls: toolCalls.map((call, index) => ({ id: `call-${request.number}-${index}`, ...call })),
    inputTokens: answer.inputTokens ?? tokensIn(request),
    cacheReadTokens: answer.cacheReadTokens ?? 0,
    outputTokens: answer.outputTokens ?? Math.ceil(output / CHARACTERS_PER_TOKEN),
  });
}

/**
 * The reply of a vendor's server to a request: the answer in the words of the API that was asked (OpenAI Responses and Chat
 * Completions, Anthropic Messages), whole or streamed as the request wants, or a count of tokens where one is asked for.
 */
export function vendorReply(request: RecordedRequest, answer: VendorAnswer): LoopbackReply {
  if (request.path.includes('/count_tokens')) return { kind: 'json', body: { input_tokens: tokensIn(request) } };
  if (request.path.includes('/input_tokens'))
    return { kind: 'json', body: { object: 'response.input_tokens', input_tokens: tokensIn(request) } };
  const { body, head, content, tail, doneMark } = wireForm(request, answer);
  if (!wantsStream(request)) return { kind: 'json', body };
  return { kind: 'events', events: [...head, ...content, ...tail], doneMark };
}

function tokensIn({ bodyLength }: RecordedRequest): number {
  return Math.ceil(bodyLength / CHARACTERS_PER_TOKEN);
}
