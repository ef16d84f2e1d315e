// Waits for a line, then asks a cache over Postgres many times at once, and prints what became of it.
import { randomUUID } from 'node:crypto';
import {
  createTierGuard,
  defineCacheKey,
  LLMCache,
  SUMMARY,
  tieredCacheStore,
  tieredLeaseStore,
  tieredPositions,
} from '@pa/cache';
import { memoryCacheStore } from '@pa/cache';
import { createDatabase } from '../../connect/create-database.ts';
import { createStores } from '../create-stores.ts';
import { postgresInvalidationBus } from '../postgres-invalidation-bus.ts';

export interface CacheProcessTask {
  readonly connectionString: string;
  readonly callers: number;
  readonly questions: number;
  readonly computeMs: number;
  /** How long callers go on asking; 0 asks once. */
  readonly durationMs: number;
  /** How long the database is waited for. */
  readonly budgetMs: number;
  /** Says when a computation begins, and ends it at the next line. */
  readonly holdsComputing?: boolean;
  /**
   * Says when its first computation begins, asks once more at the next line and ends the first one at the line after. Every
   * answer then says which computation it is of.
   */
  readonly joinsLater?: boolean;
  /** What the answers rest on; those of another are wrong. */
  readonly source?: string;
  /** Keeps answers in its memory and hears what others throw away. */
  readonly memory?: boolean;
}

export interface CacheProcessResult {
  readonly answers: number;
  readonly computed: number;
  /** Answers that belong to another question. */
  readonly wrong: number;
  readonly errors: readonly string[];
}

const task = JSON.parse(process.argv[2] ?? '{}') as CacheProcessTask;
const database = await createDatabase({ connectionString: task.connectionString, maxConnections: 4 });
const stores = createStores(database);
const guard = createTierGuard({
  name: 'database',
  now: Date.now,
  budgetMs: task.budgetMs,
  openMs: 100,
  maximumOpenMs: 400,
});
const memory = { name: 'memory', store: memoryCacheStore(), budgetMs: Number.POSITIVE_INFINITY };
const bus =
  task.memory === true
    ? postgresInvalidationBus(database.kysely, {
        source: { connectionString: task.connectionString },
        now: Date.now,
        newId: randomUUID,
      })
    : null;
const cache = new LLMCache({
  store: tieredCacheStore([...(bus === null ? [] : [memory]), { name: 'database', store: stores.cache, guard }], {
    now: Date.now,
    ...(bus === null ? {} : { bus }),
  }),
  leases: {
    store: tieredLeaseStore([{ leases: stores.cacheLeases, guard }]),
    positions: tieredPositions([{ store: stores.cache, guard }]),
    newId: randomUUID,
    leaseMs: 2_000,
  },
  statistics: stores.cacheStats,
  now: Date.now,
  random: Math.random,
});
const { keyOf } = defineCacheKey<{ question: number }>('race', { question: 'include' });
const result = { answers: 0, computed: 0, wrong: 0, errors: [] as string[] };

async function ask(question: number): Promise<void> {
  try {
    const { value } = await cache.getOrCompute(keyOf({ question }, { scope: 'shared' }), {
      ttlClass: SUMMARY,
      tags: ['race'],
      async compute() {
        result.computed += 1;
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
    result.answers += 1;
    if (value !== `answer ${question}${task.source ?? ''}`) result.wrong += 1;
  } catch (error) {
    result.errors.push(String(error));
  }
}

async function keepAsking(caller: number): Promise<void> {
  const until = Date.now() + task.durationMs;
  for (let turn = 0; turn === 0 || Date.now() < until; turn++) {
    await ask((caller + turn) % task.questions);
    if (task.durationMs > 0) await new Promise((resolve) => setTimeout(resolve, 10));
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
  const question = { ttlClass: SUMMARY, tags: ['race'], compute };
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
  await cache.flush();
  await bus?.close();
  console.log(JSON.stringify(result satisfies CacheProcessResult));
  await database.close();
  process.exit(0);
});
console.log('ready');
