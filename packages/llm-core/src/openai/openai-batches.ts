import type OpenAI from 'openai';
import type { Batch } from 'openai/resources/batches';
import type { Response as ResponsesResponse } from 'openai/resources/responses/responses';
import { type AdapterOptions, fitterOf } from '../adapter.ts';
import type { BatchAnswer, BatchApi } from '../batch/batch-api.ts';
import type { BatchStatus } from '../batch/batch-handle.ts';
import { jsonLines } from '../batch/json-lines.ts';
import { fromClientError, fromProviderError } from '../client-error.ts';
import { assertNoClientRetries } from '../client-retries.ts';
import type { ProviderError } from '../error-kind.ts';
import { isLlmError } from '../errors.ts';
import { toResponsesRequest } from './responses-request.ts';
import { fromResponse } from './responses-result.ts';

/** OpenAI's own limit. */
const MAXIMUM_ITEMS = 50_000;
/** Where our key is kept with a batch. */
const KEY_FIELD = 'key_hash';
/** The uploaded requests are of no use after this: 30 days, the longest that can be asked for. */
const INPUT_LIFETIME_SECONDS = 2_592_000;
/** How much the provider's clock may be behind ours. */
const CLOCK_SLACK_MS = 300_000;

/** A line of the files in which answers come. */
interface OutputLine {
  readonly custom_id: string;
  readonly response?: { readonly status_code: number; readonly body: unknown } | null;
  readonly error?: ProviderError | null;
}

/**
 * The batches of a model behind the Responses API, over a client that the caller made with `maxRetries: 0`. They cost half
 * and are answered within a day.
 *
 * @example
 * const batches = openAIBatches(new OpenAI({ apiKey, maxRetries: 0 }), { modelId: 'gpt-6-luna' });
 */
export function openAIBatches(client: OpenAI, options: AdapterOptions): BatchApi {
  assertNoClientRetries(client, 'OpenAI');
  const { modelId } = options;
  const target = { provider: 'openai', modelId };
  const call = async <Value>(signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw fromClientError(error, { ...target, signal });
    }
  };

  return {
    ...target,
    maximumItems: MAXIMUM_ITEMS,
    fit: fitterOf(target, options, { takesReasoning: true }),

    create: (lines, { keyHash, signal }) =>
      call(signal, async () => {
        const texts = lines.map(({ customId, request }) => {
          const body = toResponsesRequest(modelId, request);
          return `${JSON.stringify({ custom_id: customId, method: 'POST', url: '/v1/responses', body })}\n`;
        });
        const file = await client.files.create(
          {
            file: new File(texts, 'batch.jsonl', { type: 'application/jsonl' }),
            purpose: 'batch',
            expires_after: { anchor: 'created_at', seconds: INPUT_LIFETIME_SECONDS },
          },
          { signal: signal ?? null },
        );
        const batch = await client.batches.create(
          {
            input_file_id: file.id,
            endpoint: '/v1/responses',
            completion_window: '24h',
            metadata: { [KEY_FIELD]: keyHash },
          },
          { signal: signal ?? null },
        );
        return batch.id;
      }),

    find: ({ keyHash, since, signal }) =>
      call(signal, async () => {
        for await (const batch of client.batches.list({ limit: 100 }, { signal: signal ?? null })) {
          if (batch.created_at * 1000 < since - CLOCK_SLACK_MS) return undefined;
          if (batch.metadata?.[KEY_FIELD] === keyHash) return batch.id;
        }
        return undefined;
      }),

    status: (batchId, { signal } = {}) =>
      call(signal, async () => toStatus(await client.batches.retrieve(batchId, { signal: signal ?? null }))),

    cancel: (batchId, { signal } = {}) =>
      call(signal, async () => {
        await client.batches.cancel(batchId, { signal: signal ?? null });
      }),

    async *answers(batchId, { signal } = {}) {
      try {
        const batch = await client.batches.retrieve(batchId, { signal: signal ?? null });
        for (const fileId of [batch.output_file_id, batch.error_file_id]) {
          if (fileId === undefined || fileId === null) continue;
          const response = await client.files.content(fileId, { signal: signal ?? null });
          if (response.body === null) continue;
          for await (const line of jsonLines(response.body as AsyncIterable<Uint8Array>))
            yield toAnswer(line as OutputLine, target);
        }
      } catch (error) {
        throw fromClientError(error, { ...target, signal });
      }
    },
  };
}

function toStatus(batch: Batch): BatchStatus {
  const ends = { completed: 'completed', cancelled: 'cancelled', expired: 'expired', failed: 'failed' } as const;
  const end = batch.status in ends ? ends[batch.status as keyof typeof ends] : undefined;
  const endedAt = batch.completed_at ?? batch.cancelled_at ?? batch.expired_at ?? batch.failed_at;
  const reason = batch.errors?.data?.map((error) => error.message ?? error.code ?? '').join(' ');
  return {
    state: end !== undefined ? 'ended' : batch.status === 'cancelling' ? 'cancelling' : 'running',
    ...(end === undefined ? {} : { end }),
    ...(reason === undefined || reason === '' ? {} : { reason }),
    counts: { answered: batch.request_counts?.completed ?? 0, failed: batch.request_counts?.failed ?? 0 },
    ...(batch.expires_at === undefined || batch.expires_at === null ? {} : { expiresAt: batch.expires_at * 1000 }),
    ...(endedAt === undefined || endedAt === null ? {} : { endedAt: endedAt * 1000 }),
  };
}

function toAnswer(line: OutputLine, target: { readonly provider: string; readonly modelId: string }): BatchAnswer {
  const { custom_id: customId, response, error } = line;
  if (error?.code === 'batch_expired') return { customId, outcome: 'expired' };
  if (error?.code === 'batch_cancelled') return { customId, outcome: 'cancelled' };
  if (response === undefined || response === null)
    return { customId, outcome: 'failed', error: fromProviderError(error ?? {}, target) };
  if (response.status_code >= 400) {
    const thrown = { status: response.status_code, error: response.body };
    return { customId, outcome: 'failed', error: fromClientError(thrown, target) };
  }
  try {
    return { customId, outcome: 'answered', result: fromResponse(response.body as ResponsesResponse, target) };
  } catch (failure) {
    if (isLlmError(failure)) return { customId, outcome: 'failed', error: failure };
    throw failure;
  }
}
