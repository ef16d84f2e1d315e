export { type RedisCacheOptions, redisCacheStore } from './redis-cache-store.ts';
export type { RedisConnection } from './redis-connection.ts';
export {
  type RedisInvalidationBusOptions,
  type RedisSubscriber,
  redisInvalidationBus,
} from './redis-invalidation-bus.ts';
export { redisLeaseStore } from './redis-lease-store.ts';
