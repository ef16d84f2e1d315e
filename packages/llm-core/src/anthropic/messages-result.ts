import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import { completedResult, type ResponseEnd } from '../completed-result.ts';
import type { GenerateResult, ToolCallPart, Warning } from '../language-model.ts';
import { fromMessagesUsage } from './messages-usage.ts';

const ends: Readonly<Record<string, ResponseEnd>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  pause_turn: 'stop',
  tool_use: 'tool-calls',
  max_tokens: 'truncated',
  refusal: 'refusal',
  model_context_window_exceeded: 'context-length',
};

/** The result of a whole message of the Messages API. */
export function fromMessage(
  message: Message,
  options: { readonly modelId: string; readonly warnings: readonly Warning[] },
): GenerateResult {
  const toolCalls: ToolCallPart[] = [];
  let text = '';
  for (const block of message.content) {
    if (block.type === 'text') text += block.text;
    else if (block.type === 'tool_use') {
      toolCalls.push({
        type: 'tool-call',
        callId: block.id,
        toolName: block.name,
        argumentsJson: JSON.stringify(block.input ?? {}),
      });
    }
  }
  return completedResult({
    end: ends[message.stop_reason ?? 'end_turn'] ?? 'stop',
    text,
    toolCalls,
    usage: fromMessagesUsage(message.usage),
    provider: 'anthropic',
    requestedModel: options.modelId,
    servedModel: message.model,
    responseId: message.id,
    warnings: options.warnings,
  });
}
