import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createPriceBook, withBudget } from '@pa/cost';
import { createUsage, type LanguageModel } from '@pa/llm-core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../connect/create-database.ts';
import { openTestPostgres, postgresAnswers, testDatabaseUrl } from '../testing/open-test-databases.ts';
import type { BudgetProcessResult, BudgetProcessTask } from './__fixtures__/budget-process.ts';
import { createStores } from './create-stores.ts';

const hasPostgres = await postgresAnswers();
const script = join(import.meta.dirname, '__fixtures__', 'budget-process.ts');
const PROCESSES = 4;
const CENT = 10_000_000n;

describe.skipIf(!hasPostgres)(`budgets of several processes${hasPostgres ? '' : ' (no Postgres answers)'}`, () => {
  let opened: Awaited<ReturnType<typeof openTestPostgres>>;
  const children = new Set<ChildProcess>();
  const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000;

  beforeAll(async () => {
    opened = await openTestPostgres();
  });
  beforeEach(() => opened.reset());
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });
  afterAll(() => opened.close());

  const state = (at = Date.now()) =>
    createStores(opened.database).budgets.state({ budgetId: 'global', windowStart: midnight, at });

  async function start(task: Omit<BudgetProcessTask, 'connectionString'>) {
    const whole: BudgetProcessTask = { ...task, connectionString: opened.connectionString };
    const child = spawn(process.execPath, ['--conditions=@pa/source', script, JSON.stringify(whole)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.add(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    return {
      child,
      async run(): Promise<BudgetProcessResult> {
        child.stdin.write('go\n');
        return JSON.parse((await lines.next()).value as string) as BudgetProcessResult;
      },
    };
  }

  async function runAll(task: Omit<BudgetProcessTask, 'connectionString'>) {
    const started = await Promise.all(Array.from({ length: PROCESSES }, () => start(task)));
    const results = await Promise.all(started.map(({ run }) => run()));
    return {
      answered: results.reduce((sum, { answered }) => sum + answered, 0),
      refused: results.reduce((sum, { refused }) => sum + refused, 0),
      costNanoUsd: results.reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n),
      errors: results.flatMap(({ errors }) => errors),
    };
  }

  it('check 1: of 100 reservations of a cent at once on half a dollar exactly 50 are admitted', async () => {
    const result = await runAll({
      limitUsd: 0.5,
      holdUsd: 0.01,
      callers: 25,
      costShares: [1, 1],
      callMs: 20,
      retryMs: 0,
    });
    expect(result).toEqual({ answered: 50, refused: 50, costNanoUsd: 50n * CENT, errors: [] });
    expect(await state()).toEqual({ spentNanoUsd: 50n * CENT, heldNanoUsd: 0n });
  });

  it('200 callers whose calls cost 20 to 60 % of their holds spend nearly all of half a dollar and never more', async () => {
    const result = await runAll({ limitUsd: 0.5, callers: 50, costShares: [0.2, 0.6], callMs: 100, retryMs: 5_000 });
    expect(result.errors).toEqual([]);
    expect(result.answered + result.refused).toBe(200);
    const { spentNanoUsd, heldNanoUsd } = await state();
    expect(heldNanoUsd).toBe(0n);
    expect(spentNanoUsd).toBe(result.costNanoUsd);
    expect(spentNanoUsd).toBeLessThanOrEqual(50n * CENT);
    expect(spentNanoUsd).toBeGreaterThanOrEqual(48n * CENT);
  });

  it('200 callers who wait for what others hold spend nearly all of it without trying again themselves', async () => {
    const task = { limitUsd: 0.5, callers: 50, costShares: [0.2, 0.6], callMs: 100, retryMs: 0 } as const;
    const result = await runAll({ ...task, waitForRoomMs: 5_000 });
    expect(result.errors).toEqual([]);
    const { spentNanoUsd, heldNanoUsd } = await state();
    expect([heldNanoUsd, spentNanoUsd]).toEqual([0n, result.costNanoUsd]);
    expect(spentNanoUsd).toBeLessThanOrEqual(50n * CENT);
    expect(spentNanoUsd).toBeGreaterThanOrEqual(48n * CENT);
  });

  it('calls that are dearer than all before them, up to their worst case, never take it over the limit', async () => {
    const task = {
      limitUsd: 0.5,
      callers: 50,
      costShares: [0.05, 0.05],
      dearFrom: 25,
      callMs: 50,
      retryMs: 0,
    } as const;
    const result = await runAll({ ...task, waitForRoomMs: 5_000 });
    expect(result.errors).toEqual([]);
    const { spentNanoUsd, heldNanoUsd } = await state();
    expect([heldNanoUsd, spentNanoUsd]).toEqual([0n, result.costNanoUsd]);
    expect(spentNanoUsd).toBeLessThanOrEqual(50n * CENT);
    expect(spentNanoUsd).toBeGreaterThanOrEqual(48n * CENT);
  });

  it('check 16: an alert at 80 % is raised once, however many cross it at once, and again in the next window', async () => {
    const task = {
      limitUsd: 0.5,
      holdUsd: 0.01,
      callers: 13,
      costShares: [0.9, 0.9],
      callMs: 50,
      retryMs: 0,
      alertAt: [0.8],
    } as const;
    const { alerts } = createStores(opened.database);
    expect((await runAll(task)).errors).toEqual([]);
    expect(await alerts.recent({ limit: 10 })).toMatchObject([{ kind: 'budget-threshold', threshold: 0.8 }]);
    expect((await runAll({ ...task, now: midnight + 86_400_000 + 1000 })).errors).toEqual([]);
    expect((await alerts.recent({ limit: 10 })).map((alert) => 'windowStart' in alert && alert.windowStart)).toEqual([
      midnight + 86_400_000,
      midnight,
    ]);
  });

  it('what a process held that was killed is free again when its lease is over', async () => {
    const { child, run } = await start({
      limitUsd: 0.5,
      holdUsd: 0.01,
      callers: 50,
      costShares: [1, 1],
      callMs: 60_000,
      retryMs: 0,
      leaseMs: 5_000,
    });
    void run().catch(() => undefined);
    await expect.poll(async () => (await state()).heldNanoUsd, { timeout: 20_000 }).toBe(50n * CENT);
    const heldAt = Date.now();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const reservation = { holdId: 'next', amountNanoUsd: CENT, claims: [] };
    const claims = [{ budgetId: 'global', limitNanoUsd: 50n * CENT, windowStart: midnight }];
    const { budgets } = createStores(opened.database);
    const reserve = (at: number) => budgets.reserve({ ...reservation, claims, at, expiresAt: at + 1000 });
    expect(await reserve(heldAt - 1000)).toMatchObject({ status: 'refused', heldNanoUsd: 50n * CENT });
    expect(await reserve(heldAt + 5_001)).toEqual({ status: 'held' });
  });

  it('a server that throws out every connection refuses calls, and what the answers cost is counted all the same', async () => {
    const started = await Promise.all(
      Array.from({ length: PROCESSES }, () =>
        start({ limitUsd: 0.5, callers: 50, costShares: [0.2, 0.6], callMs: 100, retryMs: 5_000, lingerMs: 3_000 }),
      ),
    );
    const running = Promise.all(started.map(({ run }) => run()));
    for (let kill = 0; kill < 10; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(opened.database.kysely);
    }
    const results = await running;
    expect(results.flatMap(({ errors }) => errors).length).toBeGreaterThan(0);
    const costNanoUsd = results.reduce((sum, result) => sum + BigInt(result.costNanoUsd), 0n);
    const { spentNanoUsd } = await state();
    expect(costNanoUsd).toBeGreaterThan(0n);
    expect(spentNanoUsd).toBe(costNanoUsd);
    expect(spentNanoUsd).toBeLessThanOrEqual(50n * CENT);
  });

  it('check 1: a server that takes no connections does what each budget says: refuse or allow', async () => {
    const { budgets: store } = createStores(opened.database);
    const name = new URL(opened.connectionString).pathname.slice(1);
    const call = (whenStoreFails: 'refuse' | 'allow') =>
      withBudget({
        store,
        budgets: [
          {
            id: 'global',
            scope: { kind: 'global' },
            window: { kind: 'calendar', period: 'day', timeZone: 'UTC' },
            limitNanoUsd: CENT,
            whenStoreFails,
          },
        ],
        priceBook: createPriceBook(),
        now: Date.now,
        newId: randomUUID,
      })(answeringModel).generate({ messages: [], maxOutputTokens: 100 });
    const server = await createDatabase({ connectionString: testDatabaseUrl(), maxConnections: 1 });
    try {
      await call('refuse');
      await sql.raw(`alter database ${name} with allow_connections false`).execute(server.kysely);
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(server.kysely);
      await expect(call('refuse')).rejects.toMatchObject({ code: 'budget-exceeded' });
      expect((await call('allow')).text).toBe('Prices held.');
    } finally {
      await sql.raw(`alter database ${name} with allow_connections true`).execute(server.kysely);
      await server.close();
    }
    await expect.poll(async () => (await call('refuse').catch(() => null))?.text).toBe('Prices held.');
    expect((await state()).spentNanoUsd).toBe(2n * 5_000n);
  });
});

/** Ten tokens of answer at $0.50 a million. */
const answeringModel: LanguageModel = {
  provider: 'openai',
  modelId: 'gpt-6-luna',
  generate: () =>
    Promise.resolve({
      text: 'Prices held.',
      toolCalls: [],
      finishReason: 'stop',
      usage: createUsage({
        input: { uncached: 0, cacheRead: 0, cacheWrite: undefined },
        output: { text: 10, reasoning: 0 },
        source: 'reported',
      }),
      provider: 'openai',
      requestedModel: 'gpt-6-luna',
      servedModel: 'gpt-6-luna',
      responseId: undefined,
      warnings: [],
      attempts: [],
    }),
  stream() {
    throw new TypeError('this test does not stream');
  },
};
