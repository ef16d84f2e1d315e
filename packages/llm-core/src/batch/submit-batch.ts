import { randomUUID } from 'node:crypto';
import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { BatchApi, BatchLine } from './batch-api.ts';
import type { BatchHandle, BatchItem } from './batch-handle.ts';
import { assertItemIds, customIdPrefix, hashOfItems, hashOfKey } from './batch-ids.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';

export interface SubmitOptions {
  /** One key is one batch: the same key with the same items answers the same handle, whoever asks and how often. */
  readonly key: string;
  readonly items: readonly BatchItem[];
  readonly store: BatchStore;
  readonly signal?: AbortSignal;
  /** How long the handing in may take before another process may take it over. Default 900,000. */
  readonly leaseMs?: number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** Default: random UUIDs. */
  readonly newId?: () => string;
}

/** After these it is not known whether the provider took the batch. */
const ambiguous: ReadonlySet<LlmErrorCode> = new Set(['network', 'timeout', 'aborted', 'overload']);

/**
 * Hands a batch in, once for each key. After a crash call it again with the same key and items: a batch that the provider
 * has already is found and not paid for twice.
 *
 * Rejects with `invalid-request` for items that no provider takes or a key that stands for other items, with `timeout` and
 * `retryAfterMs` while another process hands the batch in or while it cannot be told whether it was.
 *
 * @example
 * const handle = await submitBatch(anthropicBatches(client, { modelId }), { key: 'summaries 2026-11-23', items, store });
 */
export async function submitBatch(api: BatchApi, options: SubmitOptions): Promise<BatchHandle> {
  const { key, items, store, leaseMs = 900_000, now = Date.now, newId = randomUUID } = options;
  assertItemIds(items, api);
  const requestHash = hashOfItems(items, api);
  for (;;) {
    const known = await store.get(key);
    if (known === null) {
      const startedAt = now();
      const claim = { claimId: newId(), claimedUntil: startedAt + leaseMs, startedAt, mayExist: true };
      const record: BatchRecord = { key, requestHash, ...claim, handle: null };
      if (await store.insert(record)) return handIn(api, { ...options, record, isFirst: true });
      continue;
    }
    if (known.requestHash !== requestHash)
      throw new LlmError('invalid-request', `The key "${key}" stands for a batch with other items: take another key.`);
    if (known.handle !== null) return known.handle;
    if (known.claimedUntil > now()) {
      throw new LlmError('timeout', `The batch "${key}" is being handed in by another process.`, {
        retryAfterMs: known.claimedUntil - now(),
      });
    }
    const record = { ...known, claimId: newId(), claimedUntil: now() + leaseMs, mayExist: true };
    if (await store.replace(record, { claimId: known.claimId }))
      return handIn(api, { ...options, record, isFirst: !known.mayExist });
  }
}

/** Hands in what this process holds the claim of. */
async function handIn(
  api: BatchApi,
  options: SubmitOptions & { readonly record: BatchRecord; readonly isFirst: boolean },
): Promise<BatchHandle> {
  const { key, items, store, record, isFirst, signal } = options;
  const { lines, warnings } = linesOf(api, { key, items });
  const keyHash = hashOfKey(key);
  try {
    const found = isFirst
      ? undefined
      : await api.find({
          keyHash,
          customIdPrefix: customIdPrefix(key),
          itemCount: items.length,
          since: record.startedAt,
          signal,
        });
    const batchId = found ?? (await api.create(lines, { keyHash, signal }));
    const handle: BatchHandle = {
      key,
      provider: api.provider,
      modelId: api.modelId,
      batchId,
      submittedAt: record.startedAt,
      itemIds: items.map((item) => item.itemId),
      warnings,
    };
    if (await store.replace({ ...record, claimedUntil: 0, handle }, { claimId: record.claimId })) return handle;
    return await yieldToOther(api, { handle, store });
  } catch (error) {
    // Others need not wait for the end of a claim that nobody holds any more.
    const mayExist = !isFirst || !isLlmError(error) || ambiguous.has(error.code);
    await store.replace({ ...record, claimedUntil: 0, mayExist }, { claimId: record.claimId });
    throw error;
  }
}

/** Another process took over because this one was too slow: its batch counts, and this one is cancelled. */
async function yieldToOther(
  api: BatchApi,
  { handle, store }: { readonly handle: BatchHandle; readonly store: BatchStore },
): Promise<BatchHandle> {
  const other = (await store.get(handle.key))?.handle ?? null;
  if (other?.batchId === handle.batchId) return other;
  await api.cancel(handle.batchId);
  if (other !== null) return other;
  throw new LlmError('timeout', `The batch "${handle.key}" is being handed in by another process.`);
}

function linesOf(api: BatchApi, { key, items }: Pick<SubmitOptions, 'key' | 'items'>) {
  const prefix = customIdPrefix(key);
  const lines: BatchLine[] = [];
  const warned = new Map<string, { readonly warning: BatchHandle['warnings'][number]['warning']; itemIds: string[] }>();
  for (const { itemId, request } of items) {
    const fitted = api.fit(request);
    lines.push({ customId: `${prefix}${itemId}`, request: fitted.request });
    for (const warning of fitted.warnings) {
      const text = JSON.stringify(warning);
      const entry = warned.get(text) ?? { warning, itemIds: [] };
      entry.itemIds.push(itemId);
      warned.set(text, entry);
    }
  }
  const warnings: BatchHandle['warnings'] = [...warned.values()].map(({ warning, itemIds }) =>
    itemIds.length === items.length ? { warning } : { warning, itemIds },
  );
  return { lines, warnings };
}
