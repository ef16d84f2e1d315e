import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { fileBatchStore } from './file-batch-store.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'batch-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY_COUNT = 40;

/** Claims every key, then takes every key over from whoever claimed it; answers how often it was the one. */
const writer = `
const { fileBatchStore } = await import(process.argv[1]);
const [folder, claimId, count] = process.argv.slice(2);
const store = await fileBatchStore(folder);
const record = (key, claimId) => ({ key, requestHash: 'hash', claimId, claimedUntil: 0, startedAt: 0, mayExist: true, handle: null });
let inserted = 0;
let replaced = 0;
for (let key = 0; key < count; key++) {
  if (await store.insert(record('key ' + key, claimId))) inserted++;
  const held = await store.get('key ' + key);
  if (held.claimId.length === 1 && (await store.replace(record('key ' + key, 'next-' + claimId), held))) replaced++;
}
console.log(JSON.stringify({ inserted, replaced }));
`;

it('lets one of several processes win each key, and leaves no draft', async () => {
  const counts = await Promise.all(
    ['1', '2', '3', '4'].map(async (claimId) => {
      const module = join(import.meta.dirname, 'file-batch-store.ts');
      const { stdout } = await run(
        process.execPath,
        ['--input-type=module', '--eval', writer, module, folder, claimId, `${KEY_COUNT}`],
        { timeout: 50_000 },
      );
      return JSON.parse(stdout) as { readonly inserted: number; readonly replaced: number };
    }),
  );
  expect(counts.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(KEY_COUNT);
  expect(counts.reduce((sum, { replaced }) => sum + replaced, 0)).toBe(KEY_COUNT);
  expect(readdirSync(folder).filter((file) => !/^[0-9a-f]{64}\.[12]\.json$/.test(file))).toEqual([]);
  const store = await fileBatchStore(folder);
  expect((await store.get('key 7'))?.claimId).toMatch(/^next-[1-4]$/);
});
