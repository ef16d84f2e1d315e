import type { GenerateRequest, Warning } from '../language-model.ts';

/** One call of a batch. */
export interface BatchItem {
  /** Unique in its batch: 1 to 55 letters, digits, `_` or `-`. The answer is matched by it. */
  readonly itemId: string;
  /** Its `signal` and `deadlineAt` are not heeded: a batch is answered within a day. */
  readonly request: GenerateRequest;
}

/** A batch that was handed in, as plain JSON: keep it anywhere, go on with it in any process. */
export interface BatchHandle {
  readonly key: string;
  readonly provider: string;
  readonly modelId: string;
  /** The provider's own id. */
  readonly batchId: string;
  /** Epoch milliseconds. */
  readonly submittedAt: number;
  readonly itemIds: readonly string[];
  /** What was dropped or translated for the model; `itemIds` is left out where it holds for all. */
  readonly warnings: readonly { readonly warning: Warning; readonly itemIds?: readonly string[] }[];
}

/** How far a batch is. */
export interface BatchStatus {
  readonly state: 'running' | 'cancelling' | 'ended';
  /** How it ended; `failed` is a batch that the provider refused as a whole. */
  readonly end?: 'completed' | 'cancelled' | 'expired' | 'failed';
  /** Why it failed as a whole. */
  readonly reason?: string;
  /** Items by what became of them, as far as the provider says. */
  readonly counts: {
    readonly answered: number;
    /** With those that expired or were cancelled, where the provider does not tell them apart. */
    readonly failed: number;
    readonly cancelled?: number;
    readonly expired?: number;
  };
  /** Epoch milliseconds at which what is not answered expires. */
  readonly expiresAt?: number;
  /** Epoch milliseconds. */
  readonly endedAt?: number;
}
