import type { BatchHandle } from './batch-handle.ts';

/** What is known of a batch by its key. */
export interface BatchRecord {
  readonly key: string;
  /** SHA-256 of everything that was asked, in hex. */
  readonly requestHash: string;
  /** Whoever hands the batch in holds a claim of this id, until `claimedUntil` in epoch milliseconds. */
  readonly claimId: string;
  readonly claimedUntil: number;
  /** Epoch milliseconds of the first claim. */
  readonly startedAt: number;
  /** Whether the provider may have the batch although there is no handle: after a crash or a broken connection. */
  readonly mayExist: boolean;
  /** `null` until it is handed in. */
  readonly handle: BatchHandle | null;
}

/**
 * Keeps which batches were handed in, so that one key is one batch.
 *
 * - *Missing*: `get` answers `null`, `replace` `false`, `remove` does nothing.
 * - *Duplicate*: `insert` answers `false` for a key that is there, and changes nothing.
 * - *Concurrent*: of several inserts of a key, or replacements of one claim, exactly one answers `true`.
 * - *Expired*: nothing expires by itself; a claim's end is for the caller to read.
 */
export interface BatchStore {
  get(key: string): Promise<BatchRecord | null>;
  insert(record: BatchRecord): Promise<boolean>;
  /** Puts a record in place of the one of its key, if that one's claim is `claimId`. */
  replace(record: BatchRecord, options: { readonly claimId: string }): Promise<boolean>;
  remove(key: string): Promise<void>;
}
