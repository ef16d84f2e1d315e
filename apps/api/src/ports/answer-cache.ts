import type { CacheStatsStore, InvalidationLog, LLMCache } from '@pa/cache';

/** The cache of answers, its counts, and what people threw out of it. */
export interface AnswerCachePort {
  readonly cache: Pick<LLMCache, 'invalidate' | 'flush'>;
  readonly statistics: Pick<CacheStatsStore, 'totals' | 'daily'>;
  readonly invalidations: InvalidationLog;
}
