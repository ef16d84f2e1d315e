import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Experiment, Experiments } from '@pa/prompts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPGlite, openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import type { PromptTask } from './__fixtures__/prompt-process.ts';
import { createStores } from './create-stores.ts';
import { postgresPromptChanges } from './postgres-prompt-changes.ts';

const hasPostgres = await postgresAnswers();
const script = join(import.meta.dirname, '__fixtures__', 'prompt-process.ts');
const PRODUCTION = { type: 'summary', label: 'production' };
const experiment: Experiment = {
  key: 'race',
  subject: 'interface',
  description: 'a race',
  arms: [
    { name: 'control', weight: 1, subject: 'a' },
    { name: 'new', weight: 1, subject: 'b' },
  ],
  primary: { name: 'opened', kind: 'rate', better: 'higher' },
  createdBy: 'tester',
  createdAt: 0,
};

describe.skipIf(!hasPostgres)(
  `prompts of several processes${hasPostgres ? '' : ' (no Postgres answers)'}`,
  { timeout: 60_000 },
  () => {
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

    async function start() {
      const child = spawn(process.execPath, ['--conditions=@pa/source', script, opened.connectionString], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      children.add(child);
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      expect((await lines.next()).value).toBe('ready');
      return async (task: PromptTask): Promise<{ readonly value?: unknown; readonly code?: string }> => {
        child.stdin.write(`${JSON.stringify(task)}\n`);
        return JSON.parse((await lines.next()).value as string) as { value?: unknown; code?: string };
      };
    }
    const startAll = (count: number) => Promise.all(Array.from({ length: count }, start));

    it('numbers the versions of four writers without gap or double, and equal content once', async () => {
      const writers = await startAll(4);
      const texts = Array.from({ length: 12 }, (_, n) => `text ${n}`);
      const results = await Promise.all(
        writers.map((write, index) =>
          write({ do: 'create', texts: [...texts.slice(index), ...texts.slice(0, index)] }),
        ),
      );
      const ids = new Set(results.flatMap(({ value }) => value as string[]));
      expect(ids.size).toBe(12);
      const versions = await createStores(opened.database).prompts.versions('summary');
      expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n));
    });

    it('check 14: of two deployments at once one wins, the history shows both tries, and going back restores', async () => {
      const [one, two] = (await startAll(2)) as [Awaited<ReturnType<typeof start>>, Awaited<ReturnType<typeof start>>];
      const { value } = await one({ do: 'create', texts: ['first', 'second', 'third'] });
      const [first, second, third] = value as [string, string, string];
      await one({ do: 'deploy', id: first, expected: null, by: 'one' });
      const results = await Promise.all([
        one({ do: 'deploy', id: second, expected: first, by: 'one' }),
        two({ do: 'deploy', id: third, expected: first, by: 'two' }),
      ]);
      expect(results.filter(({ code }) => code === 'deploy-conflict')).toHaveLength(1);
      const winner = results.find(({ code }) => code === undefined)?.value;
      const { prompts } = createStores(opened.database);
      const attempts = await prompts.attempts(PRODUCTION);
      expect(
        attempts
          .map(({ outcome, deployedBy }) => [outcome, deployedBy])
          .slice(0, 2)
          .sort(),
      ).toEqual(
        [
          ['deployed', winner === second ? 'one' : 'two'],
          ['refused', winner === second ? 'two' : 'one'],
        ].sort(),
      );
      expect((await prompts.byLabel(PRODUCTION))?.id).toBe(winner);
      expect(await two({ do: 'rollback' })).toEqual({ value: first });
      expect((await prompts.byLabel(PRODUCTION))?.id).toBe(first);
    });

    it('a reader hears of a deployment of another process, also after its connection was cut', async () => {
      const [writer, reader] = (await startAll(2)) as [
        Awaited<ReturnType<typeof start>>,
        Awaited<ReturnType<typeof start>>,
      ];
      const { value } = await writer({ do: 'create', texts: ['first', 'second', 'third'] });
      const [first, second, third] = value as [string, string, string];
      await writer({ do: 'deploy', id: first, expected: null, by: 'writer' });
      const readsSoon = (id: string) =>
        expect.poll(async () => (await reader({ do: 'read' })).value, { timeout: 20_000 }).toBe(id);
      await readsSoon(first);
      await writer({ do: 'deploy', id: second, expected: first, by: 'writer' });
      await readsSoon(second);
      await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`.execute(
        opened.database.kysely,
      );
      await writer({ do: 'deploy', id: third, expected: second, by: 'writer' });
      await readsSoon(third);
    });

    it('check 15: who takes part keeps his arm in four processes while another ramps from 10 to 50 %', async () => {
      await createStores(opened.database).experiments.create(experiment);
      const [ramps, ...processes] = (await startAll(5)) as [
        Awaited<ReturnType<typeof start>>,
        ...Awaited<ReturnType<typeof start>>[],
      ];
      type Arms = Readonly<Record<string, string | null>>;
      const join = () =>
        Promise.all(processes.map(async (run) => (await run({ do: 'join', units: 1000 })).value as Arms));
      await ramps({ do: 'ramp', exposureShare: 0.1 });
      const [before, ...others] = await join();
      if (before === undefined) throw new TypeError('four processes answer');
      for (const arms of others) expect(arms).toEqual(before);
      const part = (arms: Arms) => Object.values(arms).filter((arm) => arm !== null).length;
      // Of 1,000 units with a tenth taking part, six standard deviations are 57.
      expect(part(before)).toBeGreaterThan(43);
      expect(part(before)).toBeLessThan(157);

      const [during] = await Promise.all([join(), ramps({ do: 'ramp', exposureShare: 0.5 })]);
      const after = await join();
      expect(part(after[0] ?? {})).toBeGreaterThan(405);
      for (const arms of [...during, ...after]) {
        for (const [unit, arm] of Object.entries(arms)) {
          if (before[unit] !== null) expect([unit, arm]).toEqual([unit, before[unit]]);
          // Whoever is let in while it is ramped is let in for good.
          if (arm !== null) expect([unit, after[0]?.[unit]]).toEqual([unit, arm]);
        }
      }
      const { arms, crossed } = await createStores(opened.database).experiments.counts('race');
      expect([crossed, (arms['control'] ?? 0) + (arms['new'] ?? 0)]).toEqual([0, part(after[0] ?? {})]);
    });

    it.each([
      { shares: '48 to 52', control: 2400, other: 2600, mismatch: true },
      { shares: '49.8 to 50.2', control: 2490, other: 2510, mismatch: false },
    ])('check 15: the sample ratio of 20,000 units of four processes, $shares, is told', async (planted) => {
      const { control, other, mismatch } = planted;
      const { experiments: store } = createStores(opened.database);
      await store.create(experiment);
      const processes = await startAll(4);
      await Promise.all(processes.map((run, n) => run({ do: 'expose-from', from: n * 5000, control, other })));
      const experiments = new Experiments({ store, secret: 'any', now: Date.now, newId: () => 'id' });
      const { sampleRatio, units, comparisons } = await experiments.analyse('race');
      expect(units.map(({ count }) => count)).toEqual([4 * control, 4 * other]);
      expect(sampleRatio.mismatch).toBe(mismatch);
      if (mismatch) expect(comparisons[0]).toMatchObject({ verdict: 'continue' });
    });

    it('four processes expose the same units: each is counted once, and crossed where the arms differ', async () => {
      const { experiments } = createStores(opened.database);
      await experiments.create(experiment);
      const processes = await startAll(4);
      await Promise.all(processes.map((run) => run({ do: 'expose', units: 500, arm: 'control' })));
      expect(await experiments.counts('race')).toEqual({ arms: { control: 500 }, crossed: 0 });
      await Promise.all(
        processes.map((run, n) => run({ do: 'expose', units: 100, arm: n % 2 === 0 ? 'new' : 'control' })),
      );
      expect(await experiments.counts('race')).toEqual({ arms: { control: 400 }, crossed: 100 });
    });

    it('versions, deployments and values are closed to rewriting', async () => {
      const writer = await start();
      await writer({ do: 'create', texts: ['first'] });
      const { kysely } = opened.database;
      await expect(sql`update llm_prompts set system_prompt = 'x'`.execute(kysely)).rejects.toThrow('only ever added');
      await expect(sql`delete from prompt_deployments`.execute(kysely)).rejects.toThrow('only ever added');
      await expect(sql`truncate experiment_outcomes`.execute(kysely)).rejects.toThrow('only ever added');
    });
  },
);

it('the embedded database tells of deployments too, and no more after the end', async () => {
  const opened = await openTestPGlite();
  try {
    const { prompts } = createStores(opened.database);
    const heard: unknown[] = [];
    const { pglite } = opened.database;
    const stop = await postgresPromptChanges({ pglite: pglite! }).subscribe((change) => heard.push(change));
    const draft = {
      type: 'summary',
      systemPrompt: 'x',
      userPromptTemplate: 'y',
      modelProvider: 'a',
      modelName: 'b',
      description: '',
      createdBy: '',
    };
    const { id } = await prompts.add({ id: 'p1', draft, contentHash: 'h', createdAt: 0 });
    const deployment = { ...PRODUCTION, promptId: id, deployedBy: 'a', reason: 'b', deployedAt: 0 };
    await prompts.deploy({ ...deployment, id: 'd1', previousPromptId: null });
    await prompts.deploy({ ...deployment, id: 'd2', previousPromptId: 'another' });
    await expect.poll(() => heard).toEqual([PRODUCTION]);
    await stop();
    await prompts.deploy({ ...deployment, id: 'd3', previousPromptId: id });
    expect(heard).toHaveLength(1);
  } finally {
    await opened.close();
  }
});
