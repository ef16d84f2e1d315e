import type { CacheKey } from './define-cache-key.ts';
import type { TtlClass } from './ttl-class.ts';

/** What a computation came to. Only `validated` answers are stored. */
export interface Computed<Value> {
  readonly value: Value;
  /** `template` answers, refusals and answers that failed a check are handed on but never stored. */
  readonly outcome: 'validated' | 'template' | 'refused' | 'truncated' | 'invalid';
  /** The model that answered, which need not be the one that was asked. */
  readonly servedModel: string;
  readonly containsPersonalData: boolean;
  /** What it cost, integer nano-dollars. */
  readonly costNanoUsd: bigint;
}

/** Why an answer was not stored. `invalidated`: what it rests on was thrown away while it was computed. */
export type WriteRefusal =
  | 'template'
  | 'refused'
  | 'truncated'
  | 'invalid'
  | 'personal-data'
  | 'too-large'
  | 'not-json'
  | 'invalidated';

export interface CachedResponse<Value> {
  readonly value: Value;
  /**
   * `hit`: fresh from the cache, or from somebody who was computing it already. `stale`: from the cache, past its fresh time.
   * `computed`: just now, for this caller.
   */
  readonly status: 'hit' | 'stale' | 'computed';
  /** True for a stale answer whose last computation failed: it is the best there is, and may stay so. */
  readonly servedAfterError: boolean;
  readonly servedModel: string;
  readonly storedAt: number;
  /** How old it is, milliseconds. */
  readonly ageMs: number;
}

export interface EntryOptions {
  readonly ttlClass: TtlClass;
  /** What the answer rests on, such as `model:911`, `prompt:summary@7` or `dataset:4f2a`. */
  readonly tags: readonly string[];
  /** What asks, for the ledger of savings. */
  readonly feature?: string;
  /**
   * The model that is asked, and the key of an answer of another: what a fallback answered is kept under the model that did.
   * Without it an answer is kept under its key whoever served it.
   */
  readonly model?: { readonly requested: string; readonly keyOf: (servedModel: string) => CacheKey };
}

export interface ComputeOptions<Value> extends EntryOptions {
  readonly compute: () => Promise<Computed<Value>>;
  /** `reload` computes and stores whatever is kept; `no-store` neither looks nor stores. Default `default`. */
  readonly mode?: 'default' | 'reload' | 'no-store';
}
