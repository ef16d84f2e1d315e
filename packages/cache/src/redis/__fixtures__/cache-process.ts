// Waits for a line, then asks a cache over Redis many times at once, and prints what became of it.
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import {
  createTierGuard,
  defineCacheKey,
  LLMCache,
  memoryCacheStore,
  SUMMARY,
  tieredCacheStore,
  tieredLeaseStore,
  tieredPositions,
} from '../../index.ts';
import { redisCacheStore, redisInvalidationBus, redisLeaseStore } from '../index.ts';

export interface CacheProcessTask {
  readonly redisUrl: string;
  /** Stands in front of every key and channel. */
  readonly prefix: string;
  /** Callers that ask at the same time. */
  readonly callers: number;
  /** Different questions among them. */
  readonly questions: number;
  readonly computeMs: number;
  /** How long they go on asking, each anew when it has its answer; 0 asks once. */
  readonly durationMs: number;
  /** Keeps answers of its own in front of Redis. */
  readonly memory: boolean;
  /** How long Redis is waited for. */
  readonly budgetMs: number;
  /** Says when a computation begins, and dies in the middle of it. */
  readonly diesComputing?: boolean;
  /** Says when a computation begins, and ends it at the next line. */
  readonly holdsComputing?: boolean;
  /**
   * Says when its first computation begins, asks once more at the next line and ends the first one at the line after. Every
   * answer then says which computation it is of.
   */
  readonly joinsLater?: boolean;
  /** What the answers rest on; those of another are wrong. */
  readonly source?: string;
}

export interface CacheProcessResult {
  readonly answers: number;
  readonly computed: number;
  /** Answers that belong to another question. */
  readonly wrong: number;
  readonly errors: readonly string[];
  readonly slowestMs: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as CacheProcessTask;
const client = createClient({
  url: task.redisUrl,
  disableOfflineQueue: true,
  socket: { reconnectStrategy: 50, connectTimeout: 1_000 },
});
const subscriber = client.duplicate();
// A server that goes away is the point: the tiers report it.
for (const each of [client, subscriber]) each.on('error', () => undefined);
await Promise.all([client.connect(), subscriber.connect()]);

const guard = createTierGuard({
  name: 'redis',
  now: Date.now,
  budgetMs: task.budgetMs,
  openMs: 100,
  maximumOpenMs: 400,
});
const redis = { name: 'redis', store: redisCacheStore(client, { prefix: `${task.prefix}entries:` }), guard };
const memory = { name: 'memory', store: memoryCacheStore(), budgetMs: Number.POSITIVE_INFINITY };
const cache = new LLMCache({
  store: tieredCacheStore(task.memory ? [memory, redis] : [redis], {
    now: Date.now,
    bus: redisInvalidationBus(client, { subscriber, channel: `${task.prefix}channel` }),
  }),
  leases: {
    store: tieredLeaseStore([{ leases: redisLeaseStore(client, { prefix: `${task.prefix}leases:` }), guard }]),
    positions: tieredPositions([redis]),
    newId: randomUUID,
    leaseMs: 2_000,
  },
  now: Date.now,
  random: Math.random,
});
const { keyOf } = defineCacheKey<{ question: number }>('race', { question: 'include' });
const errors: string[] = [];
let answers = 0;
let computed = 0;
let wrong = 0;
let slowestMs = 0;

async function ask(question: number): Promise<void> {
  const startedAt = performance.now();
  try {
    const { value } = await cache.getOrCompute(keyOf({ question }, { scope: 'shared' }), {
      ttlClass: SUMMARY,
      tags: [`question:${question}`],
      async compute() {
        computed += 1;
        if (task.diesComputing === true) {
          console.log('computing');
          await new Promise(() => setInterval(() => undefined, 1_000));
        }
        if (task.holdsComputing === true) {
          console.log('computing');
          await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
        }
        await new Promise((resolve) => setTimeout(resolve, task.computeMs));
        return {
          value: `answer ${question}${task.source ?? ''}`,
          outcome: 'validated',
          servedModel: 'm',
          containsPersonalData: false,
          costNanoUsd: 1n,
        };
      },
    });
    answers += 1;
    if (value !== `answer ${question}${task.source ?? ''}`) wrong += 1;
  } catch (error) {
    errors.push(String(error));
  }
  slowestMs = Math.max(slowestMs, performance.now() - startedAt);
}

async function keepAsking(caller: number): Promise<void> {
  const until = Date.now() + task.durationMs;
  for (let turn = 0; turn === 0 || Date.now() < until; turn++) {
    await ask((caller + turn) % task.questions);
    if (task.durationMs > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const nextLine = () => new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));

/** The answers of who asked first and of who joined while that was computed. */
async function joinLater(): Promise<readonly string[]> {
  const held: PromiseWithResolvers<void> = Promise.withResolvers();
  let computations = 0;
  const compute = async () => {
    computations += 1;
    const value = `computation ${computations}`;
    if (computations === 1) {
      console.log('computing');
      await held.promise;
    }
    const made = { servedModel: 'm', containsPersonalData: false, costNanoUsd: 1n };
    return { value, outcome: 'validated' as const, ...made };
  };
  const key = keyOf({ question: 0 }, { scope: 'shared' });
  const question = { ttlClass: SUMMARY, tags: ['question:0'], compute };
  const first = cache.getOrCompute(key, question);
  await nextLine();
  const second = cache.getOrCompute(key, question);
  console.log('joined');
  await nextLine();
  held.resolve();
  return (await Promise.all([first, second])).map(({ value }) => value);
}

process.stdin.once('data', async () => {
  if (task.joinsLater === true) {
    console.log(JSON.stringify(await joinLater()));
    process.exit(0);
  }
  await Promise.all(Array.from({ length: task.callers }, (_, caller) => keepAsking(caller)));
  const result: CacheProcessResult = { answers, computed, wrong, errors, slowestMs };
  console.log(JSON.stringify(result));
  process.exit(0);
});
console.log('ready');
