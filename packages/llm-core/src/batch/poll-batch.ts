import { LlmError } from '../errors.ts';
import type { BatchApi } from './batch-api.ts';
import type { BatchHandle, BatchStatus } from './batch-handle.ts';

interface HandleOptions {
  readonly handle: BatchHandle;
  readonly signal?: AbortSignal;
}

/** How far a batch is: one question to the provider. Ask again until its `state` is `ended`. */
export async function pollBatch(api: BatchApi, { handle, signal }: HandleOptions): Promise<BatchStatus> {
  assertOwn(api, handle);
  return api.status(handle.batchId, { signal });
}

/** Asks the provider to stop. What was answered by then stays, and is paid for. Does nothing for a batch that ended. */
export async function cancelBatch(api: BatchApi, { handle, signal }: HandleOptions): Promise<void> {
  assertOwn(api, handle);
  if ((await api.status(handle.batchId, { signal })).state === 'running') await api.cancel(handle.batchId, { signal });
}

/** Refuses a handle of another provider or model. */
export function assertOwn(api: BatchApi, handle: BatchHandle): void {
  if (handle.provider === api.provider && handle.modelId === api.modelId) return;
  throw new LlmError(
    'invalid-request',
    `The batch ${handle.batchId} is one of ${handle.modelId} of ${handle.provider}, not of ${api.modelId} of ${api.provider}.`,
  );
}
