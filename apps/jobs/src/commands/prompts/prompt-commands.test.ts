import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoopbackReply, startLoopbackServer } from '@pa/llm-core/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { describeError } from '../../output/describe-error.ts';
import type { Terminal } from '../../output/terminal.ts';
import { createProgram } from '../../program.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { RunCommand } from '../run-command.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-prompts-'));

/** Runs a command as `pa` does, in this process: a process of its own takes seconds to start. */
async function pa(parameters: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const environment = { PA_DATA_DIR: join(folder, 'data'), PA_PROTECTED_LABELS: 'production', ...more };
  const outcome = { exitCode: 0, stderr: '', value: null as unknown };
  const run: RunCommand = async (command) => {
    const terminal: Terminal = {
      json: true,
      interactive: false,
      columns: 100,
      result: (value) => {
        outcome.value = JSON.parse(
          JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}` : part)),
        );
      },
      note: () => undefined,
    };
    const settings = readSettings({ environment, folder });
    try {
      await command({ terminal, settings, now: Date.now, signal: new AbortController().signal, folder });
    } catch (error) {
      outcome.exitCode = 1;
      outcome.stderr = describeError(error).message;
    }
  };
  await createProgram(run).parseAsync(['node', 'pa', 'prompts', ...parameters, '--json']);
  if (process.exitCode === 1) outcome.exitCode = 1;
  process.exitCode = undefined;
  return outcome;
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = (text: string): LoopbackReply => ({
  kind: 'json',
  body: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1000, output_tokens: 100 },
  },
});

function write(system: string): void {
  const place = join(folder, 'prompts', 'greeting');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'prompt.json'), '{"model": "anthropic/claude-haiku-5-5", "maxOutputTokens": 100}');
  writeFileSync(join(place, 'system.md'), `${system}\n`);
  writeFileSync(join(place, 'user.md'), 'Greet {{data:name}}\n');
  const assertions = [{ name: 'greets', kind: 'contains', text: 'good day', ignoreCase: true }];
  writeFileSync(join(place, 'cases.json'), JSON.stringify([{ id: 'one', variables: { name: 'Ferry' }, assertions }]));
}

describe('pa prompts', () => {
  it('pushes, tests, deploys to a protected label, tells the history, and goes back', async () => {
    write('Be short.');
    expect((await pa(['push'])).value).toMatchObject([{ type: 'greeting', version: 1, status: 'created' }]);
    expect((await pa(['push'])).value).toMatchObject([{ status: 'unchanged' }]);
    const untested = await pa(['deploy', 'greeting@1', '--reason=first']);
    expect([untested.exitCode, untested.stderr]).toEqual([1, expect.stringContaining('has no test run')]);
    const keyless = await pa(['test', 'greeting@1']);
    expect([keyless.exitCode, keyless.stderr]).toEqual([
      1,
      expect.stringContaining('needs a PromptRunner and so a key'),
    ]);

    await using server = await startLoopbackServer([answer('Good day, Ferry.')]);
    const key = { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: server.url };
    const tested = await pa(['test', 'greeting@1', '--repeats=2', '--limit=0.10'], key);
    expect(tested.exitCode, tested.stderr).toBe(0);
    // 1,000 tokens at $0.10 and 100 at $0.50 a million, twice.
    expect(tested.value).toMatchObject([{ outcome: 'passed', version: 1, costNanoUsd: '300000', repeatCount: 2 }]);
    expect(server.requests).toHaveLength(2);
    expect((await pa(['deploy', 'greeting@1', '--reason=first'])).exitCode).toBe(0);

    write('Be long.');
    expect((await pa(['push'])).value).toMatchObject([{ version: 2, status: 'created' }]);
    expect((await pa(['test', 'greeting@2'], key)).value).toMatchObject([
      { comparison: { pairs: 1, verdict: 'undecided' }, outcome: 'passed' },
    ]);
    await pa(['deploy', 'greeting@2', '--reason=longer']);
    expect((await pa(['show', 'greeting'])).value).toMatchObject({
      version: 2,
      systemPrompt: 'Be long.',
      source: 'store',
    });
    const diff = (await pa(['diff', 'greeting@1', '@2'])).value;
    expect(diff).toMatchObject({
      systemPrompt: [{ kind: 'removed' }, { kind: 'added' }],
      rendered: [{ input: 'one', fault: null }],
    });
    expect((await pa(['rollback', 'greeting', '--reason=worse'])).exitCode).toBe(0);
    const history = (await pa(['history', 'greeting'])).value as {
      version: number;
      reason: string;
      deployedBy: string;
    }[];
    expect(history.map(({ version, reason, deployedBy }) => [version, reason, deployedBy])).toEqual([
      [1, 'worse', expect.any(String)],
      [2, 'longer', expect.any(String)],
      [1, 'first', expect.any(String)],
    ]);
    expect((await pa(['history', 'greeting', '--at=2020-01-01'])).value).toEqual([]);
    expect((await pa(['pull'])).value).toContainEqual({ type: 'greeting', version: 1, status: 'written' });
    expect(readFileSync(join(folder, 'prompts', 'greeting', 'system.md'), 'utf8')).toBe('Be short.\n');
    expect((await pa(['list'])).value).toContainEqual(
      expect.objectContaining({ type: 'greeting', latestVersion: 2, labels: [{ label: 'production', version: 1 }] }),
    );
  });

  it('a run that does not pass is exit code 1, and a failing version stays undeployed', async () => {
    write('Be rude.');
    await pa(['push']);
    await using server = await startLoopbackServer([answer('What?')]);
    const key = { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: server.url };
    const { exitCode, value } = await pa(['test', 'greeting@3'], key);
    expect(exitCode).toBe(1);
    expect(value).toMatchObject([
      { outcome: expect.not.stringMatching('passed'), comparison: { pairs: 1, verdict: 'undecided' } },
    ]);
    const refused = await pa(['deploy', 'greeting@3', '--reason=hope']);
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('did not pass')]);
  });

  it('optimize says that it needs a key, and with one keeps its ledger', async () => {
    write('Be short.');
    const none = await pa(['optimize', 'greeting', '--budget=0.5']);
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringContaining('needs a key')]);
    const key = { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' };
    const { exitCode, value } = await pa(['optimize', 'greeting', '--budget=0.5'], key);
    expect([exitCode, value]).toEqual([
      0,
      expect.objectContaining({ status: 'not-enough-cases', spentNanoUsd: '0', candidatePromptId: null }),
    ]);
  });

  it('says what is wrong in one line', async () => {
    for (const [parameters, message] of [
      [['show', 'nothing'], 'nothing is deployed'],
      [['show', 'greeting@9'], 'there is no version 9'],
      [['deploy', 'market_summary', '--reason=x'], 'only bundled so far'],
      [['push', '--folder=none'], 'cannot be read'],
      [['rollback', 'market_summary', '--reason=x'], 'no earlier deployment'],
    ] as const) {
      const { exitCode, stderr } = await pa(parameters);
      expect([exitCode, stderr.trim().split('\n').length, stderr]).toEqual([1, 1, expect.stringContaining(message)]);
    }
  });
});
