import type Anthropic from '@anthropic-ai/sdk';
import { assertNoClientRetries } from '../client-retries.ts';
import { LlmError } from '../errors.ts';
import { fromClientError } from '../http-error.ts';
import type { GenerateRequest, LanguageModel, StreamEvent } from '../language-model.ts';
import { toMessagesRequest } from './messages-request.ts';
import { fromMessage } from './messages-result.ts';

// Without a timeout of its own the client refuses answers that may be long, and asks for a stream.
const GENERATE_TIMEOUT_MS = 600_000;

/**
 * A model behind the Messages API, over a client that the caller made with `maxRetries: 0`.
 *
 * @example
 * const model = anthropicModel(new Anthropic({ apiKey, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' });
 */
export function anthropicModel(client: Anthropic, options: { readonly modelId: string }): LanguageModel {
  assertNoClientRetries(client, 'Anthropic');
  const { modelId } = options;
  const failed = (error: unknown, request: GenerateRequest) =>
    error instanceof LlmError
      ? error
      : fromClientError(error, { provider: 'anthropic', modelId, signal: request.signal });
  return {
    provider: 'anthropic',
    modelId,
    async generate(request) {
      const { body, warnings } = toMessagesRequest(modelId, request);
      try {
        const message = await client.messages.create(
          { ...body, stream: false },
          { signal: request.signal ?? null, timeout: GENERATE_TIMEOUT_MS },
        );
        return fromMessage(message, { modelId, warnings });
      } catch (error) {
        throw failed(error, request);
      }
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      const { body, warnings } = toMessagesRequest(modelId, request);
      try {
        const stream = client.messages.stream(body, { signal: request.signal ?? null });
        for await (const event of stream) {
          if (event.type !== 'content_block_delta') continue;
          if (event.delta.type === 'text_delta') yield { type: 'text-delta', text: event.delta.text };
          else if (event.delta.type === 'thinking_delta') yield { type: 'reasoning-delta', text: event.delta.thinking };
        }
        const result = fromMessage(await stream.finalMessage(), { modelId, warnings });
        for (const call of result.toolCalls) yield { type: 'tool-call', call };
        yield { type: 'finish', result };
      } catch (error) {
        throw failed(error, request);
      }
    },
  };
}
