import type OpenAI from 'openai';
import type { Response, ResponseOutputItem } from 'openai/resources/responses/responses';
import { type AdapterOptions, adaptVendor, CLIENT_TIMEOUT_MS } from '../adapter.ts';
import { fromProviderError } from '../client-error.ts';
import { assertNoClientRetries } from '../client-retries.ts';
import type { LanguageModel } from '../language-model.ts';
import { toResponsesRequest } from './responses-request.ts';
import { fromResponse } from './responses-result.ts';

/**
 * A model behind the Responses API, over a client that the caller made with `maxRetries: 0`.
 *
 * @example
 * const model = openAIModel(new OpenAI({ apiKey, maxRetries: 0 }), { modelId: 'gpt-6-luna' });
 */
export function openAIModel(client: OpenAI, options: AdapterOptions): LanguageModel {
  assertNoClientRetries(client, 'OpenAI');
  const { modelId } = options;
  const provider = 'openai';
  return adaptVendor(
    {
      provider,
      modelId,
      takesReasoning: true,
      async generate(request) {
        const body = toResponsesRequest(modelId, request);
        const response = await client.responses.create(
          { ...body, stream: false },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        return fromResponse(response, { modelId });
      },
      async *stream(request) {
        const body = toResponsesRequest(modelId, request);
        const events = await client.responses.create(
          { ...body, stream: true },
          { signal: request.signal ?? null, timeout: CLIENT_TIMEOUT_MS },
        );
        const said = new Map<string, string>();
        const items = new Map<number, ResponseOutputItem>();
        let saidInAll = '';
        for await (const event of events) {
          if (event.type === 'response.output_text.delta' || event.type === 'response.output_text.done') {
            // By place and not by id: there are servers that give every event another id.
            const part = `${event.output_index ?? event.item_id}/${event.content_index}`;
            const before = said.get(part) ?? '';
            // The whole text of a part follows its deltas; what they left out is said then.
            const text = event.type === 'response.output_text.delta' ? event.delta : rest(event.text, before);
            said.set(part, before + text);
            saidInAll += text;
            if (text !== '') yield { type: 'text-delta', text };
          } else if (
            event.type === 'response.reasoning_summary_text.delta' ||
            event.type === 'response.reasoning_text.delta'
          ) {
            yield { type: 'reasoning-delta', text: event.delta };
          } else if (event.type === 'response.output_item.done') {
            items.set(event.output_index ?? items.size, event.item);
          } else if (event.type === 'error') {
            throw fromProviderError({ code: event.code, message: event.message }, { provider, modelId });
          } else if (
            event.type === 'response.completed' ||
            event.type === 'response.incomplete' ||
            event.type === 'response.failed'
          ) {
            const result = fromResponse(withItems(event.response, items), { modelId });
            // An item that came whole, without deltas, is said now.
            const unsaid = rest(result.text, saidInAll);
            if (unsaid !== '') yield { type: 'text-delta', text: unsaid };
            return result;
          }
        }
        return undefined;
      },
    },
    options,
  );
}

/** There are servers that leave out at the end what they told of item by item. */
function withItems(response: Response, items: ReadonlyMap<number, ResponseOutputItem>): Response {
  if (items.size === 0 || (response.output ?? []).length > 0) return response;
  return { ...response, output: [...items].toSorted(([one], [other]) => one - other).map(([, item]) => item) };
}

function rest(whole: string, before: string): string {
  return whole.startsWith(before) ? whole.slice(before.length) : '';
}
