export type { CacheEntry, CacheStore } from './cache-store.ts';
export { canonicalJson } from './canonical-json.ts';
export { type CacheKey, type CacheKeyDefinition, type CacheScope, defineCacheKey } from './define-cache-key.ts';
export { CacheError, type CacheErrorCode, isCacheError } from './errors.ts';
export { globMatcher } from './glob.ts';
export {
  type CachedResponse,
  type CacheStats,
  type Computed,
  type EntryOptions,
  LLMCache,
  type LLMCacheOptions,
} from './llm-cache.ts';
export { type MemoryCacheOptions, memoryCacheStore } from './memory-cache-store.ts';
export type { Invalidation, InvalidationBus } from './tiers/invalidation-bus.ts';
export { type CacheTier, type TieredCacheOptions, tieredCacheStore } from './tiers/tiered-cache-store.ts';
export { HISTORY, PREDICTION, REAL_TIME, SUMMARY, type TtlClass } from './ttl-class.ts';
