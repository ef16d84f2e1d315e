/**
 * What happened in one attempt. Personal data are in the two texts alone, which can be erased; the chain holds their keyed
 * hashes.
 */
export interface AuditRecord {
  readonly attemptId: string;
  /** Epoch milliseconds at which the attempt began. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly provider: string;
  readonly requestedModel: string;
  /** `null` where nothing was served. */
  readonly servedModel: string | null;
  readonly feature: string | null;
  readonly userId: string | null;
  readonly jobId: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly outcome: 'answered' | 'failed' | 'aborted';
  readonly errorCode: string | null;
  /** HMAC-SHA-256 of the request as canonical JSON, in hex. */
  readonly requestHash: string;
  /** HMAC-SHA-256 of the answer; `null` where there was none. */
  readonly responseHash: string | null;
  /** Tokens by part, such as `input.cacheRead`; `null` where nothing is known. */
  readonly usage: Readonly<Record<string, number>> | null;
  readonly usageSource: string | null;
  /** Integer nano-dollars as decimal digits; `null` is unpriced, which is not 0. */
  readonly costNanoUsd: string | null;
}

/** The texts of an attempt, as they were after redaction. `null` where they are not kept or were erased. */
export interface AuditTexts {
  readonly requestText: string | null;
  readonly responseText: string | null;
}

/** One row of the chain. */
export interface AuditEntry extends AuditRecord, AuditTexts {
  /** 1 for the first, then one more each. */
  readonly sequence: number;
  /** The `mac` of the entry before; 64 zeros for the first. */
  readonly previousMac: string;
  /** HMAC-SHA-256 over everything but the texts, in hex. */
  readonly mac: string;
}

/** The newest entry of a chain. Keep it in a second place: a cut tail cannot be seen without it. */
export interface AuditHead {
  readonly sequence: number;
  readonly mac: string;
}

/**
 * Keeps the entries of one chain. It knows nothing of keys: the caller seals.
 *
 * - *Concurrent*: appends are taken one at a time, by all writers of the chain in all processes that the store supports;
 *   `seal` is called with the true head. It must not append itself.
 * - *Failed*: when `seal` or the store fails nothing is kept and the promise rejects.
 * - *Order*: `read` gives entries by their order in the store, from a sequence on, and does not repair it.
 */
export interface AuditLog {
  append(seal: (head: AuditHead | null) => AuditEntry): Promise<AuditEntry>;
  /** `null` for an empty chain. */
  head(): Promise<AuditHead | null>;
  read(options?: { readonly fromSequence?: number }): AsyncIterable<AuditEntry>;
  /** Erases the texts of attempts that began before an instant; answers of how many. The chain stays whole. */
  eraseTexts(options: { readonly before: number }): Promise<number>;
}
