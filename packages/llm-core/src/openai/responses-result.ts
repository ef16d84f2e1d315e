import type { Response } from 'openai/resources/responses/responses';
import { completedResult, type ResponseEnd } from '../completed-result.ts';
import { fromProviderError } from '../client-error.ts';
import { copyError } from '../copy-error.ts';
import { LlmError } from '../errors.ts';
import type { GenerateResult, ReasoningPart, ToolCallPart } from '../language-model.ts';
import { fromResponsesUsage } from './responses-usage.ts';

/** Ends that are none: nobody asked for an answer in the background. */
const unfinished: ReadonlySet<string> = new Set(['queued', 'in_progress', 'cancelled']);

/** The result of a whole response of the Responses API. A body that is no response is an error by what it says. */
export function fromResponse(response: Response, { modelId }: { readonly modelId: string }): GenerateResult {
  const target = { provider: 'openai', modelId };
  const usage = fromResponsesUsage(response);
  if (response.status === 'failed' || (response.error ?? undefined) !== undefined)
    throw copyError(fromProviderError(response.error ?? {}, target), { usage });
  if (!Array.isArray(response.output))
    throw new LlmError('network', `What ${modelId} of openai answered is no response.`, target);
  if (unfinished.has(response.status ?? 'completed'))
    throw new LlmError('network', `${modelId} of openai answered before it was done: ${response.status}.`, {
      ...target,
      usage,
    });
  const toolCalls: ToolCallPart[] = [];
  const reasoning: ReasoningPart[] = [];
  let text = '';
  let refusal: string | undefined;
  for (const item of response.output) {
    if (item.type === 'reasoning') {
      // Nothing is stored at the provider: without its content it would not know the item.
      if (!item.encrypted_content) continue;
      const text = (item.summary ?? []).map((part) => part.text).join('\n\n');
      const origin = { provider: 'openai', modelId, precedingToolCalls: toolCalls.length };
      reasoning.push({ type: 'reasoning', ...origin, text, block: { ...item } });
    } else if (item.type === 'function_call') {
      toolCalls.push({
        type: 'tool-call',
        callId: item.call_id,
        toolName: item.name,
        argumentsJson: item.arguments || '{}',
      });
    } else if (item.type === 'custom_tool_call') {
      toolCalls.push({
        type: 'tool-call',
        callId: item.call_id,
        toolName: item.name,
        argumentsJson: JSON.stringify(item.input),
      });
    } else if (item.type === 'message') {
      for (const part of item.content ?? []) {
        if (part.type === 'refusal') refusal = part.refusal;
        else if (part.type === 'output_text') text += part.text ?? '';
      }
    }
  }
  return completedResult({
    end: endOf(response, { refused: refusal !== undefined, hasToolCalls: toolCalls.length > 0 }),
    reason: refusal,
    text,
    toolCalls,
    reasoning,
    usage,
    provider: 'openai',
    requestedModel: modelId,
    servedModel: response.model,
    responseId: response.id,
    warnings: [],
  });
}

function endOf(response: Response, seen: { readonly refused: boolean; readonly hasToolCalls: boolean }): ResponseEnd {
  if (response.status === 'incomplete') {
    return response.incomplete_details?.reason === 'content_filter' ? 'content-policy' : 'truncated';
  }
  if (seen.refused) return 'refusal';
  return seen.hasToolCalls ? 'tool-calls' : 'stop';
}
