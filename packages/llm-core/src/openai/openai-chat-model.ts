import type OpenAI from 'openai';
import type { ChatCompletion } from 'openai/resources/chat/completions/completions';
import { type AdapterOptions, adaptVendor, CLIENT_TIMEOUT_MS } from '../adapter.ts';
import { fromProviderError } from '../client-error.ts';
import { capabilitiesOf } from '../capabilities/capabilities-of.ts';
import { assertNoClientRetries } from '../client-retries.ts';
import type { ProviderError } from '../error-kind.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { ChatParts } from './chat-parts.ts';
import { toChatRequest } from './chat-request.ts';

export interface ChatModelOptions extends AdapterOptions {
  /** Whose server it is, for prices, audit and telemetry. Default `openai`. */
  readonly provider?: string;
}

/**
 * A model behind Chat Completions: any server that speaks it (vLLM, llama.cpp, Ollama) by the client's `baseURL`. For
 * OpenAI's own models take `openAIModel`, since the newest of them call tools through the Responses API alone.
 *
 * @example
 * const client = new OpenAI({ baseURL: 'http://127.0.0.1:11434/v1', apiKey: 'none', maxRetries: 0 });
 * const model = openAIChatModel(client, { provider: 'ollama', modelId: 'qwen3' });
 */
export function openAIChatModel(client: OpenAI, options: ChatModelOptions): LanguageModel {
  assertNoClientRetries(client, 'OpenAI');
  const { modelId, provider = 'openai' } = options;
  const target = { provider, modelId };
  const bodyOptions = {
    modelId,
    maximumTokensField: client.baseURL.includes('api.openai.com')
      ? ('max_completion_tokens' as const)
      : ('max_tokens' as const),
  };
  const assertToolsAllowed = (request: GenerateRequest): void => {
    if (request.tools === undefined || request.tools.length === 0) return;
    const { now = Date.now, capabilities: rows = [] } = options;
    if (capabilitiesOf(target, { at: now(), rows }).toolsNeedResponses)
      throw new LlmError(
        'invalid-request',
        `${modelId} calls tools through the Responses API alone: use openAIModel.`,
        target,
      );
  };
  return adaptVendor(
    {
      provider,
      modelId,
      async generate(request) {
        assertToolsAllowed(request);
        const completion = await client.chat.completions.create(
          { ...toChatRequest(request, bodyOptions), stream: false },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        assertCompletion(completion, target);
        const parts = new ChatParts();
        parts.addWhole(completion);
        return parts.toResult(target);
      },
      async *stream(request) {
        assertToolsAllowed(request);
        const chunks = await client.chat.completions.create(
          { ...toChatRequest(request, bodyOptions), stream: true, stream_options: { include_usage: true } },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        const parts = new ChatParts();
        // The usage comes after the chunk that says why the model stopped: read to the end.
        for await (const chunk of chunks) yield* parts.addChunk(chunk);
        return parts.isDone ? parts.toResult(target) : undefined;
      },
    },
    options,
  );
}

function assertCompletion(completion: ChatCompletion, target: { readonly provider: string; readonly modelId: string }) {
  const { error } = completion as { readonly error?: ProviderError };
  if (error !== undefined && error !== null) throw fromProviderError(error, target);
  if (!Array.isArray(completion.choices))
    throw new LlmError('network', `What ${target.modelId} of ${target.provider} answered is no completion.`, target);
}
