import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sealEntry, verifyAudit, withAudit } from '@pa/llm-core';
import { scriptedModel } from '@pa/llm-core/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
} from '../testing/open-test-databases.ts';
import type { AuditProcessTask } from './__fixtures__/audit-process.ts';
import { createStores } from './create-stores.ts';
import { postgresAuditLog } from './postgres-audit-log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const hasPostgres = await postgresAnswers();
const key = 'a secret of these tests';

function chainHoldsOn(open: () => Promise<TestDatabase>): void {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => opened.reset());
  afterAll(() => opened.close());

  const audit = () => createStores(opened.database).audit;
  const write = async (count: number) => {
    const model = withAudit({ log: audit(), key, keepTexts: true, costOf: () => 123_456_789_012_345_678n })(
      scriptedModel(['Prices held.']),
    );
    for (let call = 0; call < count; call++)
      await model.generate({
        messages: [{ role: 'user', content: [{ type: 'text', text: `call ${call}` }] }],
        context: { feature: 'chat', userId: `user-${call}`, promptName: 'chat', promptVersion: '3' },
      });
  };
  /** What somebody does who owns the tables: the triggers are out of the way. */
  const tamper = (...statements: readonly string[]) =>
    opened.database.kysely.transaction().execute(async (trx) => {
      await sql.raw('alter table llm_audit disable trigger user').execute(trx);
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql.raw('alter table llm_audit enable trigger user').execute(trx);
    });
  it.each([
    ['an edit of who asked', "update llm_audit set user_id = 'somebody else' where sequence = 3", 'edited', 3],
    ['an edit of the cost', "update llm_audit set cost_nano_usd = '1' where sequence = 2", 'edited', 2],
    ['an edit of the usage', `update llm_audit set usage = '{"total": 1}' where sequence = 2`, 'edited', 2],
    [
      'an edit of when it was',
      'update llm_audit set started_at_ms = started_at_ms + 1 where sequence = 1',
      'edited',
      1,
    ],
    ['an edit of a text', "update llm_audit set request_text = 'harmless' where sequence = 4", 'text-edited', 4],
    ['a deletion in the middle', 'delete from llm_audit where sequence = 3', 'missing', 4],
    ['a deletion of the first', 'delete from llm_audit where sequence = 1', 'missing', 2],
    [
      'a gap that was closed',
      'delete from llm_audit where sequence = 3; update llm_audit set sequence = sequence - 1 where sequence > 3',
      'edited',
      3,
    ],
    [
      'an exchange of two',
      'update llm_audit set sequence = -sequence where sequence in (2, 3); update llm_audit set sequence = 5 + sequence where sequence < 0',
      'edited',
      2,
    ],
  ])('finds %s', async (_name, statements, problem, sequence) => {
    await write(6);
    const head = await audit().head();
    expect(await verifyAudit(audit(), { key, head })).toMatchObject({ isWhole: true, entryCount: 6 });
    await tamper(...statements.split('; '));
    expect(await verifyAudit(audit(), { key, head })).toEqual({ isWhole: false, problem, sequence });
  });

  it('finds an entry that was written twice', async () => {
    await write(3);
    const { rows } = await sql<{ columns: string }>`
      select string_agg(column_name, ', ') as columns from information_schema.columns
      where table_name = 'llm_audit' and is_generated = 'NEVER' and column_name <> 'sequence'`.execute(
      opened.database.kysely,
    );
    const columns = rows[0]?.columns ?? '';
    await tamper(`insert into llm_audit (sequence, ${columns}) select 4, ${columns} from llm_audit where sequence = 3`);
    expect(await verifyAudit(audit(), { key })).toMatchObject({ isWhole: false, sequence: 4, problem: 'duplicate' });
  });

  it('finds a cut tail by the head that was kept, and nothing without it', async () => {
    await write(6);
    const head = await audit().head();
    await tamper('delete from llm_audit where sequence > 4');
    expect(await verifyAudit(audit(), { key })).toMatchObject({ isWhole: true, entryCount: 4 });
    expect(await verifyAudit(audit(), { key, head })).toEqual({ isWhole: false, sequence: 4, problem: 'tail-cut' });
    // Who cut it and went on is found as well.
    await write(4);
    expect(await verifyAudit(audit(), { key, head })).toMatchObject({ isWhole: false, problem: 'head-differs' });
  });

  it('finds a chain that was forged with another key', async () => {
    await write(2);
    const forged = { ...(await firstEntry()), attemptId: 'forged' };
    await audit().append((head) => sealEntry(forged, { key: 'another secret key', head }));
    expect(await verifyAudit(audit(), { key })).toEqual({ isWhole: false, sequence: 3, problem: 'edited' });
  });

  it('refuses to be rewritten, and lets texts be erased', async () => {
    await write(3);
    const run = (statement: string) => sql.raw(statement).execute(opened.database.kysely);
    await expect(run("update llm_audit set feature = 'x'")).rejects.toThrow(/only ever added/);
    await expect(run("update llm_audit set request_text = 'x'")).rejects.toThrow(/only ever added/);
    await expect(run('delete from llm_audit')).rejects.toThrow(/only ever added/);
    await expect(run('truncate llm_audit')).rejects.toThrow(/only ever added/);
    expect(await audit().eraseTexts({ before: Date.now() + 1000 })).toBe(3);
    expect(await verifyAudit(audit(), { key, head: await audit().head() })).toMatchObject({ isWhole: true });
    const { rows } = await sql<{
      day: string;
    }>`select distinct to_char(started_at, 'YYYY') as day from llm_audit`.execute(opened.database.kysely);
    expect(rows).toEqual([{ day: new Date().getUTCFullYear().toString() }]);
  });

  it('reads chains that are longer than a page', async () => {
    await write(7);
    const log = postgresAuditLog(opened.database.kysely, { pageSize: 3 });
    expect(await verifyAudit(log, { key, head: await log.head() })).toMatchObject({ isWhole: true, entryCount: 7 });
    const tail: number[] = [];
    for await (const { sequence } of log.read({ fromSequence: 3 })) tail.push(sequence);
    expect(tail).toEqual([3, 4, 5, 6, 7]);
  });

  async function firstEntry() {
    for await (const { sequence: _sequence, previousMac: _previous, mac: _mac, ...record } of audit().read())
      return record;
    throw new TypeError('the chain is empty');
  }
}

