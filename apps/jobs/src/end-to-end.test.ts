import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { keepRunning, type RunningPa, runPa } from './__fixtures__/run-pa.ts';
import { adminFolder } from './server/admin-folder.ts';

vi.setConfig({ testTimeout: 300_000 });

// One product through its life, in order: each test goes on with the folder that the one before left.
const folder = mkdtempSync(join(tmpdir(), 'pa-end-to-end-'));
const settings = { PA_DATA_DIR: join(folder, 'data'), PORT: '0' };
let product: RunningPa | null = null;

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(product?.said());
});
afterAll(() => {
  product?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{ readonly url: string; readonly read: (path: string) => Promise<Response> }> {
  product = keepRunning(['start'], { folder, settings });
  const [, url = ''] = await product.until(/^ready (http:\S+) after [\d.]+ s$/m);
  return { url, read: (path) => fetch(`${url}/api/analytics/llm${path}`) };
}

const stepLines = (said: string) => said.split('\n').filter((line) => / sold\/USD +(done|skipped) /.test(line));

interface Overview {
  readonly synthetic: unknown;
  readonly saleCount: number;
  readonly activeListingCount: number;
  readonly openAnomalies: { readonly total: number };
}
let overview: Overview;

describe('the product in one process', () => {
  it('gets from an empty folder to a served analysis of the synthetic sample market', async () => {
    const { url, read } = await start();
    const said = product?.said() ?? '';
    expect(said).toMatch(/SYNTHETIC: made-up sample data/);
    expect(said).toMatch(/porsche\/\S+ +3m +\$[\d,]+ +\$[\d,]+ +\$[\d,]+ to \$[\d,]+/);
    expect(said).toMatch(/language models cost \$0\./);
    expect(stepLines(said).map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'collect',
      'analyse',
      'validate',
      'store',
      'value_options',
    ]);

    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    overview = (await (await read('/overview')).json()) as Overview;
    expect(overview.saleCount).toBeGreaterThan(1000);
    expect(overview.openAnomalies.total).toBeGreaterThan(0);
    expect(JSON.stringify(overview)).toContain('"synthetic":true');

    const predictions = await read('/predictions?model=911&trim=gt3&horizon=3m');
    expect(predictions.status).toBe(200);
    expect(predictions.headers.get('x-ai-generated')).toBe('false');
    expect(JSON.stringify(await predictions.json())).toContain('gt3');
    const anomalies = (await (await read('/anomalies?limit=5')).json()) as { readonly anomalies: readonly unknown[] };
    expect(anomalies.anomalies.length).toBe(5);
    expect((await read('/nope')).status).toBe(404);
    expect((await read('/predictions?model=911&horizon=2w')).status).toBe(400);
  });

  it('serves the admin beside it where it is built', async ({ skip }) => {
    const built = adminFolder();
    if (built === null || !existsSync(join(built, 'index.html')))
      return skip('the admin is not built: run "pnpm build"');
    const [, url = ''] = /^ready (http:\S+)/m.exec(product?.said() ?? '') ?? [];
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(html) ?? [];
    const asset = await fetch(url + script);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('keeps the folder to itself and names itself to whoever wants in', async () => {
    const { exitCode, stdout, stderr } = await runPa(['scan'], { folder, settings });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^pa: The database in .* is in use by process ${product?.child.pid} .*\\.\\n$`));
  });

  it('judges posted rows in the background', async () => {
    const [, url = ''] = /^ready (http:\S+)/m.exec(product?.said() ?? '') ?? [];
    const listing = {
      source: 'end-to-end',
      sourceKey: '1',
      make: 'Porsche',
      model: '911 Carrera S Coupe',
      modelYear: 2014,
      mileage: 40_000,
      mileageUnit: 'mi',
      status: 'active',
      price: { kind: 'ask', amount: 9000, currency: 'USD' },
    };
    const posted = await fetch(`${url}/api/analytics/llm/listings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([listing]),
    });
    expect(posted.status, await posted.clone().text()).toBeLessThan(300);
    await product?.until(/^Scan: .* [1-9]\d* new anomal/m);
    const found = await (await fetch(`${url}/api/analytics/llm/anomalies?limit=100`)).text();
    expect(found).toContain('911 Carrera S Coupe');
  });

  it('stops at Ctrl-C with exit code 0', async () => {
    expect(await product?.stop('SIGINT')).toBe(0);
    expect(product?.said()).toMatch(/Stopping \.\.\.\n$/);
  });

  it('comes back with everything, does the analysis of the new row, and repeats nothing at the start after it', async () => {
    const { read } = await start();
    await product?.until(/^Analysis of .*$/m);
    expect(product?.said()).not.toContain('Load the synthetic sample market');
    const again = (await (await read('/overview')).json()) as Overview;
    expect(again.saleCount).toBe(overview.saleCount);
    expect(again.activeListingCount).toBe(overview.activeListingCount + 1);
  });

  it('loses nothing when it is killed, and takes over the folder', async () => {
    expect(await product?.stop('SIGKILL')).toBeNull();
    const { read } = await start();
    await product?.until(/^Analysis of .*$/m);
    const steps = stepLines(product?.said() ?? '');
    expect(steps).toHaveLength(5);
    for (const line of steps) expect(line).toContain(' skipped ');
    const again = (await (await read('/overview')).json()) as Overview;
    expect(again.activeListingCount).toBe(overview.activeListingCount + 1);
    expect(await product?.stop('SIGTERM')).toBe(0);
  });

  it('gives up a first analysis that runs when it is stopped, and does it at the next start', async () => {
    const fresh = { ...settings, PA_DATA_DIR: join(folder, 'fresh') };
    product = keepRunning(['start'], { folder, settings: fresh });
    await product.until(/^Load the synthetic sample market: done/m);
    expect(await product.stop('SIGINT')).toBe(0);
    expect(product.said()).not.toMatch(/^ready/m);
    const { exitCode, stdout } = await runPa(['predict', '--model', '911', '--json'], { folder, settings: fresh });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'not-enough-data' });
  });
});
