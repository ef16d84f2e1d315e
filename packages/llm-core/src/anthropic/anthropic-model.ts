import type Anthropic from '@anthropic-ai/sdk';
import { type AdapterOptions, adaptVendor, CLIENT_TIMEOUT_MS } from '../adapter.ts';
import { assertNoClientRetries } from '../client-retries.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { isTraced } from '../telemetry/traced-request.ts';
import { MessageParts } from './message-parts.ts';
import { toMessagesRequest } from './messages-request.ts';
import { fromMessage, fromParts } from './messages-result.ts';

/**
 * A model behind the Messages API, over a client that the caller made with `maxRetries: 0`.
 *
 * @example
 * const model = anthropicModel(new Anthropic({ apiKey, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' });
 */
export function anthropicModel(client: Anthropic, options: AdapterOptions): LanguageModel {
  assertNoClientRetries(client, 'Anthropic');
  const { modelId } = options;
  // The client makes spans of its own; where ours cover the call it is silent, so that no token is traced twice.
  const silent = client.withOptions({ openTelemetry: false });
  const clientFor = (request: GenerateRequest): Anthropic => (isTraced(request) ? silent : client);
  return adaptVendor(
    {
      provider: 'anthropic',
      modelId,
      takesReasoning: true,
      async generate(request) {
        const body = toMessagesRequest(modelId, request);
        const message = await clientFor(request).messages.create(
          { ...body, stream: false },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        return fromMessage(message, { modelId });
      },
      async *stream(request) {
        const body = toMessagesRequest(modelId, request);
        const events = await clientFor(request).messages.create(
          { ...body, stream: true },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        const parts = new MessageParts();
        for await (const event of events) {
          const delta = parts.add(event);
          if (delta !== undefined) yield delta;
          if (event.type === 'message_stop') return fromParts(parts, { modelId });
        }
        return undefined;
      },
    },
    options,
  );
}
