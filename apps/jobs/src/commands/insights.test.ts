import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSale } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-insights-'));
const AS_OF = '2025-06-30';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const { listings } = generateMarket({
    preset: 'demo',
    seed: 6,
    endsOn: AS_OF,
    months: 26,
    salesPerMonth: 50,
    activeListings: 0,
  });
  const rows = listings.filter(isSale).map(({ vehicle, price, endedOn, sourceKey, modelYear, mileage }) => {
    return [
      sourceKey,
      vehicle.make,
      vehicle.model,
      vehicle.trim,
      'sold',
      price.amount,
      'USD',
      endedOn,
      modelYear,
      mileage,
    ];
  });
  const header = 'id,make,model,trim,status,price,currency,ended_on,model_year,mileage';
  writeFileSync(join(folder, 'sales.csv'), `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
  expect(await runPa(['run', 'daily', '--as-of', AS_OF], { folder })).toMatchObject({ exitCode: 0 });
});

describe('pa insights', () => {
  it('tells the day, and one model at the depth asked for', async () => {
    const day = await runPa(['insights', '--as-of', AS_OF], { folder });
    expect(day).toMatchObject({ exitCode: 0 });
    expect(day.stdout).toMatch(/^Market summary of June 30, 2025\n-+\nBy June 30, 2025 the market shows/);
    expect(day.stdout).toContain('Words from a template');
    expect(day.stdout).toContain('not advice to buy or to sell');
    const texts = async (depth: string) => {
      const { stdout } = await runPa(['insights', '--model', '911', '--depth', depth, '--json'], { folder });
      return JSON.parse(stdout) as { summary: string; claims: unknown[]; costNanoUsd: string }[];
    };
    const [basic, detailed] = [await texts('basic'), await texts('detailed')];
    expect(basic[0]!.summary.length).toBeLessThan(detailed[0]!.summary.length);
    expect(basic[0]!.claims.length).toBeGreaterThan(2);
    for (const type of ['season', 'option_value', 'anomaly']) {
      const stored = await runPa(['insights', '--type', type, '--json'], { folder });
      expect(stored).toMatchObject({ exitCode: 0 });
      for (const text of JSON.parse(stored.stdout) as { type: string }[]) expect(text.type).toBe(type);
    }
    const none = await runPa(['insights', '--type', 'cost'], { folder });
    expect(none.stdout).toContain('No text of the type cost has been written: the daily run writes one');
    expect(await runPa(['insights', '--type', 'recommendation'], { folder })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('pa report weekly --invest 6m'),
    });
  });
});

describe('pa report', () => {
  it('writes Markdown by default and HTML on request, both marked', async () => {
    const markdown = await runPa(['report', 'daily', '--as-of', AS_OF], { folder });
    expect(markdown.stdout).toMatch(/^---\nai-generated: false\nai-model: "template"/);
    const written = await runPa(['report', 'weekly', '--html', '--out', 'week.html', '--as-of', AS_OF], { folder });
    expect(written).toMatchObject({ exitCode: 0 });
    const html = readFileSync(join(folder, 'week.html'), 'utf8');
    expect(html).toContain('<meta name="ai-generated" content="false">');
    expect(html).toMatch(/Data from 20\d\d-\d\d-\d\d to 2025-06-\d\d\./);
    expect(html.match(/<section /g)!.length).toBeGreaterThan(3);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${anchor}"`);
    expect(await runPa(['report', 'daily', '--html', '--md'], { folder })).toMatchObject({ exitCode: 1 });
    expect(await runPa(['report', 'daily', '--out', 'no/such/folder.md', '--as-of', AS_OF], { folder })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/folder\.md cannot be written: check the folder and its rights\./),
    });
  });
});

describe('pa portfolio', () => {
  it('reads JSON and CSV, and shows figures to a reader who has read the disclaimer', async () => {
    writeFileSync(join(folder, 'cars.json'), JSON.stringify([{ model: '911', amount: 200_000 }, { model: 'Cayman' }]));
    writeFileSync(join(folder, 'cars.csv'), 'model,count,amount\n911,,200000\nCayman,1,\n');
    const refused = await runPa(['portfolio', '--file', 'cars.json', '--as-of', AS_OF], { folder });
    expect(refused.exitCode).toBe(1);
    const version = /--accept (\S+?)\.?$/m.exec(refused.stderr)?.[1] ?? '';
    const view = async (file: string) => {
      const flags = ['--accept', version, '--as-of', AS_OF];
      const { stdout, stderr, exitCode } = await runPa(['portfolio', '--file', file, ...flags, '--json'], { folder });
      expect(exitCode, stderr).toBe(0);
      return JSON.parse(stdout) as { positions: { heldWeight: number }[]; disclaimer: { text: string } };
    };
    const [json, csv] = [await view('cars.json'), await view('cars.csv')];
    expect(csv).toEqual(json);
    expect(json.positions).toHaveLength(2);
    expect(json.disclaimer.text).toContain('no personal advice');
    const shown = await runPa(['portfolio', '--file', 'cars.csv', '--accept', version, '--as-of', AS_OF], { folder });
    expect(shown.stdout).toMatch(/least risk/);
    expect(shown.stdout).toContain('no personal advice');
    writeFileSync(join(folder, 'bad.json'), '{"model": 911}');
    const bad = await runPa(['portfolio', '--file', 'bad.json', '--accept', version], { folder });
    expect([bad.exitCode, bad.stderr]).toEqual([1, expect.stringContaining('holds no list of cars')]);
  });
});

describe('pa watch', () => {
  it('puts a car on the list and takes it off', async () => {
    const list = async (...flags: readonly string[]) => {
      const { stdout, stderr, exitCode } = await runPa(['watch', '--model', '911', ...flags, '--json'], { folder });
      expect(exitCode, stderr).toBe(0);
      return (JSON.parse(stdout) as { watchedSegments: string[] }).watchedSegments;
    };
    expect(await list()).toEqual(['porsche/911']);
    expect(await list()).toEqual(['porsche/911']);
    expect(await list('--end')).toEqual([]);
    expect((await runPa(['watch', '--model', 'Spaceship'], { folder })).exitCode).toBe(1);
  });
});

describe('pa portfolio with a file that is no list of cars', () => {
  it.each([
    [
      'cars.csv',
      'model,trim,year,miles\n911,Carrera S,2016,30000\n',
      'fields that nothing reads in entry 1 (year, miles)',
    ],
    ['cars.csv', 'model,count\n911,1\n,2\n', 'no model that can be read in entry 2'],
    ['cars.csv', 'model,count\n911,many\n', 'no count that can be read in entry 1'],
    ['cars.json', '{"model": "911"}', 'no list of cars'],
    ['cars.json', '["911"]', 'no car in entry 1'],
    ['cars.json', 'model', 'no list of cars'],
  ])('says what is wrong with %s: %s', async (file, text, fault) => {
    writeFileSync(join(folder, file), text);
    const told = await runPa(['portfolio', '--file', file, '--accept', 'investment-1'], { folder });
    expect(told.exitCode).toBe(1);
    expect(told.stderr).toContain(`${fault}: give one entry a kind of car`);
  });
});
