import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runPa } from './__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 300_000 });

const data = resolve(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(join(data, 'collector_auctions.csv.gz'));
if (!isThere) console.warn('The real auctions are not in ../shared/data: the tests on them are skipped.');

describe.skipIf(!isThere)('real auctions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pa-real-'));
  const settings = { PA_DATA_DIR: join(folder, 'data') };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (...parameters: string[]) => {
    const { exitCode, stdout, stderr } = await runPa([...parameters, '--json'], { folder, settings });
    expect(exitCode, stderr).toBe(0);
    return JSON.parse(stdout);
  };

  it('are imported whole, counted, and found again', async () => {
    const { reports } = await run('import', join(data, 'collector_auctions.csv.gz'), '--format', 'collector');
    expect(reports[0]).toMatchObject({ read: 16_358, inserted: 16_358, rejected: 0 });
    const again = await run('import', join(data, 'collector_auctions.csv.gz'));
    expect(again.reports[0]).toMatchObject({ format: 'collector', inserted: 0, updated: 0, unchanged: 16_358 });
  });

  it('give a daily analysis as of a day in the past, once', async () => {
    const report = await run('run', 'daily', '--as-of', '2024-09-30');
    const [market] = report.markets;
    expect(market).toMatchObject({ status: 'ok', saleCount: 12_770, synthetic: false });
    expect(market.lastSaleOn <= '2024-09-30').toBe(true);
    expect(market.predictionCount).toBeGreaterThan(100);
    expect(market.anomalyCount).toBeGreaterThan(0);
    expect(market.summary.summary).not.toContain('synthetic');

    const second = await run('run', 'daily', '--as-of', '2024-09-30');
    expect(new Set(second.steps.map((step: { readonly status: string }) => step.status))).toEqual(new Set(['skipped']));
    expect(second.markets).toEqual(report.markets);
  });

  it('answer a question about a price, and refuse words that name no car', async () => {
    const words = ['--model', '911', '--trim', 'Carrera S', '--horizon', '3m', '--as-of', '2024-09-30'];
    const answer = await run('predict', ...words);
    expect(answer).toMatchObject({
      status: 'ok',
      predictions: [{ horizon: '3m', trim: 'Carrera S', synthetic: false }],
    });
    const unknown = await runPa(['predict', '--model', 'testarosa gt9'], { folder, settings });
    expect(unknown.exitCode).toBe(1);
    expect(unknown.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('stand beside wholesale and detail rows, each in its own market', async () => {
    const { reports } = await run(
      'import',
      join(data, 'wholesale_auctions.csv.gz'),
      join(data, 'auction_details.csv.gz'),
    );
    const [wholesale, details] = reports;
    expect(wholesale).toMatchObject({ format: 'wholesale', read: 24_988 });
    expect(details).toMatchObject({ format: 'details', read: 6310 });
    for (const report of reports) {
      const { read, inserted, updated, unchanged, repeated, rejected } = report;
      expect(inserted + updated + unchanged + repeated + rejected).toBe(read);
      expect(existsSync(report.rejectedFile)).toBe(true);
    }
    const report = await run('run', 'daily', '--as-of', '2015-07-31');
    expect(report.markets.map((market: { readonly market: unknown }) => market.market)).toContainEqual({
      priceKind: 'wholesale',
      currency: 'USD',
    });
  });
});
