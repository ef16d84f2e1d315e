import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleListing } from '@pa/engines/contract-suites';
import { migrate } from '../migrations/migrate.ts';
import { createStores } from '../stores/create-stores.ts';
import { createDatabase } from './create-database.ts';

let parent: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'pa-embedded-'));
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(parent, { recursive: true });
});

test('kill -9 loses no committed row, keeps others out while it lives, and the folder is taken over after', async () => {
  const folder = join(parent, 'killed');
  const script = join(import.meta.dirname, '__fixtures__', 'write-events.ts');
  const child = spawn(process.execPath, ['--conditions=@pa/source', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let committed = 0;
  let isFirst = true;
  for await (const line of createInterface({ input: child.stdout })) {
    committed = Number(line);
    if (isFirst) {
      isFirst = false;
      await expect(createDatabase({ folder })).rejects.toMatchObject({ code: 'DATABASE_LOCKED', holderPid: child.pid });
    }
    if (committed >= 200 && !child.killed) {
      child.kill('SIGKILL');
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');

  const database = await createDatabase({ folder });
  expect(await migrate(database)).toEqual({ applied: [] });
  const counts = await createStores(database).events.countByName({ from: 0, to: 1 });
  // The last commit may have been done without its line being printed.
  expect([committed, committed + 1]).toContain(counts['written']);
  await database.close();
  expect(readdirSync(`${folder}.lock`)).toEqual([]);
});

test('a folder that is a file is an error that says so, and no lock is left', async () => {
  const folder = join(parent, 'file');
  writeFileSync(folder, 'something else');
  await expect(createDatabase({ folder })).rejects.toMatchObject({ code: 'EMBEDDED_DATABASE_UNUSABLE' });
  expect(existsSync(`${folder}.lock`)).toBe(false);
});

test('a damaged folder is refused, and its lock given back', async () => {
  const folder = join(parent, 'damaged');
  const first = await createDatabase({ folder });
  await first.close();
  writeFileSync(join(folder, 'global', 'pg_control'), 'damaged');
  const opening = createDatabase({ folder });
  await expect(opening).rejects.toMatchObject({ code: 'EMBEDDED_DATABASE_UNUSABLE' });
  expect(readdirSync(`${folder}.lock`)).toEqual([]);
});

test('a full disk is an error of its own, keeps what was committed, and ends when there is space again', async (context) => {
  const disk = join(parent, 'small-disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=86m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    context.skip('a small disk can be made by root only');
  }
  try {
    const folder = join(disk, 'database');
    const database = await createDatabase({ folder });
    await migrate(database);
    const { listings } = createStores(database);
    const batchOf = (start: number) =>
      Array.from({ length: 2_000 }, (_, n) => sampleListing(start + n, { title: 'x'.repeat(500) }));
    let stored = 0;
    const fill = async () => {
      for (;;) {
        await listings.upsert(batchOf(stored));
        stored += 2_000;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'DATABASE_DISK_FULL' });
    expect(await listings.count()).toBe(stored);
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    expect(await listings.upsert(batchOf(stored))).toMatchObject({ inserted: 2_000 });
    await database.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});
