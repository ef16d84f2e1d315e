import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestPostgres, postgresAnswers } from '@pa/db/testing';
import { type LoopbackServer, startLoopbackServer, vendorReply } from '@pa/llm-core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';
import { describeError } from '../output/describe-error.ts';
import type { Terminal } from '../output/terminal.ts';
import { createProgram, type RunCommand } from '../program.ts';
import { describeProviders } from '../settings/describe-settings.ts';
import { readSettings } from '../settings/read-settings.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const KEYS = { OPENAI_API_KEY: 'sk-planted-openai-0001', ANTHROPIC_API_KEY: 'sk-planted-anthropic-0002' };
const hasPostgres = await postgresAnswers();
const folder = mkdtempSync(join(tmpdir(), 'pa-llm-'));
const dataFolder = join(folder, 'data');
let opened: Awaited<ReturnType<typeof openTestPostgres>>;
let server: LoopbackServer;
let broken: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer((request) =>
    vendorReply(request, { text: 'ok', inputTokens: 12, outputTokens: 2 }),
  );
  broken = await startLoopbackServer([
    {
      kind: 'json',
      status: 401,
      body: { type: 'error', error: { type: 'authentication_error', message: 'Wrong key.' } },
    },
  ]);
  if (hasPostgres) opened = await openTestPostgres();
});
afterAll(async () => {
  if (hasPostgres) await opened.close();
  await server[Symbol.asyncDispose]();
  await broken[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const providers = () => ({
  ...KEYS,
  PA_DATA_DIR: dataFolder,
  OPENAI_BASE_URL: `${server.url}/v1`,
  OPENAI_API: 'responses',
  ANTHROPIC_BASE_URL: server.url,
});
/** The same command line in this process, on a server that is there already. */
async function pa(parameters: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const environment = {
    ...providers(),
    ...(hasPostgres ? { DATABASE_URL: opened.connectionString } : {}),
    PA_AUDIT_KEY: 'a secret of these tests',
    ...changes,
  };
  let stdout = '';
  let stderr = '';
  const exitCodeBefore = process.exitCode;
  process.exitCode = undefined;
  const run: RunCommand = async (command, { json }) => {
    const terminal: Terminal = {
      json,
      interactive: false,
      columns: 100,
      result(value, render) {
        const plain = (_name: string, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner);
        stdout += json ? JSON.stringify(value, plain) : render();
      },
      note(line) {
        stderr += `${line}\n`;
      },
    };
    const settings = readSettings({ environment, folder });
    await command({ terminal, settings, now: Date.now, signal: new AbortController().signal, folder });
  };
  try {
    await createProgram(run).parseAsync(['node', 'pa', ...parameters]);
  } catch (error) {
    process.exitCode = 1;
    stderr += describeError(error).message;
  }
  const exitCode = process.exitCode ?? 0;
  process.exitCode = exitCodeBefore;
  return { stdout, stderr, exitCode };
}
const onDatabase = async (...statements: readonly string[]) => {
  for (const statement of statements) await sql.raw(statement).execute(opened.database.kysely);
};

it('pa config names the configured providers, and shows no key', async () => {
  const { stdout, exitCode } = await pa(['config', '--json']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    providers: [
      { provider: 'openai', isConfigured: true, model: 'gpt-6.1-terra', state: 'configured' },
      { provider: 'anthropic', isConfigured: true, model: 'claude-sonnet-5-5', state: 'configured' },
      { provider: 'template' },
    ],
    audit: expect.stringContaining('sealed') as string,
  });
  for (const text of [stdout, (await pa(['config'])).stdout]) expect(text).not.toMatch(/planted/);
  const none = describeProviders(readSettings({ environment: {}, folder }));
  expect({ providers: none }).toMatchObject({
    providers: [{ isConfigured: false, state: 'no key: OPENAI_API_KEY' }, { isConfigured: false }, {}],
  });
});

describe.skipIf(!hasPostgres)(`pa llm check${hasPostgres ? '' : ' (no server answers)'}`, () => {
  it('says what to do without a key', async () => {
    const keyless = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ANTHROPIC_API_KEY: '' };
    const result = await pa(['llm', 'check'], keyless);
    expect([result.exitCode, result.stderr]).toEqual([1, expect.stringContaining('set OPENAI_API_KEY or ANTHROPIC')]);
  });

  it('calls each provider once over a socket, and prints latency, usage and cost', async () => {
    const before = server.requests.length;
    const { stdout, stderr, exitCode } = await pa(['llm', 'check', '--json']);
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      // $2 a million in, $10 out; $1 and $5.
      { provider: 'anthropic', servedModel: 'claude-sonnet-5-5', isReachable: true, costNanoUsd: '44000' },
      { provider: 'openai', servedModel: 'gpt-6.1-terra', inputTokens: 12, outputTokens: 2, costNanoUsd: '22000' },
    ]);
    expect(
      server.requests
        .slice(before)
        .map(({ path }) => path.split('?')[0])
        .toSorted(),
    ).toEqual(['/v1/messages', '/v1/responses']);
    const told = await pa(['llm', 'check']);
    expect(told.stdout).toMatch(/openai +gpt-6\.1-terra +answered +[\d,]+ ms +12 +2 +\$0\.00002200/);
    expect(told.stdout + told.stderr).not.toMatch(/planted/);
  });

  it('speaks Chat Completions behind an address of its own, with no key and no price', async () => {
    const own = { OPENAI_API_KEY: '', OPENAI_API: '', ANTHROPIC_API_KEY: '', OPENAI_MODEL: 'qwen3' };
    const { stdout, stderr, exitCode } = await pa(['llm', 'check', '--json'], own);
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { provider: 'openai-compatible', servedModel: 'qwen3', isReachable: true, inputTokens: 12, costNanoUsd: null },
    ]);
    expect(server.requests.at(-1)?.path).toBe('/v1/chat/completions');
  });

  it('fails where one does not answer, after telling of all', async () => {
    const { stdout, stderr, exitCode } = await pa(['llm', 'check', '--json'], { ANTHROPIC_BASE_URL: broken.url });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { provider: 'anthropic', isReachable: false, errorCode: 'auth' },
      { provider: 'openai', isReachable: true },
    ]);
    expect(stderr).toContain('anthropic did not answer (auth)');
  });
});

