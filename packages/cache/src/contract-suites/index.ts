export { type CacheStoreTraits, describeCacheStore } from './describe-cache-store.ts';
