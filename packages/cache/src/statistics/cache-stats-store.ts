import type { CacheCounts, CacheDimension } from './cache-counts.ts';

/** Counts of a day to be added. */
export interface CacheStatsLine extends CacheCounts {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly dimension: CacheDimension;
  readonly key: string;
}

/** Counts of a period. */
export interface CacheStatsGroup extends CacheCounts {
  readonly key: string;
}

/**
 * Keeps what all processes counted, by the day.
 *
 * *Duplicate*: the same line added twice counts twice. *Concurrent*: additions add up. *Missing*: a period without counts has
 * no groups.
 */
export interface CacheStatsStore {
  add(lines: readonly CacheStatsLine[]): Promise<void>;
  /** Sums of the days from `fromDay` to `toDay`, both included, most questions first, ties by key. */
  totals(query: {
    readonly fromDay: string;
    readonly toDay: string;
    readonly by: CacheDimension;
    /** Default: all of them. */
    readonly limit?: number;
  }): Promise<readonly CacheStatsGroup[]>;
  /** The same sums for each day: by day, then by key. Days without counts are absent. */
  daily(query: {
    readonly fromDay: string;
    readonly toDay: string;
    readonly by: CacheDimension;
  }): Promise<readonly CacheStatsLine[]>;
}
