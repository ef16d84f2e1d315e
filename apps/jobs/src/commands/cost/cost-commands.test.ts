import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createStores, migrate } from '@pa/db';
import { createUsage } from '@pa/llm-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'pa-cost-'));
const settings = { PA_DATA_DIR: join(folder, 'data') };
const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2;
const day = new Date(noon).toISOString().slice(0, 10);
const pa = (...parameters: readonly string[]) => runPa(['cost', ...parameters], { folder, settings });

beforeAll(async () => {
  const database = await createDatabase({ folder: join(settings.PA_DATA_DIR, 'database') });
  await migrate(database);
  const { calls } = createStores(database);
  const usage = createUsage({
    input: { uncached: 900_000, cacheRead: 0, cacheWrite: undefined },
    output: { text: 100_000, reasoning: undefined },
    source: 'reported',
  });
  // Twelve days of a call of $5.60.
  await calls.book(
    Array.from({ length: 12 }, (_, index) => ({
      attemptId: `call-${index}`,
      startedAt: noon - index * DAY_MS,
      durationMs: 800,
      provider: 'anthropic',
      requestedModel: 'claude-opus-5-5',
      servedModel: 'claude-opus-5-5',
      feature: 'chat',
      userId: null,
      jobId: null,
      promptName: 'chat',
      promptVersion: '3',
      outcome: 'answered' as const,
      errorCode: null,
      tokenCount: 1_000_000,
      usageSource: 'reported' as const,
      usage,
      costNanoUsd: 5_600_000_000n,
      priceSource: 'a price page',
    })),
  );
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pa cost', () => {
  it('report sums by what is asked for, and replays on another model', async () => {
    const { stdout, stderr, exitCode } = await pa(
      'report',
      '--json',
      `--from=${day}`,
      `--to=${day}`,
      '--by=prompt',
      '--as-if=anthropic/claude-haiku-5-5',
    );
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      totalNanoUsd: '5600000000',
      groups: [{ key: 'chat@3', callCount: 1 }],
      budgets: [{ id: 'month', limitNanoUsd: '1000000000000' }],
      // 900,000 tokens are a long prompt there: $0.50 and $2.50 a million.
      asIf: { actualNanoUsd: '5600000000', replayedNanoUsd: '700000000' },
    });
    expect((await pa('report', '--from', day, '--to', day)).stdout).toMatch(/chat +1 +0 +0 +1,000,000 +\$5\.6000/);
  });

  it('forecast goes on from the days there were', async () => {
    const told = JSON.parse((await pa('forecast', '--json')).stdout);
    expect(told).toMatchObject({ status: 'ok', historyDays: 12 });
    expect((await pa('forecast', '--confidence', '2')).stderr).toContain('Give a share between 0 and 1');
  });

  it('recommend says what is missing', async () => {
    const [told] = JSON.parse((await pa('recommend', '--json')).stdout);
    expect(told).toMatchObject({ feature: 'chat', status: 'not-enough-evidence', currentModel: 'claude-opus-5-5' });
    writeFileSync(join(folder, 'evidence.json'), '[{"feature": "chat"}]');
    expect((await pa('recommend', '--evidence', 'evidence.json')).stderr).toMatch(/is no evidence at 0\.provider/);
  });

  it('reconcile compares with an export, and refuses what is none', async () => {
    const header = 'usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,cost_type';
    writeFileSync(
      join(folder, 'export.csv'),
      `\ufeff${header}\n${day},Claude Opus 5.5,Default,key,message,≤ 200k,input_no_cache,3.60,token\n${day},Claude Opus 5.5,Default,key,message,≤ 200k,output,2.20,token\n`,
    );
    const { stdout } = await pa('reconcile', 'export.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      report: 'Anthropic costs',
      vendorNanoUsd: '5800000000',
      ledgerNanoUsd: '5600000000',
      lines: [{ day, model: 'claude-opus-5-5', discrepancies: ['price'] }],
    });
    writeFileSync(join(folder, 'other.csv'), 'date,cost\n1,2\n');
    const refused = await pa('reconcile', 'other.csv');
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^pa: The report has the columns "date, cost"/),
    ]);
    expect((await pa('reconcile', 'nowhere.csv')).stderr).toContain('does not exist');
  });

  it('reprice adjusts what was priced wrongly, once, and leaves what was booked', async () => {
    const asked = ['reprice', `--from=${day}`, `--to=${day}`, '--json'] as const;
    // 900,000 tokens at $4 and 100,000 at $20 a million are $5.60: there is nothing to mend.
    expect(JSON.parse((await pa(...asked)).stdout)).toMatchObject({ callCount: 1, adjustedCallCount: 0 });
    const before = new Date(noon - 20 * DAY_MS).toISOString().slice(0, 10);
    const wrong = ['reprice', `--from=${before}`, `--to=${before}`, '--json', '--reason=booked too cheap'] as const;
    const database = await createDatabase({ folder: join(settings.PA_DATA_DIR, 'database') });
    const { calls } = createStores(database);
    const period = { from: noon - 20 * DAY_MS, to: noon - 20 * DAY_MS + 1, limit: 9 };
    const [like] = await calls.calls({ from: noon, to: noon + 1, limit: 1 });
    if (like === undefined) throw new TypeError('the first day of this test has a call');
    await calls.book([{ ...like, attemptId: 'cheap', startedAt: period.from, costNanoUsd: 5_000_000_000n }]);
    await database.close();
    expect(JSON.parse((await pa(...wrong)).stdout)).toMatchObject({
      callCount: 1,
      adjustedCallCount: 1,
      deltaNanoUsd: '600000000',
    });
    expect(JSON.parse((await pa(...wrong)).stdout)).toMatchObject({ adjustedCallCount: 0, deltaNanoUsd: '0' });
    const again = await createDatabase({ folder: join(settings.PA_DATA_DIR, 'database') });
    expect(await createStores(again).calls.calls(period)).toMatchObject([
      { costNanoUsd: 5_000_000_000n, adjustedNanoUsd: 600_000_000n, adjustmentCount: 1 },
    ]);
    await again.close();
    expect((await pa('reprice', '--from', day)).stderr).toContain("'--to <day>' not specified");
  });

  it('simulate prices the launch, and a workload of your own', async () => {
    const { stdout } = await pa('simulate', '--json');
    const { pairings } = JSON.parse(stdout);
    expect(pairings.map(({ pairing }: { pairing: string }) => pairing)).toEqual([
      'default, OpenAI',
      'default, Anthropic',
      'GPT-4 class',
    ]);
    expect((await pa('simulate')).stdout).toMatch(
      /default, OpenAI: \$[\d.]+ without any lever, \$[\d.]+ with all of them/,
    );
    expect((await pa('simulate', '--save-workload', 'mine.json')).exitCode).toBe(0);
    expect((await pa('simulate', '--save-workload', 'mine.json')).stderr).toContain('is there already');
    const mine = JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8'));
    mine.tasks = mine.tasks.slice(0, 1);
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(mine));
    const own = JSON.parse((await pa('simulate', '--workload', 'mine.json', '--json')).stdout);
    expect(own.pairings[0].withEverything.tasks).toHaveLength(1);
    mine.tasks[0].repeatedShare = 3;
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(mine));
    expect((await pa('simulate', '--workload', 'mine.json')).stderr).toMatch(
      /is no workload at tasks\.0\.repeatedShare/,
    );
  });
});
