import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Experiment } from '@pa/prompts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPGlite, openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import type { PromptTask } from './__fixtures__/prompt-process.ts';
import { createStores } from './create-stores.ts';
import { postgresPromptChanges } from './postgres-prompt-changes.ts';

const hasPostgres = await postgresAnswers();
const script = join(import.meta.dirname, '__fixtures__', 'prompt-process.ts');
const PRODUCTION = { type: 'summary', label: 'production' };

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

    it('of two deployments at once one wins, the history shows both tries, and going back restores', async () => {
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

    it('four processes expose the same units: each is counted once, and crossed where the arms differ', async () => {
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
