import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import { fromProviderError } from '../client-error.ts';
import { completedResult, type ResponseEnd } from '../completed-result.ts';
import type { ProviderError } from '../error-kind.ts';
import { LlmError } from '../errors.ts';
import type { GenerateResult, ReasoningPart, ToolCallPart } from '../language-model.ts';
import type { MessageParts } from './message-parts.ts';
import { fromMessagesUsage } from './messages-usage.ts';
import { isThinking, reasoningPart, type Thought } from './thinking.ts';

const ends: Readonly<Record<string, ResponseEnd>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  pause_turn: 'stop',
  tool_use: 'tool-calls',
  max_tokens: 'truncated',
  refusal: 'refusal',
  model_context_window_exceeded: 'context-length',
};

interface ResultOptions {
  readonly modelId: string;
}

/** The result of a whole message of the Messages API. A body that is no message is an error by what it says. */
export function fromMessage(message: Message, options: ResultOptions): GenerateResult {
  const target = { provider: 'anthropic', modelId: options.modelId };
  const { error } = message as { readonly error?: ProviderError };
  if (error !== undefined && error !== null) throw fromProviderError(error, target);
  if (!Array.isArray(message.content))
    throw new LlmError('network', `What ${options.modelId} of anthropic answered is no message.`, target);
  const toolCalls: ToolCallPart[] = [];
  const thoughts: Thought[] = [];
  let text = '';
  for (const block of message.content) {
    if (isThinking(block)) thoughts.push({ block, precedingToolCalls: toolCalls.length });
    else if (block.type === 'text') text += block.text ?? '';
    else if (block.type === 'tool_use')
      toolCalls.push(toolCall({ id: block.id, name: block.name, argumentsJson: JSON.stringify(block.input ?? {}) }));
  }
  return resultOf({ ...message, text, toolCalls, thoughts, options });
}

/** The result of a message that came as a stream. */
export function fromParts(parts: MessageParts, options: ResultOptions): GenerateResult {
  const toolCalls = [...parts.toolUses.values()].map(({ id, name, input, json }) =>
    toolCall({ id, name, argumentsJson: json === '' ? JSON.stringify(input ?? {}) : json }),
  );
  const { id, model, usage, text, stopReason: stop_reason, stopDetails: stop_details } = parts;
  return resultOf({ id, model, usage, stop_reason, stop_details, text, toolCalls, thoughts: parts.thoughts, options });
}

function toolCall(call: { readonly id: string; readonly name: string; readonly argumentsJson: string }): ToolCallPart {
  return { type: 'tool-call', callId: call.id, toolName: call.name, argumentsJson: call.argumentsJson };
}

function resultOf(
  message: Pick<Message, 'id' | 'model' | 'stop_reason' | 'stop_details'> & {
    readonly usage: Partial<Message['usage']>;
    readonly text: string;
    readonly toolCalls: readonly ToolCallPart[];
    readonly thoughts: readonly Thought[];
    readonly options: ResultOptions;
  },
): GenerateResult {
  return completedResult({
    end: ends[message.stop_reason ?? 'end_turn'] ?? 'stop',
    reason: message.stop_details?.type === 'refusal' ? (message.stop_details.explanation ?? undefined) : undefined,
    text: message.text,
    toolCalls: message.toolCalls,
    reasoning: message.thoughts
      .map(({ block, precedingToolCalls }) =>
        reasoningPart(block, { modelId: message.options.modelId, precedingToolCalls }),
      )
      .filter((part): part is ReasoningPart => part !== undefined),
    usage: fromMessagesUsage(message.usage ?? {}),
    provider: 'anthropic',
    requestedModel: message.options.modelId,
    servedModel: message.model,
    responseId: message.id,
    warnings: [],
  });
}