describe.skipIf(!hasPostgres)(`pa audit${hasPostgres ? '' : ' (no server answers)'}`, () => {
  it('has an entry for every call, failed ones too, and keeps the head to itself', async () => {
    const { stdout } = await pa(['audit', 'list', '--json', '--limit', '3']);
    expect(JSON.parse(stdout)).toMatchObject([
      { feature: 'llm_check' },
      { feature: 'llm_check' },
      { sequence: 7, feature: 'llm_check' },
    ]);
    const told = (await pa(['audit', 'list'])).stdout;
    expect(told).toMatch(/anthropic\/claude-sonnet-5-5 +auth/);
    expect(told).toMatch(/openai\/gpt-6\.1-terra +answered +14 +\$0\.0000/);
    expect(statSync(join(dataFolder, 'audit-head.json')).mode & 0o077).toBe(0);
  });

  it('verify compares the chain with the head that every call keeps', async () => {
    const head = JSON.parse(readFileSync(join(dataFolder, 'audit-head.json'), 'utf8'));
    const { stdout, exitCode } = await pa(['audit', 'verify', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ isWhole: true, entryCount: 7, comparedWith: head });
    expect(head.sequence).toBe(7);
    expect((await pa(['audit', 'verify'], { PA_AUDIT_KEY: 'another secret of 16 letters' })).stderr).toContain(
      'sealed with another key',
    );
    writeFileSync(join(folder, 'no-head.json'), '{}');
    expect((await pa(['audit', 'verify', '--head', 'no-head.json'])).stderr).toContain('holds no head of the audit');
    expect((await pa(['audit', 'verify', '--head', 'nowhere.json'])).stderr).toContain('does not exist');
  });

  it('erase takes the texts and leaves the chain whole', async () => {
    const texts = async () =>
      (JSON.parse((await pa(['audit', 'list', '--json'])).stdout) as { requestText: string | null }[]).filter(
        ({ requestText }) => requestText !== null,
      ).length;
    expect(await texts()).toBe(7);
    expect((await pa(['audit', 'erase'])).stdout).toContain('The texts of 0 calls were erased.');
    expect((await pa(['audit', 'erase', '--before', '2999-01-01'])).stdout).toContain(
      'The texts of 7 calls were erased.',
    );
    expect(await texts()).toBe(0);
    expect((await pa(['audit', 'verify'])).stdout).toContain('The audit is whole: 7 entries.');
  });

  it('verify finds an edit, and a cut end', async () => {
    await onDatabase(
      'alter table llm_audit disable trigger user',
      "update llm_audit set user_id = 'somebody else' where sequence = 2",
    );
    const edited = await pa(['audit', 'verify']);
    expect([edited.exitCode, edited.stderr]).toEqual([
      1,
      expect.stringContaining('not whole at entry 2: it was edited'),
    ]);
    await onDatabase(
      'update llm_audit set user_id = null where sequence = 2',
      'delete from llm_audit where sequence > 4',
    );
    const cut = await pa(['audit', 'verify']);
    expect([cut.exitCode, cut.stderr]).toEqual([
      1,
      expect.stringContaining('not whole at entry 4: the entries after it are gone'),
    ]);
  });

  it('has no key of its own where several machines share a database', async () => {
    const { stderr, exitCode } = await pa(['audit', 'verify'], { PA_AUDIT_KEY: '' });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('set PA_AUDIT_KEY')]);
  });
});

it('seals the audit of an embedded database with a key that it makes, for nobody else to read', async () => {
  const options = { folder, settings: { ...providers(), PA_DATA_DIR: join(folder, 'embedded') } };
  const checked = await runPa(['llm', 'check'], options);
  expect(checked.exitCode, checked.stderr).toBe(0);
  expect(checked.stdout + checked.stderr).not.toMatch(/planted/);
  expect((await runPa(['audit', 'verify'], options)).stdout).toContain('The audit is whole: 2 entries.');
  for (const name of ['audit-key', 'audit-head.json'])
    expect(statSync(join(folder, 'embedded', name)).mode & 0o077).toBe(0);
});
