/** What happened to questions of one kind. */
export interface CacheCounts {
  /** Answered fresh from the cache, or by what somebody else was computing already. */
  readonly hits: number;
  /** Computed, or not to be had. */
  readonly misses: number;
  /** Answered from the cache past the fresh time, while or because it could not be computed. */
  readonly stale: number;
  /** Answers that were not stored: refused, truncated, not valid, too large, with personal data. */
  readonly refusedWrites: number;
  /** Of the values that were stored, as they are stored. */
  readonly bytesWritten: number;
  /** What the answers from the cache had cost to compute. */
  readonly savedNanoUsd: bigint;
}

/**
 * By what counts are kept: the class of lifetime, every tag, the model that answered, and the reason of a refused write.
 * Every question is counted once under its class; the sum over the classes is everything.
 */
export type CacheDimension = 'class' | 'tag' | 'model' | 'refusal';

export const NO_COUNTS: CacheCounts = {
  hits: 0,
  misses: 0,
  stale: 0,
  refusedWrites: 0,
  bytesWritten: 0,
  savedNanoUsd: 0n,
};

/** The sum of two. */
export function addCounts(left: CacheCounts, right: Partial<CacheCounts>): CacheCounts {
  return {
    hits: left.hits + (right.hits ?? 0),
    misses: left.misses + (right.misses ?? 0),
    stale: left.stale + (right.stale ?? 0),
    refusedWrites: left.refusedWrites + (right.refusedWrites ?? 0),
    bytesWritten: left.bytesWritten + (right.bytesWritten ?? 0),
    savedNanoUsd: left.savedNanoUsd + (right.savedNanoUsd ?? 0n),
  };
}
