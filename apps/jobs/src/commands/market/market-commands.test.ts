import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSale } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-market-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = 'id,make,model,trim,status,price,currency,ended_on,model_year,mileage';
/** Four months apart: the predictions of 3 months of the first day are due on the second. */
const DAYS = ['2025-02-28', '2025-06-30'] as const;

beforeAll(async () => {
  const { listings } = generateMarket({
    preset: 'demo',
    seed: 8,
    endsOn: DAYS[1],
    months: 36,
    salesPerMonth: 50,
    activeListings: 0,
  });
  const rows = listings.filter(isSale).map(({ vehicle, modelYear, mileage, price, endedOn, sourceKey }) => {
    const { make, model, trim } = vehicle;
    return [sourceKey, make, model, trim, 'sold', price.amount, 'USD', endedOn, modelYear, mileage].join(',');
  });
  writeFileSync(join(folder, 'sales.csv'), `${[COLUMNS, ...rows].join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
  for (const day of DAYS)
    expect(await runPa(['run', 'daily', '--as-of', day], { folder })).toMatchObject({ exitCode: 0 });
});

const pa = (...parameters: readonly string[]) => runPa(parameters, { folder });

describe('pa trends', () => {
  it('tells the index of like cars month by month beside raw medians, and its change', async () => {
    const { exitCode, stdout } = await pa('trends', '--model', '911', '--months', '6', '--as-of', DAYS[1]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^porsche\/911: [\d,]+ sales, [+-]?[\d.]+ % \(90 %: /m);
    expect(stdout.match(/^ *2025-0[1-6] /gm)).toHaveLength(6);
    expect(stdout).toContain('Raw medians move with the mix of cars sold.');
  });

  it('refuses a car that nobody knows with what to do', async () => {
    const { exitCode, stderr, stdout } = await pa('trends', '--model', 'Zeppelin', '--as-of', DAYS[1]);
    expect(exitCode).not.toBe(0);
    expect(stderr + stdout).toMatch(/Zeppelin/);
  });
});

describe('pa seasonality', () => {
  it('tests whether there is a season before it names months', async () => {
    const { exitCode, stdout } = await pa('seasonality', '--model', '911', '--as-of', DAYS[1], '--json');
    expect(exitCode).toBe(0);
    const { seasons } = JSON.parse(stdout);
    expect(seasons[0]).toMatchObject({ segment: 'porsche/911', season: { status: 'ok', monthCount: 36 } });
    const { exists, pValue, bestToBuy } = seasons[0].season;
    expect(exists).toBe(pValue < 0.05);
    expect(bestToBuy === null).toBe(!exists);
  });

  it('claims none on less than two years', async () => {
    const { exitCode, stdout } = await pa('seasonality', '--model', '911', '--as-of', DAYS[0], '--years', '2');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/porsche\/911: (?:no season|a season of)/)]);
    const refused = await pa('seasonality', '--model', '911', '--as-of', DAYS[0], '--years', '1');
    expect(refused.exitCode).not.toBe(0);
  });
});

it('pa correlate compares growth of segments, each with a band, after control of false discoveries', async () => {
  const { exitCode, stdout } = await pa('correlate', '--as-of', DAYS[1]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/porsche\/(?:911|cayenne|macan|boxster|cayman)/);
});

it('pa correlate --outside joins a series by what was known of it on the day', async () => {
  const months = Array.from(
    { length: 40 },
    (_, t) => `${2022 + Math.floor(t / 12)}-${String(1 + (t % 12)).padStart(2, '0')}`,
  );
  const figures = months.map((month, t) => `${month}-01,${(100 + 5 * Math.sin(t * t)).toFixed(3)}`);
  writeFileSync(join(folder, 'rate.csv'), `observation_date,RATE\n${figures.join('\n')}\n`);
  const monthCountOf = async (lag: string) => {
    const { stdout } = await pa(
      'correlate',
      '--outside',
      'rate.csv',
      '--outside-lag',
      lag,
      '--as-of',
      DAYS[1],
      '--json',
    );
    const { pairs, drivers } = JSON.parse(stdout) as {
      pairs: { right: string; monthCount: number }[];
      drivers: { segment: string; drivers: { name: string }[] }[];
    };
    expect(drivers.every((entry) => entry.drivers.every(({ name }) => name === 'rate'))).toBe(true);
    return pairs.find(({ right }) => right === 'rate')!.monthCount;
  };
  // With a lag of 275 days nine months fewer had been published on the day than with one of 0.
  expect((await monthCountOf('0')) - (await monthCountOf('275'))).toBeGreaterThanOrEqual(6);
  writeFileSync(join(folder, 'bad.csv'), 'month,value\n2024-13,1\n');
  const { exitCode, stderr } = await pa('correlate', '--outside', 'bad.csv', '--as-of', DAYS[1]);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('bad.csv, line 2 is no figure of a series');
});

describe('the ledger', () => {
  it('settles what is due once, tells how it did, and writes the same page each time', async () => {
    const { exitCode } = await pa('validate', '--as-of', DAYS[1]);
    expect(exitCode).toBe(0);
    const report = JSON.parse((await pa('accuracy', '--json')).stdout);
    expect(JSON.stringify(report)).toMatch(/"horizon":"3m"/);
    const text = await pa('accuracy', '--horizon', '3m', '--html', 'report.html');
    expect(text).toMatchObject({ exitCode: 0 });
    expect(text.stdout).toMatch(/\d %/);
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('<html');
    await pa('accuracy', '--horizon', '3m', '--html', 'again.html');
    expect(readFileSync(join(folder, 'again.html'), 'utf8')).toBe(page);
    const nowhere = await pa('accuracy', '--html', 'no/such/folder/report.html');
    expect(nowhere.exitCode).not.toBe(0);
    expect(nowhere.stderr).toContain('cannot be written');
  });
});
