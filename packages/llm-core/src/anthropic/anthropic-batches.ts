import type Anthropic from '@anthropic-ai/sdk';
import type { MessageBatch, MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages/batches';
import { type AdapterOptions, fitterOf } from '../adapter.ts';
import type { BatchAnswer, BatchApi } from '../batch/batch-api.ts';
import type { BatchStatus } from '../batch/batch-handle.ts';
import { fromClientError, fromProviderError } from '../client-error.ts';
import { assertNoClientRetries } from '../client-retries.ts';
import { isLlmError, LlmError } from '../errors.ts';
import { toMessagesRequest } from './messages-request.ts';
import { fromMessage } from './messages-result.ts';

/** Anthropic's own limit. */
const MAXIMUM_ITEMS = 100_000;
/** How much the provider's clock may be behind ours. */
const CLOCK_SLACK_MS = 300_000;
/** When it is worth asking again whether a batch that still runs is the one. */
const ASK_AGAIN_MS = 60_000;

/**
 * The batches of a model behind the Messages API, over a client that the caller made with `maxRetries: 0`. They cost half
 * and are answered within a day.
 *
 * @example
 * const batches = anthropicBatches(new Anthropic({ apiKey, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' });
 */
export function anthropicBatches(client: Anthropic, options: AdapterOptions): BatchApi {
  assertNoClientRetries(client, 'Anthropic');
  const { modelId } = options;
  const target = { provider: 'anthropic', modelId };
  const { batches } = client.messages;
  const call = async <Value>(signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw fromClientError(error, { ...target, signal });
    }
  };
  const answers = async function* (batchId: string, signal: AbortSignal | undefined): AsyncGenerator<BatchAnswer> {
    for await (const line of await batches.results(batchId, {}, { signal: signal ?? null }))
      yield toAnswer(line, target);
  };

  return {
    ...target,
    maximumItems: MAXIMUM_ITEMS,
    fit: fitterOf(target, options, { takesReasoning: true }),

    create: (lines, { signal }) =>
      call(signal, async () => {
        const requests = lines.map(({ customId, request }) => ({
          custom_id: customId,
          params: { ...toMessagesRequest(modelId, request), stream: false as const },
        }));
        return (await batches.create({ requests }, { signal: signal ?? null })).id;
      }),

    // A batch here carries no mark of ours: it is told by the ids in its answers, once there are any.
    find: ({ customIdPrefix, itemCount, since, signal }) =>
      call(signal, async () => {
        let isUncertain = false;
        for await (const batch of batches.list({ limit: 100 }, { signal: signal ?? null })) {
          if (Date.parse(batch.created_at) < since - CLOCK_SLACK_MS) break;
          if (sizeOf(batch) !== itemCount) continue;
          if (batch.results_url === null) {
            isUncertain = true;
            continue;
          }
          for await (const { customId } of answers(batch.id, signal)) {
            if (customId.startsWith(customIdPrefix)) return batch.id;
            break;
          }
        }
        if (!isUncertain) return undefined;
        const message = `It cannot be told yet whether a running batch of ${itemCount} items is the one that was handed in.`;
        throw new LlmError('timeout', message, { ...target, retryAfterMs: ASK_AGAIN_MS });
      }),

    status: (batchId, { signal } = {}) =>
      call(signal, async () => toStatus(await batches.retrieve(batchId, {}, { signal: signal ?? null }))),

    cancel: (batchId, { signal } = {}) =>
      call(signal, async () => {
        await batches.cancel(batchId, {}, { signal: signal ?? null });
      }),

    async *answers(batchId, { signal } = {}) {
      try {
        yield* answers(batchId, signal);
      } catch (error) {
        throw fromClientError(error, { ...target, signal });
      }
    },
  };
}

function sizeOf({ request_counts: counts }: MessageBatch): number {
  return counts.canceled + counts.errored + counts.expired + counts.processing + counts.succeeded;
}

function toStatus(batch: MessageBatch): BatchStatus {
  const { request_counts: counts, processing_status: status } = batch;
  const end = batch.cancel_initiated_at !== null ? 'cancelled' : counts.expired > 0 ? 'expired' : 'completed';
  return {
    state: status === 'ended' ? 'ended' : status === 'canceling' ? 'cancelling' : 'running',
    ...(status === 'ended' ? { end } : {}),
    counts: {
      answered: counts.succeeded,
      failed: counts.errored,
      cancelled: counts.canceled,
      expired: counts.expired,
    },
    expiresAt: Date.parse(batch.expires_at),
    ...(batch.ended_at === null ? {} : { endedAt: Date.parse(batch.ended_at) }),
  };
}

function toAnswer(
  { custom_id: customId, result }: MessageBatchIndividualResponse,
  target: { readonly provider: string; readonly modelId: string },
): BatchAnswer {
  if (result.type === 'expired') return { customId, outcome: 'expired' };
  if (result.type === 'canceled') return { customId, outcome: 'cancelled' };
  if (result.type === 'errored')
    return { customId, outcome: 'failed', error: fromProviderError(result.error.error, target) };
  try {
    return { customId, outcome: 'answered', result: fromMessage(result.message, target) };
  } catch (failure) {
    if (isLlmError(failure)) return { customId, outcome: 'failed', error: failure };
    throw failure;
  }
}
