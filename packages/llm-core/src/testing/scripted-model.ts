import { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent, ToolCallPart } from '../language-model.ts';
import { createUsage } from '../usage.ts';

/** What a scripted model does with one request: says a text, calls tools, fails, or says a part of a text and then fails. */
export type ScriptedReply =
  | string
  | LlmError
  | { readonly text: string; readonly thenFail: LlmError }
  | { readonly text?: string; readonly toolCalls: readonly ToolCallPart[] };

export interface ScriptedModel extends LanguageModel {
  /** Every request it was asked, in order. */
  readonly requests: readonly GenerateRequest[];
}

/**
 * A model that follows a script, one reply a request; the last reply repeats. Streams say a text word by word. An aborted
 * signal is honoured before each reply and between words.
 */
export function scriptedModel(
  replies: readonly [ScriptedReply, ...ScriptedReply[]],
  options: { readonly provider?: string; readonly modelId?: string } = {},
): ScriptedModel {
  const { provider = 'scripted', modelId = 'scripted-1' } = options;
  const requests: GenerateRequest[] = [];
  const nextReply = (request: GenerateRequest): ScriptedReply => {
    assertNotAborted(request);
    requests.push(request);
    return replies[Math.min(requests.length, replies.length) - 1] ?? replies[0];
  };
  const resultOf = (text: string, toolCalls: readonly ToolCallPart[] = []): GenerateResult => ({
    text,
    toolCalls,
    finishReason: toolCalls.length > 0 ? 'tool-calls' : 'stop',
    usage: createUsage({
      input: { uncached: 10, cacheRead: undefined, cacheWrite: undefined },
      output: { text: text.split(' ').length, reasoning: undefined },
      source: 'reported',
    }),
    provider,
    requestedModel: modelId,
    servedModel: modelId,
    responseId: `response-${requests.length}`,
    warnings: [],
    attempts: [],
  });
  return {
    provider,
    modelId,
    requests,
    async generate(request) {
      const reply = nextReply(request);
      if (typeof reply === 'string') return resultOf(reply);
      if ('toolCalls' in reply) return resultOf(reply.text ?? '', reply.toolCalls);
      throw reply instanceof LlmError ? reply : reply.thenFail;
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      const reply = nextReply(request);
      if (reply instanceof LlmError) throw reply;
      const text = typeof reply === 'string' ? reply : (reply.text ?? '');
      const toolCalls = typeof reply !== 'string' && 'toolCalls' in reply ? reply.toolCalls : [];
      for (const word of text.match(/\S+\s*/g) ?? []) {
        assertNotAborted(request);
        yield { type: 'text-delta', text: word };
        await Promise.resolve();
      }
      if (typeof reply !== 'string' && 'thenFail' in reply) throw reply.thenFail;
      for (const call of toolCalls) yield { type: 'tool-call', call };
      yield { type: 'finish', result: resultOf(text, toolCalls) };
    },
  };
}

function assertNotAborted(request: GenerateRequest): void {
  if (request.signal?.aborted)
    throw new LlmError('aborted', 'The call was aborted by its caller.', { cause: request.signal.reason });
}
