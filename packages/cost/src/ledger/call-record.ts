import type { Usage } from '@pa/llm-core';

/** One attempt to reach a provider, booked with what it cost. */
export interface CallRecord {
  /** Booking an id again changes nothing. */
  readonly attemptId: string;
  /** Epoch milliseconds at which it began; its day in UTC is the day it is booked on. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string | null;
  readonly feature: string | null;
  readonly userId: string | null;
  readonly jobId: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly outcome: 'answered' | 'failed' | 'aborted';
  readonly errorCode: string | null;
  /** Total tokens, `null` where they are not known. */
  readonly tokenCount: number | null;
  readonly usageSource: Usage['source'] | null;
  /** The parts of the usage, without the provider's own object; absent where nothing is known. */
  readonly usage?: Omit<Usage, 'raw'>;
  /** Integer nano-dollars; `null` is unpriced, which is not 0. */
  readonly costNanoUsd: bigint | null;
  /** Where the price came from; `null` where there is none. */
  readonly priceSource: string | null;
}
