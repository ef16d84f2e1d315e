import type { Attempt } from './attempt.ts';
import type { LlmErrorCode } from './error-code.ts';
import type { Usage } from './usage.ts';

export type { LlmErrorCode } from './error-code.ts';

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
  /** Every attempt that was made. Default none. */
  readonly attempts?: readonly Attempt[];
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
  readonly attempts: readonly Attempt[];

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
    this.attempts = options.attempts ?? [];
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isLlmError(error: unknown): error is LlmError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
