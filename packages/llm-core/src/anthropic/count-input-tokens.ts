import type Anthropic from '@anthropic-ai/sdk';
import { fromClientError } from '../client-error.ts';
import { type AdapterOptions, fitterOf } from '../adapter.ts';
import type { GenerateRequest } from '../language-model.ts';
import { toMessagesRequest } from './messages-request.ts';

/**
 * How many input tokens a request will cost, counted by the provider itself, after it is trimmed to what the model takes as a
 * call would be. Fails as a call does.
 */
export async function countInputTokens(
  client: Anthropic,
  options: AdapterOptions & { readonly request: GenerateRequest },
): Promise<number> {
  const { modelId } = options;
  const { request } = fitterOf({ provider: 'anthropic', modelId }, options, { takesReasoning: true })(options.request);
  const { messages, model, system, thinking, tool_choice, tools, output_config } = toMessagesRequest(modelId, request);
  const asked = { system, thinking, tool_choice, tools, output_config };
  const known = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  try {
    const counted = await client.messages.countTokens(
      { messages, model, ...known },
      { signal: request.signal ?? null },
    );
    return counted.input_tokens;
  } catch (error) {
    throw fromClientError(error, { provider: 'anthropic', modelId, signal: request.signal });
  }
}
