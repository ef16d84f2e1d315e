import type { CallRecord } from './call-record.ts';

/** `promptVersion` is the prompt's name and version, such as `market_summary@7`. */
export type CostDimension = 'feature' | 'provider' | 'servedModel' | 'promptVersion' | 'userId' | 'jobId';

/** A correction of what a call was booked with, such as a price that became known later. */
export interface CostAdjustment {
  /** Booking an id again changes nothing. */
  readonly adjustmentId: string;
  readonly attemptId: string;
  /** Epoch milliseconds at which it was made. The money counts on the day of the call. */
  readonly adjustedAt: number;
  /** What is added to the cost of the call; negative where it had been booked too dear. */
  readonly deltaNanoUsd: bigint;
  /** Where the price came from. */
  readonly priceSource: string;
  readonly reason: string;
}

/** A call with what its adjustments come to. */
export interface BookedCall extends CallRecord {
  /** Sum of its adjustments; `null` where there are none. */
  readonly adjustedNanoUsd: bigint | null;
  /** How many there are. */
  readonly adjustmentCount: number;
}

export interface CostGroup {
  /** Value of the dimension; `null` where the calls have none. */
  readonly key: string | null;
  readonly callCount: number;
  readonly failedCallCount: number;
  /** Calls that used something, have no price and no adjustment. Their cost is in no sum. What reached nobody is free. */
  readonly unpricedCallCount: number;
  readonly tokenCount: number;
  /** Adjustments included. */
  readonly costNanoUsd: bigint;
}

/** What a day cost, of one value of a dimension. */
export interface DailyCost extends CostGroup {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
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
  /** The same sums by the day (UTC) of the calls: by day, then dearest first, ties by key. Days without calls are absent. */
  dailyCosts(query: {
    readonly from: number;
    readonly to: number;
    readonly by: CostDimension;
  }): Promise<readonly DailyCost[]>;
  /** Calls of [from, to) by time, then by attempt id, a page at a time: `after` is the last call of the page before. */
  calls(query: {
    readonly from: number;
    readonly to: number;
    readonly after?: Pick<CallRecord, 'startedAt' | 'attemptId'>;
    readonly limit: number;
  }): Promise<readonly BookedCall[]>;
  /** Answers how many were new. Every call must have been booked. */
  adjust(adjustments: readonly CostAdjustment[]): Promise<number>;
}
