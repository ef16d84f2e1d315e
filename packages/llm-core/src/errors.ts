import type { Usage } from './usage.ts';

/**
 * Why a call failed. The kind decides what may be done about it: see `isRetryable` and the table in `with-fallback.ts`.
 *
 * - `context-length`: the prompt does not fit the model. - `content-policy`: the provider blocked the request.
 * - `refusal`: the model declined to answer. - `auth`: the key is wrong or lacks a right. - `quota`: a rate limit, worth
 * waiting for. - `billing`: money ran out or a spend limit was hit, not worth waiting for. - `overload`: the provider is
 * overloaded or failed inside. - `network`: no connection, or it broke. - `timeout`: a deadline of ours passed.
 * - `aborted`: the caller gave up. - `invalid-request`: the provider refused the request as malformed. - `not-found`: no
 * such model. - `truncated`: the answer hit the output limit. - `invalid-output`: the answer does not fit the schema or
 * cannot be read. - `rate-limited`, `breaker-open`, `budget-exceeded`: refused here, before anything was sent.
 * - `not-configured`: something needed was not passed in.
 */
export type LlmErrorCode =
  | 'context-length'
  | 'content-policy'
  | 'refusal'
  | 'auth'
  | 'quota'
  | 'billing'
  | 'overload'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'invalid-request'
  | 'not-found'
  | 'truncated'
  | 'invalid-output'
  | 'rate-limited'
  | 'breaker-open'
  | 'budget-exceeded'
  | 'not-configured';

const marker = Symbol.for('@pa/llm-core/error');

export interface LlmErrorOptions {
  readonly provider?: string;
  readonly modelId?: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** How long the provider asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Text that had arrived before a stream failed. */
  readonly partialText?: string;
  /** Tokens that were used all the same, where the provider said. */
  readonly usage?: Usage;
  readonly cause?: unknown;
}

/** Kinds that may succeed when the same request is sent to the same model again. */
const retryable: ReadonlySet<LlmErrorCode> = new Set(['quota', 'overload', 'network', 'timeout']);

/** A failed call. Test with `isLlmError` and `code`, never with `instanceof`: two copies of the package may be loaded. */
export class LlmError extends Error {
  readonly code: LlmErrorCode;
  readonly isRetryable: boolean;
  readonly provider: string | undefined;
  readonly modelId: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly partialText: string | undefined;
  readonly usage: Usage | undefined;

  constructor(code: LlmErrorCode, message: string, options: LlmErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'LlmError';
    this.code = code;
    this.isRetryable = retryable.has(code);
    this.provider = options.provider;
    this.modelId = options.modelId;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.partialText = options.partialText;
    this.usage = options.usage;
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isLlmError(error: unknown): error is LlmError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
