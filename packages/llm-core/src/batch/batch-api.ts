import type { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, Warning } from '../language-model.ts';
import type { BatchStatus } from './batch-handle.ts';

/** A call as it is handed to a provider. */
export interface BatchLine {
  readonly customId: string;
  readonly request: GenerateRequest;
}

/** What a provider says became of a call. */
export type BatchAnswer =
  | { readonly customId: string; readonly outcome: 'answered'; readonly result: GenerateResult }
  | { readonly customId: string; readonly outcome: 'failed'; readonly error: LlmError }
  | { readonly customId: string; readonly outcome: 'expired' | 'cancelled' };

interface Call {
  readonly signal?: AbortSignal | undefined;
}

/**
 * The batches of one model at one provider: `openAIBatches` and `anthropicBatches`. Take `submitBatch`, `pollBatch`,
 * `resultsOf` and `cancelBatch` rather than these methods. Everything rejects with an `LlmError`; nothing is retried here.
 */
export interface BatchApi {
  readonly provider: string;
  readonly modelId: string;
  /** How many calls one batch may hold. */
  readonly maximumItems: number;
  /** The request trimmed to what the model takes. */
  fit(request: GenerateRequest): { readonly request: GenerateRequest; readonly warnings: readonly Warning[] };
  /** Hands a batch in and answers its id. `keyHash` is kept with it where the provider has a place for it. */
  create(lines: readonly BatchLine[], options: Call & { readonly keyHash: string }): Promise<string>;
  /**
   * The id of a batch that was handed in since an instant under this key, `undefined` where there is none. Rejects with
   * `timeout` and `retryAfterMs` while that cannot be told.
   */
  find(
    options: Call & {
      readonly keyHash: string;
      readonly customIdPrefix: string;
      readonly itemCount: number;
      /** Epoch milliseconds. */
      readonly since: number;
    },
  ): Promise<string | undefined>;
  status(batchId: string, options?: Call): Promise<BatchStatus>;
  cancel(batchId: string, options?: Call): Promise<void>;
  /** The answers of a batch that ended, in no order, read while they arrive. */
  answers(batchId: string, options?: Call): AsyncIterable<BatchAnswer>;
}
