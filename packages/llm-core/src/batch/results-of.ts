import type { Attempt } from '../attempt.ts';
import { copyError } from '../copy-error.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, Warning, WrapModel } from '../language-model.ts';
import type { Usage } from '../usage.ts';
import type { BatchAnswer, BatchApi } from './batch-api.ts';
import type { BatchHandle, BatchStatus } from './batch-handle.ts';
import { customIdPrefix } from './batch-ids.ts';
import { assertOwn } from './poll-batch.ts';

/** What became of one item. */
export type BatchItemResult =
  | { readonly itemId: string; readonly outcome: 'answered'; readonly result: GenerateResult }
  /** A refusal and a truncation are failures with a code, as everywhere; the error carries what they used. */
  | { readonly itemId: string; readonly outcome: 'failed'; readonly error: LlmError }
  /** Not answered in the provider's time. Costs nothing. */
  | { readonly itemId: string; readonly outcome: 'expired' }
  /** Not answered before the batch was cancelled. Costs nothing. */
  | { readonly itemId: string; readonly outcome: 'cancelled' };

export interface ResultsOptions {
  readonly handle: BatchHandle;
  readonly signal?: AbortSignal;
  /** What each item goes through as if it had been called now, such as metering and audit. Default nothing. */
  readonly wrap?: WrapModel;
  /** The request of an item, for `wrap`. Default one that is empty. */
  readonly requestOf?: (itemId: string) => GenerateRequest;
}

/**
 * Every item of a batch that ended, exactly once, in no order, read while it arrives. Usage has the service tier `batch`, so
 * that it is priced as such. The attempt of an item has the same id each time it is read: booking it again changes nothing.
 *
 * Throws `invalid-request` for a batch that has not ended, and the error of a connection that breaks: read it again then.
 */
export async function* resultsOf(api: BatchApi, options: ResultsOptions): AsyncGenerator<BatchItemResult> {
  const { handle, signal } = options;
  assertOwn(api, handle);
  const status = await api.status(handle.batchId, { signal });
  if (status.state !== 'ended')
    throw new LlmError('invalid-request', `The batch ${handle.batchId} has not ended: poll it until it has.`);
  const prefix = customIdPrefix(handle.key);
  const waiting = new Set(handle.itemIds);
  const warningsOf = warningsByItem(handle);
  const attempt = attemptsOf(handle, status);
  for await (const answer of api.answers(handle.batchId, { signal })) {
    const itemId = answer.customId.slice(prefix.length);
    if (!answer.customId.startsWith(prefix) || !waiting.delete(itemId)) continue;
    yield await wrapped(options, completed(answer, { itemId, attempt, warnings: warningsOf(itemId) }));
  }
  for (const itemId of waiting) yield await wrapped(options, unanswered(itemId, { handle, status }));
}

type AttemptOf = (itemId: string, end: Pick<Attempt, 'servedModel' | 'usage' | 'errorCode'>) => Attempt;

function attemptsOf(handle: BatchHandle, { endedAt }: BatchStatus): AttemptOf {
  const { provider, modelId: requestedModel, submittedAt: startedAt } = handle;
  return (itemId, end) => ({
    attemptId: `${handle.batchId}/${itemId}`,
    provider,
    requestedModel,
    startedAt,
    durationMs: Math.max(0, (endedAt ?? startedAt) - startedAt),
    ...end,
  });
}

function completed(
  answer: BatchAnswer,
  about: { readonly itemId: string; readonly attempt: AttemptOf; readonly warnings: readonly Warning[] },
): BatchItemResult {
  const { itemId, attempt, warnings } = about;
  if (answer.outcome === 'answered') {
    const { servedModel } = answer.result;
    const usage = atBatchTier(answer.result.usage);
    const attempts = [attempt(itemId, { servedModel, usage, errorCode: undefined })];
    return { itemId, outcome: 'answered', result: { ...answer.result, usage, warnings, attempts } };
  }
  if (answer.outcome !== 'failed') return { itemId, outcome: answer.outcome };
  const usage = answer.error.usage === undefined ? undefined : atBatchTier(answer.error.usage);
  const attempts = [attempt(itemId, { servedModel: undefined, usage, errorCode: answer.error.code })];
  const error = copyError(answer.error, { attempts, ...(usage === undefined ? {} : { usage }) });
  return { itemId, outcome: 'failed', error };
}

/** What the provider left without an answer. */
function unanswered(
  itemId: string,
  { handle, status }: { readonly handle: BatchHandle; readonly status: BatchStatus },
): BatchItemResult {
  if (status.end === 'expired' || status.end === 'cancelled') return { itemId, outcome: status.end };
  const { provider, modelId, batchId } = handle;
  const error =
    status.end === 'failed'
      ? new LlmError('invalid-request', `The batch ${batchId} was refused: ${status.reason ?? 'no reason was given'}`, {
          provider,
          modelId,
        })
      : new LlmError('overload', `The batch ${batchId} ended without an answer for "${itemId}".`, {
          provider,
          modelId,
        });
  return { itemId, outcome: 'failed', error };
}

function atBatchTier(usage: Usage): Usage {
  return { ...usage, serviceTier: 'batch' };
}

function warningsByItem({ warnings }: BatchHandle): (itemId: string) => readonly Warning[] {
  const groups = warnings.map(({ warning, itemIds }) => ({ warning, ids: itemIds && new Set(itemIds) }));
  return (itemId) => groups.filter(({ ids }) => ids?.has(itemId) ?? true).map(({ warning }) => warning);
}

/** Takes an answer through wrappers, which see a model that answers it. */
async function wrapped(options: ResultsOptions, item: BatchItemResult): Promise<BatchItemResult> {
  const { handle, wrap, requestOf = () => ({ messages: [] }) } = options;
  if (wrap === undefined || item.outcome === 'expired' || item.outcome === 'cancelled') return item;
  const { provider, modelId } = handle;
  const answered: LanguageModel = {
    provider,
    modelId,
    generate: () => (item.outcome === 'answered' ? Promise.resolve(item.result) : Promise.reject(item.error)),
    async *stream() {
      if (item.outcome === 'failed') throw item.error;
      yield { type: 'finish', result: item.result };
    },
  };
  const { itemId } = item;
  try {
    return { itemId, outcome: 'answered', result: await wrap(answered).generate(requestOf(itemId)) };
  } catch (error) {
    // A store of a wrapper that is away is no outcome of the item: the reader stops and reads again.
    if (item.outcome === 'failed' && (error as LlmError).code === item.error.code)
      return { itemId, outcome: 'failed', error: error as LlmError };
    throw error;
  }
}
