import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openTestPostgres, postgresAnswers } from '@pa/db/testing';
import { createClient } from 'redis';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../__fixtures__/ask-under-limit.ts', import.meta.url));
const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

/** What became of the ten calls of a process. It ends by itself, whatever it is connected to. */
async function askInProcess(modelId: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--conditions=@pa/source', program, modelId], {
    cwd: tmpdir(),
    env: { PATH, PA_LLM_REQUESTS_PER_MINUTE: '7', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  await once(child, 'close');
  return JSON.parse(said) as string[];
}

async function askInThree(environment: Readonly<Record<string, string>>): Promise<string[]> {
  const modelId = randomUUID();
  const asked = await Promise.all([1, 2, 3].map(() => askInProcess(modelId, environment)));
  return asked.flat();
}

const refused = Array.from({ length: 23 }, () => 'rate-limited');
const answered = Array.from({ length: 7 }, () => 'answered');

describe('the limits of several processes', () => {
  it('are one over Redis', async ({ skip }) => {
    const client = createClient({ url: redisUrl, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    if (!(await client.connect().catch(() => null))) skip('no Redis is reachable');
    await client.close();
    expect((await askInThree({ REDIS_URL: redisUrl })).toSorted()).toEqual([...answered, ...refused]);
  });

  it('are one over Postgres where there is no Redis', async ({ skip }) => {
    if (!(await postgresAnswers())) skip('no Postgres is reachable');
    const { connectionString, close } = await openTestPostgres();
    try {
      expect((await askInThree({ DATABASE_URL: connectionString })).toSorted()).toEqual([...answered, ...refused]);
    } finally {
      await close();
    }
  });

  it('are one each where the database is embedded', async () => {
    expect((await askInThree({})).filter((code) => code === 'answered')).toHaveLength(21);
  });

  it('refuse where the shared store is away: nothing is counted for each process apart', async () => {
    const codes = await askInProcess(randomUUID(), { REDIS_URL: 'redis://127.0.0.1:1' });
    expect(new Set(codes)).toEqual(new Set(['store-failed']));
  });
});
