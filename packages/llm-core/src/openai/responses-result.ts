import type { Response } from 'openai/resources/responses/responses';
import { completedResult, type ResponseEnd } from '../completed-result.ts';
import { LlmError } from '../errors.ts';
import type { GenerateResult, ToolCallPart } from '../language-model.ts';
import { fromResponsesUsage } from './responses-usage.ts';

/** The result of a whole response of the Responses API. */
export function fromResponse(response: Response, modelId: string): GenerateResult {
  const usage = fromResponsesUsage(response);
  if (response.status === 'failed') {
    throw new LlmError('overload', `${modelId} of openai failed: ${response.error?.message ?? 'no reason was given'}`, {
      provider: 'openai',
      modelId,
      usage,
    });
  }
  const toolCalls: ToolCallPart[] = [];
  let text = '';
  let refused = false;
  for (const item of response.output) {
    if (item.type === 'function_call') {
      toolCalls.push({ type: 'tool-call', callId: item.call_id, toolName: item.name, argumentsJson: item.arguments });
    } else if (item.type === 'custom_tool_call') {
      toolCalls.push({
        type: 'tool-call',
        callId: item.call_id,
        toolName: item.name,
        argumentsJson: JSON.stringify(item.input),
      });
    } else if (item.type === 'message') {
      for (const part of item.content) {
        if (part.type === 'refusal') refused = true;
        else text += part.text;
      }
    }
  }
  return completedResult({
    end: endOf(response, { refused, hasToolCalls: toolCalls.length > 0 }),
    text,
    toolCalls,
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
