export { describeCacheStatsStore } from './describe-cache-stats-store.ts';
export { describeCacheStore } from './describe-cache-store.ts';
export { describeInvalidationLog } from './describe-invalidation-log.ts';
export { describeLeaseStore } from './describe-lease-store.ts';
