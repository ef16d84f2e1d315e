import { randomUUID } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LLMCache, memoryCacheStore, tieredCacheStore } from '@pa/cache';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import type { CacheProcessResult, CacheProcessTask } from './__fixtures__/cache-process.ts';
import { createStores } from './create-stores.ts';
import { postgresInvalidationBus } from './postgres-invalidation-bus.ts';

const hasPostgres = await postgresAnswers();
const script = join(import.meta.dirname, '__fixtures__', 'cache-process.ts');
const PROCESSES = 4;
/** A loaded machine must not look like a dead server. */
const PATIENT_MS = 30_000;

describe.skipIf(!hasPostgres)(`a cache of several processes${hasPostgres ? '' : ' (no Postgres answers)'}`, () => {
  let opened: Awaited<ReturnType<typeof openTestPostgres>>;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    opened = await openTestPostgres();
  });
  beforeEach(() => opened.reset());
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });
  afterAll(() => opened.close());

  async function start(task: Omit<CacheProcessTask, 'connectionString'>) {
    const whole: CacheProcessTask = { ...task, connectionString: opened.connectionString };
    const child = spawn(process.execPath, ['--conditions=@pa/source', script, JSON.stringify(whole)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.add(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    const go = () => child.stdin.write('go\n');
    const nextLine = async () => (await lines.next()).value as string;
    const run = async () => {
      go();
      return JSON.parse(await nextLine()) as CacheProcessResult;
    };
    return { go, nextLine, run };
  }

  async function runAll(task: Omit<CacheProcessTask, 'connectionString'>, meanwhile = async () => {}) {
    const started = await Promise.all(Array.from({ length: PROCESSES }, () => start(task)));
    const running = Promise.all(started.map(({ run }) => run()));
    await meanwhile();
    const results = await running;
    return {
      answers: results.reduce((sum, { answers }) => sum + answers, 0),
      computed: results.reduce((sum, { computed }) => sum + computed, 0),
      wrong: results.reduce((sum, { wrong }) => sum + wrong, 0),
      errors: results.flatMap(({ errors }) => errors),
    };
  }

  it('computes once for 1,000 equal requests in 4 processes, and counts every one of them', async () => {
    const result = await runAll({ callers: 250, questions: 1, computeMs: 200, durationMs: 0, budgetMs: PATIENT_MS });
    expect(result).toEqual({ answers: 1000, computed: 1, wrong: 0, errors: [] });
    const { cacheStats } = createStores(opened.database);
    const period = { fromDay: '2000-01-01', toDay: '2999-12-31' };
    for (const by of ['class', 'tag', 'model'] as const) {
      const [total] = await cacheStats.totals({ ...period, by });
      expect(total).toMatchObject({ hits: 999, misses: 1, savedNanoUsd: 999n });
    }
  });

  it('computes each of 40 questions once', async () => {
    const result = await runAll({ callers: 80, questions: 40, computeMs: 50, durationMs: 0, budgetMs: PATIENT_MS });
    expect(result).toEqual({ answers: 320, computed: 40, wrong: 0, errors: [] });
  });

  it.each(['tag:race', 'shared:race:*'])(
    'stores nothing that another process threw away meanwhile: %s',
    async (pattern) => {
      const task = { callers: 1, questions: 1, computeMs: 0, durationMs: 0, budgetMs: PATIENT_MS };
      const [before, after] = await Promise.all([
        start({ ...task, holdsComputing: true, source: ' before' }),
        start({ ...task, source: ' after' }),
      ]);
      before.go();
      expect(await before.nextLine()).toBe('computing');
      const { cache: store } = createStores(opened.database);
      await new LLMCache({ store, now: Date.now, random: Math.random }).invalidate(pattern);
      // Whoever asks now does not wait for what is outdated.
      expect(await after.run()).toMatchObject({ answers: 1, computed: 1, wrong: 0, errors: [] });
      before.go();
      expect(JSON.parse(await before.nextLine())).toMatchObject({ answers: 1, computed: 1, wrong: 0 });
      const later = await start({ ...task, source: ' after' });
      expect(await later.run()).toMatchObject({ answers: 1, computed: 0, wrong: 0, errors: [] });
    },
  );

  it('gives who joins after another process threw it away a new answer', async () => {
    const task = { callers: 1, questions: 1, computeMs: 0, durationMs: 0, budgetMs: PATIENT_MS, joinsLater: true };
    const asking = await start(task);
    asking.go();
    expect(await asking.nextLine()).toBe('computing');
    const { cache: store } = createStores(opened.database);
    await new LLMCache({ store, now: Date.now, random: Math.random }).invalidate('tag:race');
    asking.go();
    expect(await asking.nextLine()).toBe('joined');
    asking.go();
    expect(JSON.parse(await asking.nextLine())).toEqual(['computation 1', 'computation 2']);
  });

  it('has the memory of every process hear what one throws away, also where its connection is cut', async () => {
    const task = { callers: 2, questions: 1, computeMs: 0, durationMs: 6_000, budgetMs: PATIENT_MS, memory: true };
    const { kysely } = opened.database;
    const { connectionString } = opened;
    const bus = postgresInvalidationBus(kysely, { source: { connectionString }, now: Date.now, newId: randomUUID });
    const { cache: database } = createStores(opened.database);
    const cache = new LLMCache({
      store: tieredCacheStore(
        [
          { name: 'memory', store: memoryCacheStore() },
          { name: 'database', store: database, budgetMs: PATIENT_MS },
        ],
        { now: Date.now, bus },
      ),
      now: Date.now,
      random: Math.random,
    });
    const result = await runAll(task, async () => {
      for (let turn = 0; turn < 6; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 700));
        if (turn === 3) {
          await sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and query ilike 'listen%'`.execute(kysely);
        }
        await cache.invalidate(turn % 2 === 0 ? 'tag:race' : 'shared:race:*');
      }
    });
    await bus.close();
    // Once at first and once after each time; every one of the four processes had it in its memory.
    expect(result).toMatchObject({ computed: 7, wrong: 0, errors: [] });
    const { rows } = await sql<{ readonly hits: string }>`
      select coalesce(sum(hit_count), 0)::text as hits from llm_cache`.execute(kysely);
    expect(Number(rows[0]?.hits)).toBeLessThan(result.answers / 4);
  });

  it('loses no answer while the server throws out every connection', async () => {
    const task = { callers: 20, questions: 10, computeMs: 20, durationMs: 2_000, budgetMs: 20 };
    const result = await runAll(task, async () => {
      for (let kill = 0; kill < 10; kill++) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`.execute(opened.database.kysely);
      }
    });
    expect([result.wrong, result.errors]).toEqual([0, []]);
    expect(result.answers).toBeGreaterThan(PROCESSES * task.callers);
  });
});
