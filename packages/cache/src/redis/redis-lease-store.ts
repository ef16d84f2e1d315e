import type { LeaseStore } from '../single-flight/lease-store.ts';
import type { RedisConnection } from './redis-connection.ts';

/** Takes the lease where it is free or one's own. */
const ACQUIRE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Leases in Redis, by its clock; a Redis that loses its data frees every lease, which costs a second computation. */
export function redisLeaseStore(
  connection: RedisConnection,
  options: {
    /** Stands in front of every key. Default `pa:cache:lease:`. */
    readonly prefix?: string;
  } = {},
): LeaseStore {
  const { prefix = 'pa:cache:lease:' } = options;
  return {
    acquire: async ({ key, holder, leaseMs }) =>
      Number(
        await connection.sendCommand([
          'EVAL',
          ACQUIRE,
          '1',
          prefix + key,
          holder,
          Math.max(1, Math.ceil(leaseMs)).toString(),
        ]),
      ) === 1,
    async release({ key, holder }) {
      await connection.sendCommand(['EVAL', RELEASE, '1', prefix + key, holder]);
    },
  };
}
