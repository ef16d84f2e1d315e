import { LlmError } from './errors.ts';
import type { FinishReason, GenerateResult, ReasoningPart, ToolCallPart, Warning } from './language-model.ts';
import type { Usage } from './usage.ts';

/** How a provider says that a response ended. */
export type ResponseEnd = FinishReason | 'refusal' | 'truncated' | 'content-policy' | 'context-length';

const messages: Readonly<Record<Exclude<ResponseEnd, FinishReason>, string>> = {
  refusal: 'declined to answer',
  truncated: 'reached the limit of output tokens before it was done: raise maxOutputTokens',
  'content-policy': 'was stopped by the content policy of its provider',
  'context-length': 'ran out of context before it was done: shorten the prompt',
};

/** The result of a response that ended well; an `LlmError` with what was said and used for any other end. */
export function completedResult(response: {
  readonly end: ResponseEnd;
  /** What the provider gave as the reason of a refusal. */
  readonly reason?: string | undefined;
  readonly text: string;
  readonly toolCalls: readonly ToolCallPart[];
  /** Default none. */
  readonly reasoning?: readonly ReasoningPart[];
  readonly usage: Usage;
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly responseId: string | undefined;
  readonly warnings: readonly Warning[];
}): GenerateResult {
  const { end, reason, reasoning = [], ...rest } = response;
  if (end === 'stop' || end === 'tool-calls')
    return { ...rest, ...(reasoning.length === 0 ? {} : { reasoning }), finishReason: end, attempts: [] };
  const why = reason === undefined || reason === '' ? '.' : `: ${reason}`;
  throw new LlmError(end, `${rest.requestedModel} of ${rest.provider} ${messages[end]}${why}`, {
    provider: rest.provider,
    modelId: rest.requestedModel,
    usage: rest.usage,
    ...(rest.text === '' ? {} : { partialText: rest.text }),
  });
}
