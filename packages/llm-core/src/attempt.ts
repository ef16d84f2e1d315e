import type { LlmErrorCode } from './error-code.ts';
import type { Usage } from './usage.ts';

/** One request that reached for a provider, and what became of it. */
export interface Attempt {
  readonly attemptId: string;
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string | undefined;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly usage: Usage | undefined;
  /** `undefined` for the attempt that answered. */
  readonly errorCode: LlmErrorCode | undefined;
}
