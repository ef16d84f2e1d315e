import type { OptimisationOrder, OrderedOptimisation } from '@pa/api';

/**
 * Names of the queues: `scan` judges what is new, `daily` runs the analysis of a day, `optimise` looks for a better version
 * of a prompt, `dead` keeps what failed for good.
 */
export const QUEUES = { scan: 'scan', daily: 'daily', optimise: 'optimise', dead: 'dead' } as const;

/** Every day at 06:00 UTC. */
export const DAILY_CRON = '0 6 * * *';

/** What is done with the jobs of each queue. */
export interface JobHandlers {
  scan(signal: AbortSignal): Promise<void>;
  daily(signal: AbortSignal): Promise<void>;
  optimise(signal: AbortSignal, order: OptimisationOrder): Promise<void>;
}

/** The queue as the product uses it. */
export interface JobQueue {
  /** Asks for a scan of what is new; one that is asked for already is enough. */
  enqueueScan(): Promise<void>;
  /**
   * Asks for a run of the optimiser; false where one of the same prompt waits or runs. It is tried once: what failed has cost
   * money already.
   */
  enqueueOptimisation(order: OptimisationOrder): Promise<boolean>;
  /** What came of the newest order of a prompt; `null` where none is known any more. */
  newestOptimisation(type: string): Promise<OrderedOptimisation | null>;
  /** Takes jobs until the queue is closed, one of each kind at a time. */
  work(handlers: JobHandlers): Promise<void>;
  /** Takes the jobs that wait now and answers how many; one that fails is put back and retried later. */
  drain(handlers: JobHandlers): Promise<number>;
  /** Stops taking jobs, waits for those that run, and lets go of the database. */
  close(): Promise<void>;
}
