export type { CacheEntry, CachePosition, CacheStore } from './cache-store.ts';
export { canonicalJson } from './canonical-json.ts';
export { type CacheSecret, type CacheSecrets } from './codec/encryption.ts';
export { createValueCodec, type ValueCodec, type ValueCodecOptions } from './codec/value-codec.ts';
export type { CachedResponse, Computed, ComputeOptions, EntryOptions, WriteRefusal } from './computed.ts';
export { type CacheKey, type CacheKeyDefinition, type CacheScope, defineCacheKey } from './define-cache-key.ts';
export { CacheError, type CacheErrorCode, isCacheError } from './errors.ts';
export { globMatcher } from './glob.ts';
export { invalidateWithReason } from './invalidations/invalidate-with-reason.ts';
export {
  type InvalidationLog,
  type LoggedInvalidation,
  memoryInvalidationLog,
} from './invalidations/invalidation-log.ts';
export { type CacheStats, LLMCache, type LLMCacheOptions } from './llm-cache.ts';
export { type MemoryCacheOptions, memoryCacheStore } from './memory-cache-store.ts';
export { isServedAs } from './served-model.ts';
export type { LeaseStore } from './single-flight/lease-store.ts';
export type { LeaseOptions } from './single-flight/leased-work.ts';
export { memoryLeaseStore } from './single-flight/memory-lease-store.ts';
export { tieredLeaseStore } from './single-flight/tiered-lease-store.ts';
export type { CacheCounts, CacheDimension } from './statistics/cache-counts.ts';
export type { CacheStatsGroup, CacheStatsLine, CacheStatsStore } from './statistics/cache-stats-store.ts';
export { memoryCacheStatsStore } from './statistics/memory-cache-stats-store.ts';
export type { SavedCall } from './statistics/stats-writer.ts';
export type { Invalidation, InvalidationBus } from './tiers/invalidation-bus.ts';
export { createTierGuard, type TierGuard, type TierGuardOptions } from './tiers/tier-guard.ts';
export { type CacheTier, type TieredCacheOptions, tieredCacheStore } from './tiers/tiered-cache-store.ts';
export { tieredPositions } from './tiers/tiered-positions.ts';
export { HISTORY, PREDICTION, REAL_TIME, SUMMARY, type TtlClass } from './ttl-class.ts';
