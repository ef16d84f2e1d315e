import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoopbackServer, startLoopbackServer, vendorReply } from '@pa/llm-core/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runPa } from '../../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-rules-'));
let server: LoopbackServer;
let asked = 0;
beforeAll(async () => {
  const statements = [{ trait: 'repainted', value: false, evidence: 'paint is of its first day' }];
  server = await startLoopbackServer((request) => {
    asked += 1;
    return vendorReply(request, { text: JSON.stringify({ statements }) });
  });
  const rows = [
    'id,title,make,model,status,price,currency,ended_on,model_year,mileage,details',
    '1,"2017 Porsche 911, the paint is of its first day",Porsche,911,sold,90000,USD,2025-05-01,2017,20000,',
    '2,"2016 Porsche 911, one owner",Porsche,911,sold,80000,USD,2025-05-02,2016,30000,',
  ];
  writeFileSync(join(folder, 'sales.csv'), `${rows.join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

it('says that it needs a key, and that nothing was proposed', async () => {
  const refused = await runPa(['rules', 'propose'], { folder });
  expect(refused.exitCode).not.toBe(0);
  expect(refused.stderr).toContain('Rules are proposed by a language model, and none is configured');
  expect((await runPa(['rules', 'list'], { folder })).stdout).toContain('No rule was proposed yet');
});

it('has what the rules left read once by the model, and keeps the proposals', async () => {
  const settings = { OPENAI_API_KEY: 'sk-planted', OPENAI_BASE_URL: `${server.url}/v1` };
  const first = await runPa(['rules', 'propose'], { folder, settings });
  expect(first).toMatchObject({ exitCode: 0 });
  expect(first.stdout).toContain(
    'Listings: 2. Clauses that no rule reads: 1, read by the model: 1. Wordings found: 1.',
  );
  const again = await runPa(['rules', 'propose', '--json'], { folder, settings });
  expect(JSON.parse(again.stdout)).toMatchObject({
    askedClauseCount: 1,
    kept: [{ words: 'paint is of its first day' }],
  });
  expect(asked).toBe(1);
  expect((await runPa(['rules', 'list'], { folder })).stdout).toMatch(
    /repainted +false +paint is of its first day +1 /,
  );
});