describe('the chain of the audit on PGlite', () => chainHoldsOn(openTestPGlite));

describe.skipIf(!hasPostgres)(`the chain of the audit on Postgres${hasPostgres ? '' : ' (no server answers)'}`, () => {
  chainHoldsOn(openTestPostgres);

  const children = new Set<ChildProcess>();
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });

  it('is one chain under 20 writers in four processes', async () => {
    const own = await openTestPostgres();
    try {
      const task: AuditProcessTask = { connectionString: own.connectionString, key, writers: 5, callsOfEach: 4 };
      const script = join(import.meta.dirname, '__fixtures__', 'audit-process.ts');
      const started = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const child = spawn(process.execPath, ['--conditions=@pa/source', script, JSON.stringify(task)], {
            stdio: ['pipe', 'pipe', 'inherit'],
          });
          children.add(child);
          const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
          expect((await lines.next()).value).toBe('ready');
          return { child, lines };
        }),
      );
      for (const { child } of started) child.stdin.write('go\n');
      for (const { lines } of started) expect((await lines.next()).value).toBe('done');
      const { audit } = createStores(own.database);
      expect(await verifyAudit(audit, { key, head: await audit.head() })).toMatchObject({
        isWhole: true,
        entryCount: 80,
      });
      const texts = new Set<string | null>();
      for await (const entry of audit.read()) texts.add(entry.requestText);
      expect(texts.size).toBe(20);
    } finally {
      await own.close();
    }
  });
});
