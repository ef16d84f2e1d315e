import type OpenAI from 'openai';
import { fromClientError } from '../client-error.ts';
import { type AdapterOptions, fitterOf } from '../adapter.ts';
import type { GenerateRequest } from '../language-model.ts';
import { toResponsesRequest } from './responses-request.ts';

/**
 * How many input tokens a request will cost, counted by the provider itself, after it is trimmed to what the model takes as a
 * call would be. Fails as a call does.
 */
export async function countInputTokens(
  client: OpenAI,
  options: AdapterOptions & { readonly request: GenerateRequest },
): Promise<number> {
  const { modelId } = options;
  const { request } = fitterOf({ provider: 'openai', modelId }, options, { takesReasoning: true })(options.request);
  const { instructions, input, model, reasoning, text, tools, tool_choice } = toResponsesRequest(modelId, request);
  const asked = { instructions, input, model, reasoning, text, tools, tool_choice };
  const body = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  try {
    return (await client.responses.inputTokens.count(body, { signal: request.signal ?? null })).input_tokens;
  } catch (error) {
    throw fromClientError(error, { provider: 'openai', modelId, signal: request.signal });
  }
}
