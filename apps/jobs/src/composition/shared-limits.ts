import type { Limiter, LimiterShape } from '@pa/llm-core';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import type { Settings } from '../settings/read-settings.ts';

/** Where it is counted what is used of the limits of models. */
export type LimitPlace = 'redis' | 'postgres' | 'memory';

type CreateLimiter = (shape: LimiterShape) => Limiter;

/** A store that does not answer for so long is away, and the call is refused. */
const ANSWER_WITHIN_MS = 2000;

/** By address: several parts of a process ask for limits, and each connection is made once and ends with the process. */
const connected = new Map<string, CreateLimiter>();

/** The counts of one process, by whom it was set up. */
const inMemory = new WeakMap<Settings, CreateLimiter>();

/** Redis where there is one, else the Postgres that all processes share; an embedded database has one process. */
export function limitPlace({ values }: Settings): LimitPlace {
  if (values.REDIS_URL !== undefined) return 'redis';
  return values.DATABASE_URL === undefined ? 'memory' : 'postgres';
}

/** Makes limiters that count together: in all processes over Redis or Postgres, else in this one. */
export function createLimiters(settings: Settings): CreateLimiter {
  const { REDIS_URL, DATABASE_URL } = settings.values;
  if (REDIS_URL !== undefined) return kept(connected, { key: REDIS_URL, make: () => limitersOverRedis(REDIS_URL) });
  if (DATABASE_URL !== undefined)
    return kept(connected, { key: DATABASE_URL, make: () => limitersOverPostgres(DATABASE_URL) });
  return kept(inMemory, { key: settings, make: limitersInMemory });
}

function kept<Key, Value>(
  store: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  { key, make }: { readonly key: Key; readonly make: () => Value },
): Value {
  const known = store.get(key) ?? make();
  store.set(key, known);
  return known;
}

function limitersInMemory(): CreateLimiter {
  const limiters = new Map<string, Limiter>();
  return (shape) =>
    kept(limiters, { key: `${shape.keyPrefix}/${shape.points}`, make: () => new RateLimiterMemory(shape) });
}

function limitersOverRedis(url: string): CreateLimiter {
  // It is connected by the calls and not by a timer, so that a command that is done ends while Redis is away.
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: ANSWER_WITHIN_MS } });
  client.on('error', () => undefined);
  let connecting: Promise<unknown> | undefined;
  const connect = async (): Promise<void> => {
    if (client.isReady) return;
    connecting ??= client.connect().finally(() => {
      connecting = undefined;
    });
    await connecting;
    client.unref();
  };
  return (shape) => withinTime(new RateLimiterRedis({ ...shape, storeClient: client, useRedisPackage: true }), connect);
}

function limitersOverPostgres(connectionString: string): CreateLimiter {
  const pool = new Pool({ connectionString, max: 2, allowExitOnIdle: true, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  pool.on('error', () => undefined);
  // Statements without names: a pooler in transaction mode hands each of them to another connection.
  const storeClient = {
    query: ({ text, values }: { readonly text: string; readonly values?: readonly unknown[] }) =>
      pool.query(text, values === undefined ? [] : [...values]),
  };
  return (shape) =>
    withinTime(
      new RateLimiterPostgres({
        ...shape,
        storeClient,
        storeType: 'client',
        tableName: 'llm_rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
      }),
      () => Promise.resolve(),
    );
}

/** A limiter that is asked once its store is connected, and fails where the store does not answer in time. */
function withinTime(limiter: Limiter, connect: () => Promise<void>): Limiter {
  const timed = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('The store of the limits does not answer.')), ANSWER_WITHIN_MS);
    try {
      return await Promise.race([connect().then(ask), promise]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    consume: (key, points) => timed(() => limiter.consume(key, points)),
    reward: (key, points) => timed(() => limiter.reward(key, points)),
    penalty: (key, points) => timed(() => limiter.penalty(key, points)),
  };
}
