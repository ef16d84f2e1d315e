import type { CallRecord } from './call-record.ts';

export type CostDimension = 'feature' | 'provider' | 'servedModel' | 'promptVersion' | 'userId';

export interface CostGroup {
  /** Value of the dimension; `null` where the calls have none. */
  readonly key: string | null;
  readonly callCount: number;
  readonly failedCallCount: number;
  /** Calls without a price. Their cost is in no sum. */
  readonly unpricedCallCount: number;
  readonly tokenCount: number;
  readonly costNanoUsd: bigint;
}

/**
 * Keeps what every attempt cost.
 *
 * *Duplicate*: an attempt id that is booked stays as it is. *Missing*: a period without calls has no groups. *Concurrent*:
 * bookings of the same attempt leave one. Nothing is changed or removed: corrections are bookings of their own.
 */
export interface CallLedger {
  /** Answers how many were new. */
  book(records: readonly CallRecord[]): Promise<number>;
  /** Sums of [from, to), epoch milliseconds, by one dimension, dearest first, ties by key. */
  costs(query: {
    readonly from: number;
    readonly to: number;
    readonly by: CostDimension;
  }): Promise<readonly CostGroup[]>;
}
