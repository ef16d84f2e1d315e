import type { Invalidation, InvalidationBus } from '../tiers/invalidation-bus.ts';
import type { RedisConnection } from './redis-connection.ts';

/** A connection in subscriber mode: `client.duplicate()` of node-redis, connected. It can do nothing else meanwhile. */
export interface RedisSubscriber {
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  /** Says that it is connected, the first time and each time again. */
  on(event: 'ready', listener: () => void): unknown;
  /** False while it is not connected. */
  readonly isReady: boolean;
}

export interface RedisInvalidationBusOptions {
  readonly subscriber: RedisSubscriber;
  /** Default `pa:cache:invalidations`. */
  readonly channel?: string;
}

/**
 * Broadcasts what was thrown away by Redis publish and subscribe. Messages that cannot be read are passed over. Each time the
 * connection is made again everything counts as thrown away, since messages were missed.
 */
export function redisInvalidationBus(
  connection: RedisConnection,
  { subscriber, channel = 'pa:cache:invalidations' }: RedisInvalidationBusOptions,
): InvalidationBus {
  let isSubscribed = false;
  return {
    isHearing: () => isSubscribed && subscriber.isReady,
    async publish(invalidation) {
      await connection.sendCommand(['PUBLISH', channel, JSON.stringify(invalidation)]);
    },
    async subscribe(listener) {
      await subscriber.subscribe(channel, (message) => {
        const invalidation = fromMessage(message);
        if (invalidation !== null) listener(invalidation);
      });
      isSubscribed = true;
      subscriber.on('ready', () => listener({ kind: 'pattern', glob: '*' }));
    },
  };
}

function fromMessage(message: string): Invalidation | null {
  try {
    const said = JSON.parse(message) as Partial<Record<string, unknown>> | null;
    if (said?.['kind'] === 'key' && typeof said['key'] === 'string') return { kind: 'key', key: said['key'] };
    if (said?.['kind'] === 'tag' && typeof said['tag'] === 'string') return { kind: 'tag', tag: said['tag'] };
    if (said?.['kind'] === 'pattern' && typeof said['glob'] === 'string') {
      return { kind: 'pattern', glob: said['glob'] };
    }
    return null;
  } catch {
    return null;
  }
}
