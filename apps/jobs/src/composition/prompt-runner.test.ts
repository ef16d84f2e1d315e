import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStores } from '@pa/db';
import { openTestPGlite } from '@pa/db/testing';
import { type LoopbackReply, startLoopbackServer } from '@pa/llm-core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { createPromptRunner } from './prompt-runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'pa-runner-'));
let opened: Awaited<ReturnType<typeof openTestPGlite>>;
beforeAll(async () => {
  opened = await openTestPGlite();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = {
  modelProvider: 'anthropic',
  modelName: 'claude-haiku-5-5',
  systemPrompt: 'Be short.',
  userPrompt: 'Greet Ferry.',
  maxOutputTokens: 100,
  purpose: 'prompt-test',
  promptName: 'greeting',
  promptVersion: '1',
};
const overloaded: LoopbackReply = {
  kind: 'json',
  status: 529,
  headers: { 'retry-after-ms': '1' },
  body: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
};
const answer: LoopbackReply = {
  kind: 'json',
  body: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text: 'Good day.' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1000, output_tokens: 100 },
  },
};

/** A runner whose calls have a second left of their time. */
function runnerAt(url: string) {
  const settings = readSettings({
    environment: { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: url, PA_DATA_DIR: folder },
    folder: '/nowhere',
  });
  const runner = createPromptRunner(createStores(opened.database), { settings, now: () => Date.now() - 119_000 });
  if (runner === undefined) throw new TypeError('there is a key');
  return runner;
}

it('tries again what failed at once, and costs no more than its worst case', async () => {
  await using server = await startLoopbackServer([overloaded, answer]);
  const runner = runnerAt(server.url);
  const { text, costNanoUsd } = await runner.run(request);
  expect([text, costNanoUsd, server.requests.length]).toEqual(['Good day.', 150_000n, 2]);
  expect(runner.worstCaseNanoUsd(request)).toBeGreaterThan(0n);
});

it('does not try again what timed out, which may have been charged', async () => {
  await using server = await startLoopbackServer([{ kind: 'silence' }, answer]);
  await expect(runnerAt(server.url).run(request)).rejects.toMatchObject({ code: 'timeout' });
  expect(server.requests).toHaveLength(1);
});
