import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock-folder.ts';
import { ownIdentity } from './process-identity.ts';

let parent: string;
let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'pa-lock-'));
  folder = join(parent, 'database');
  mkdirSync(folder);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(parent, { recursive: true });
});

interface Opener {
  readonly child: ChildProcess;
  /** Lets it take the lock; answers what it said. */
  go(): Promise<{ readonly won: boolean; readonly code?: string; readonly message?: string }>;
}

async function startOpener(): Promise<Opener> {
  const script = join(import.meta.dirname, '__fixtures__', 'take-lock.ts');
  const child = spawn(process.execPath, ['--conditions=@pa/source', script, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    child,
    async go() {
      child.stdin.write('go\n');
      return JSON.parse((await lines.next()).value ?? '{}');
    },
  };
}

async function kill(opener: Opener): Promise<void> {
  const ended = once(opener.child, 'exit');
  opener.child.kill('SIGKILL');
  await ended;
}

function writeClaim(content: object): void {
  mkdirSync(`${folder}.lock`, { recursive: true });
  writeFileSync(join(`${folder}.lock`, 'claim-00000000.json'), JSON.stringify(content));
  writeFileSync(join(`${folder}.lock`, 'held-00000000'), '');
}

test('a second opener is told who holds the folder, since when, and what to do', async () => {
  const lock = await lockFolder(folder, { now: () => Date.UTC(2024, 1, 29, 12) });
  const second = await (await startOpener()).go();
  expect(second).toMatchObject({ won: false, code: 'DATABASE_LOCKED' });
  expect(second.message).toContain(`${folder} is in use by process ${process.pid} (`);
  expect(second.message).toContain('since 2024-02-29T12:00:00.000Z: stop it, name another folder');
  expect(second.message?.split('\n')).toHaveLength(1);
  await lock.release();
  expect(await (await startOpener()).go()).toEqual({ won: true });
});

test('a second opening within one process is refused too', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'DATABASE_LOCKED', holderPid: process.pid });
  await lock.release();
  await lock.release();
  const again = await lockFolder(folder);
  await again.release();
  expect(readdirSync(`${folder}.lock`)).toEqual([]);
});

test('of openers that race exactly one wins, and the next race after its crash has one winner again', async () => {
  for (let round = 0; round < 2; round += 1) {
    const openers = await Promise.all([1, 2, 3, 4].map(startOpener));
    const results = await Promise.all(openers.map((opener) => opener.go()));
    expect(results.filter((result) => result.won)).toHaveLength(1);
    const winner = openers[results.findIndex((result) => result.won)];
    expect(await (await startOpener()).go()).toMatchObject({ won: false, code: 'DATABASE_LOCKED' });
    if (winner !== undefined) await kill(winner);
  }
  const survivor = await lockFolder(folder);
  await survivor.release();
});

test('many races within one process have one winner each', async () => {
  for (let round = 0; round < 20; round += 1) {
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => lockFolder(folder)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value.release();
  }
});

test('a reused process number is not mistaken for the dead holder', async () => {
  writeClaim({ ...ownIdentity(), startedAt: 'another boot/1', command: 'pa start', since: '2024-01-01T00:00:00.000Z' });
  const lock = await lockFolder(folder);
  await lock.release();
});

test('a holder on another host is never judged dead, and the error says which file to remove', async () => {
  writeClaim({ pid: 1, host: 'elsewhere', startedAt: 'x/1', command: 'pa start', since: '2001-01-01T00:00:00.000Z' });
  const refused = lockFolder(folder);
  await expect(refused).rejects.toThrow(/on host elsewhere has ended, remove .*claim-00000000\.json and try again/);
  rmSync(join(`${folder}.lock`, 'claim-00000000.json'));
  await (await lockFolder(folder)).release();
});

test('a claim that cannot be read is not taken over', async () => {
  mkdirSync(`${folder}.lock`);
  writeFileSync(join(`${folder}.lock`, 'claim-00000000.json'), '');
  writeFileSync(join(`${folder}.lock`, 'held-00000000'), '');
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
});
