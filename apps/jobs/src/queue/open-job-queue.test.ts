import { createStores, type DatabaseDriver } from '@pa/db';
import { openTestPGlite, openTestPostgres } from '@pa/db/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import type { JobQueue } from './job-queue.ts';
import { openJobQueue } from './open-job-queue.ts';

const places = ['PGlite', ...(process.env['PA_TEST_DATABASE_URL'] === undefined ? [] : ['Postgres'])];
if (places.length === 1) console.warn('PA_TEST_DATABASE_URL is not set: the queue is not tested on Postgres.');

describe.each(places)('the job queue on %s', (place) => {
  let database: DatabaseDriver;
  let environment: Record<string, string> = {};
  let drop: () => Promise<void>;
  const opened: JobQueue[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    const test = place === 'PGlite' ? await openTestPGlite() : await openTestPostgres();
    database = test.database;
    drop = test.close;
    const url = test.connectionString;
    if (url !== undefined) environment = { DATABASE_URL: url, DATABASE_DIRECT_URL: url };
  });
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
    errors.length = 0;
    await sql`delete from pgboss.job`.execute(database.kysely);
  });
  afterAll(() => drop());

  async function open(role: 'sender' | 'worker'): Promise<JobQueue> {
    const settings = readSettings({ environment, folder: import.meta.dirname });
    const queue = await openJobQueue(database, { settings, role, onError: (error) => errors.push(error) });
    opened.push(queue);
    return queue;
  }

  it('keeps one request for a scan until a worker takes it, however often it is asked for', async () => {
    const sender = await open('sender');
    await sender.enqueueScan();
    await sender.enqueueScan();
    await sender.enqueueScan();
    const worker = await open('worker');
    const scan = vi.fn(async () => undefined);
    const daily = vi.fn(async () => undefined);
    const optimise = vi.fn(async () => undefined);
    expect(await worker.drain({ scan, daily, optimise })).toBe(1);
    expect(await worker.drain({ scan, daily, optimise })).toBe(0);
    expect([scan.mock.calls.length, daily.mock.calls.length]).toEqual([1, 0]);
    await sender.enqueueScan();
    expect(await worker.drain({ scan, daily, optimise })).toBe(1);
    expect(errors).toEqual([]);
  });

  it('keeps one order of the optimiser a prompt, until it has been run, and never tries it twice', async () => {
    const sender = await open('sender');
    const order = {
      type: 'greeting',
      testRunId: 'run-1',
      budgetNanoUsd: 10n ** 17n,
      requestedBy: 'ada',
      reason: 'why',
    };
    expect(await sender.newestOptimisation('greeting')).toBeNull();
    expect(await sender.enqueueOptimisation(order)).toBe(true);
    expect(await sender.newestOptimisation('greeting')).toMatchObject({ state: 'under-way', reason: null });
    expect(await sender.enqueueOptimisation({ ...order, reason: 'again' })).toBe(false);
    expect(await sender.enqueueOptimisation({ ...order, type: 'other' })).toBe(true);
    const worker = await open('worker');
    const taken: unknown[] = [];
    const handlers = {
      scan: async () => undefined,
      daily: async () => undefined,
      optimise: async (_signal: AbortSignal, asked: unknown) => {
        taken.push(asked);
        // What runs counts as well.
        expect(await sender.enqueueOptimisation(order)).toBe(taken.length === 2);
      },
    };
    expect(await worker.drain(handlers)).toBe(3);
    expect(taken).toEqual([order, { ...order, type: 'other' }, order]);
    expect(await sender.newestOptimisation('greeting')).toMatchObject({ state: 'ended', reason: null });
    await sender.enqueueOptimisation(order);
    const failing = { ...handlers, optimise: () => Promise.reject(new Error('planted')) };
    await expect(worker.drain(failing)).rejects.toThrow('planted');
    expect(await sender.newestOptimisation('greeting')).toMatchObject({ state: 'failed', reason: 'planted' });
    expect(await sender.newestOptimisation('other')).toMatchObject({ state: 'ended' });
    expect(await worker.drain(handlers)).toBe(0);
  });

  it('hears of a job at once, and runs one that came while another ran', async () => {
    const worker = await open('worker');
    let scans = 0;
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    await worker.work({
      async scan() {
        scans += 1;
        if (scans === 1) {
          await worker.enqueueScan();
          first.resolve();
        } else {
          second.resolve();
        }
      },
      async daily() {},
      async optimise() {},
    });
    await worker.enqueueScan();
    await first.promise;
    await second.promise;
    expect(scans).toBe(2);
    expect(errors).toEqual([]);
  });

  it('puts a job back that failed, and leaves its schedule in the database', async () => {
    const worker = await open('worker');
    await worker.enqueueScan();
    const failing = {
      scan: () => Promise.reject(new Error('planted')),
      daily: async () => undefined,
      optimise: async () => undefined,
    };
    await expect(worker.drain(failing)).rejects.toThrow('planted');
    const { rows } = await sql<{ readonly state: string; readonly retry_count: number }>`
      select state::text, retry_count from pgboss.job where name = 'scan'`.execute(database.kysely);
    expect(rows.map((row) => row.state)).toEqual(['retry']);
    const schedules = await sql<{ readonly cron: string; readonly timezone: string }>`
      select cron, timezone from pgboss.schedule where name = 'daily'`.execute(database.kysely);
    expect(schedules.rows).toEqual([{ cron: '0 6 * * *', timezone: 'UTC' }]);
  });

  it('shares the database with the stores', async () => {
    const worker = await open('worker');
    const counted: number[] = [];
    await worker.enqueueScan();
    await worker.drain({
      scan: async () => void counted.push(await createStores(database).listings.count()),
      daily: async () => undefined,
      optimise: async () => undefined,
    });
    expect(counted).toEqual([0]);
  });
});
