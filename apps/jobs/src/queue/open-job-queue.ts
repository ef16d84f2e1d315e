import type { OptimisationOrder, OrderedOptimisation } from '@pa/api';
import type { DatabaseDriver } from '@pa/db';
import { fromPglite, type Job, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Settings } from '../settings/read-settings.ts';
import { DAILY_CRON, type JobHandlers, type JobQueue, QUEUES } from './job-queue.ts';

const JOB = {
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  heartbeatSeconds: 30,
  deadLetter: QUEUES.dead,
} as const;
const STOP_TIMEOUT_MS = 20_000;

/**
 * Opens the queue in the database of the product. A `sender` only puts jobs in; a `worker` also takes them, keeps the
 * schedule and looks after jobs whose worker died.
 */
export async function openJobQueue(
  database: DatabaseDriver,
  options: {
    readonly settings: Settings;
    readonly role: 'sender' | 'worker';
    readonly onError: (error: unknown) => void;
  },
): Promise<JobQueue> {
  const { role, settings, onError } = options;
  const boss = new PgBoss({
    ...connection(database, settings),
    supervise: role === 'worker',
    schedule: role === 'worker',
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUES.dead);
  // One waiting and one running: rows that arrive while a scan runs are found by the next one.
  await boss.createQueue(QUEUES.scan, { ...JOB, policy: 'stately', expireInSeconds: 900, notify: true });
  await boss.createQueue(QUEUES.daily, { ...JOB, policy: 'stately', expireInSeconds: 3600, notify: true });
  await boss.createQueue(QUEUES.optimise, {
    ...JOB,
    retryLimit: 0,
    policy: 'exclusive',
    expireInSeconds: 3600,
    notify: true,
  });
  if (role === 'worker') await boss.schedule(QUEUES.daily, DAILY_CRON, null, { tz: 'UTC' });

  return {
    async enqueueScan() {
      await boss.send(QUEUES.scan, {});
    },
    async enqueueOptimisation({ budgetNanoUsd, ...order }) {
      const data: StoredOrder = { ...order, budgetNanoUsd: budgetNanoUsd.toString() };
      return (await boss.send(QUEUES.optimise, data, { singletonKey: order.type })) !== null;
    },
    async newestOptimisation(type) {
      const jobs = await boss.findJobs(QUEUES.optimise, { key: type });
      const [newest] = jobs.toSorted((left, right) => right.createdOn.getTime() - left.createdOn.getTime());
      return newest === undefined ? null : toOrdered(newest);
    },
    async work(handlers) {
      for (const name of TAKEN) {
        await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 2 }, async ([job]: Job[]) => {
          if (job !== undefined) await handle(name, { job, handlers });
        });
      }
    },
    async drain(handlers) {
      let taken = 0;
      for (const name of TAKEN) {
        for (;;) {
          const [job] = await boss.fetch(name, { batchSize: 1 });
          if (job === undefined) break;
          taken += 1;
          await settle(boss, { name, job, handlers });
        }
      }
      return taken;
    },
    async close() {
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    },
  };
}

const TAKEN = [QUEUES.scan, QUEUES.daily, QUEUES.optimise] as const;

/** An order as JSON, which has no bigint. */
type StoredOrder = Omit<OptimisationOrder, 'budgetNanoUsd'> & { readonly budgetNanoUsd: string };

const REASON_LENGTH = 300;

function toOrdered({ state, createdOn, output }: JobWithMetadata<unknown>): OrderedOptimisation {
  const requestedAt = createdOn.getTime();
  if (state === 'completed') return { state: 'ended', requestedAt, reason: null };
  if (state !== 'failed' && state !== 'cancelled') return { state: 'under-way', requestedAt, reason: null };
  const message = (output as { readonly message?: unknown } | null)?.message;
  const reason = typeof message === 'string' ? message.slice(0, REASON_LENGTH) : 'its worker stopped before its end';
  return { state: 'failed', requestedAt, reason };
}

interface Taken {
  readonly job: Pick<Job<unknown>, 'id' | 'signal' | 'data'>;
  readonly handlers: JobHandlers;
}

function handle(name: (typeof TAKEN)[number], { job, handlers }: Taken): Promise<void> {
  if (name !== QUEUES.optimise) return handlers[name](job.signal);
  const order = job.data as StoredOrder;
  return handlers.optimise(job.signal, { ...order, budgetNanoUsd: BigInt(order.budgetNanoUsd) });
}

async function settle(
  boss: PgBoss,
  { name, job, handlers }: Taken & { readonly name: (typeof TAKEN)[number] },
): Promise<void> {
  try {
    await handle(name, { job, handlers });
  } catch (error) {
    await boss.fail(name, job.id, { message: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await boss.complete(name, job.id);
}

function connection(database: DatabaseDriver, settings: Settings) {
  if (database.pglite !== undefined) return { db: fromPglite(database.pglite), useListenNotify: true };
  const { DATABASE_URL, DATABASE_DIRECT_URL } = settings.values;
  // A pooler in transaction mode loses LISTEN: without a direct address the queue polls.
  if (DATABASE_DIRECT_URL !== undefined) return { connectionString: DATABASE_DIRECT_URL, useListenNotify: true };
  return { connectionString: DATABASE_URL ?? '', max: 4 };
}
