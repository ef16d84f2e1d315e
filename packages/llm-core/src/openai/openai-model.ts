import type OpenAI from 'openai';
import { assertNoClientRetries } from '../client-retries.ts';
import { LlmError } from '../errors.ts';
import { fromClientError } from '../http-error.ts';
import type { GenerateRequest, LanguageModel, StreamEvent } from '../language-model.ts';
import { toResponsesRequest } from './responses-request.ts';
import { fromResponse } from './responses-result.ts';

const GENERATE_TIMEOUT_MS = 600_000;

/**
 * A model behind the Responses API, over a client that the caller made with `maxRetries: 0`.
 *
 * @example
 * const model = openAIModel(new OpenAI({ apiKey, maxRetries: 0 }), { modelId: 'gpt-6-luna' });
 */
export function openAIModel(client: OpenAI, options: { readonly modelId: string }): LanguageModel {
  assertNoClientRetries(client, 'OpenAI');
  const { modelId } = options;
  const failed = (error: unknown, request: GenerateRequest) =>
    error instanceof LlmError ? error : fromClientError(error, { provider: 'openai', modelId, signal: request.signal });
  return {
    provider: 'openai',
    modelId,
    async generate(request) {
      try {
        const response = await client.responses.create(
          { ...toResponsesRequest(modelId, request), stream: false },
          { signal: request.signal ?? null, timeout: GENERATE_TIMEOUT_MS },
        );
        return fromResponse(response, modelId);
      } catch (error) {
        throw failed(error, request);
      }
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      try {
        const events = await client.responses.create(
          { ...toResponsesRequest(modelId, request), stream: true },
          { signal: request.signal ?? null },
        );
        for await (const event of events) {
          if (event.type === 'response.output_text.delta') yield { type: 'text-delta', text: event.delta };
          else if (event.type === 'response.reasoning_summary_text.delta')
            yield { type: 'reasoning-delta', text: event.delta };
          else if (event.type === 'error')
            throw new LlmError('overload', `${modelId} of openai failed: ${event.message}`, {
              provider: 'openai',
              modelId,
            });
          else if (
            event.type === 'response.completed' ||
            event.type === 'response.incomplete' ||
            event.type === 'response.failed'
          ) {
            const result = fromResponse(event.response, modelId);
            for (const call of result.toolCalls) yield { type: 'tool-call', call };
            yield { type: 'finish', result };
            return;
          }
        }
        throw new LlmError('network', `The stream of ${modelId} of openai ended before the answer was done.`, {
          provider: 'openai',
          modelId,
        });
      } catch (error) {
        throw failed(error, request);
      }
    },
  };
}
