import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSale } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-value-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = 'id,make,model,trim,status,price,currency,ended_on,model_year,mileage,transmission,color';

beforeAll(async () => {
  const { listings } = generateMarket({
    preset: 'demo',
    seed: 5,
    endsOn: '2025-06-30',
    months: 24,
    salesPerMonth: 60,
    activeListings: 0,
  });
  const rows = listings.filter(isSale).map((sale) => {
    const { make, model, trim, transmission } = sale.vehicle;
    const { modelYear, mileage, color, price, endedOn, sourceKey } = sale;
    return [
      sourceKey,
      make,
      model,
      trim,
      'sold',
      price.amount,
      'USD',
      endedOn,
      modelYear,
      mileage,
      transmission,
      color,
    ];
  });
  writeFileSync(join(folder, 'sales.csv'), `${[COLUMNS, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
});

const CAR = ['--model', '911', '--trim', 'Carrera S', '--year', '2017', '--miles', '21000'];
const dollars = (text: string): number => Number(text.replaceAll(/[$,+]/g, ''));

describe('pa value', () => {
  it('prints value, intervals, contributions and comparables that close, in lines that fit', async () => {
    const { exitCode, stdout } = await runPa(['value', ...CAR, '--as-of', '2025-06-30'], { folder });
    expect(exitCode).toBe(0);
    const worth = dollars(/^Worth (\$[\d,]+) on 2025-06-30/m.exec(stdout)?.[1] ?? '');
    expect(worth).toBeGreaterThan(10_000);
    expect(stdout).toMatch(/^ {2}50 % {2}\$[\d,]+ to \$[\d,]+\n {2}80 % .*\n {2}90 % .*\n {2}\|[-=#O]+\|$/m);
    const [why = ''] = /^Why\n(?: {2}.*\n)+/m.exec(stdout) ?? [];
    const steps = [...why.matchAll(/^ {2}(.+?) {2,}([+-]?\$[\d,]+|-\$[\d,]+)/gm)];
    const sum = steps.slice(0, -1).reduce((total, [, , amount = '']) => total + dollars(amount), 0);
    expect(steps.at(-1)?.[1]).toBe('value');
    expect(sum).toBe(worth);
    const comparables = stdout.split('\n').filter((line) => /^ {2}20\d\d-\d\d-\d\d /.test(line));
    expect(comparables).toHaveLength(8);
    for (const line of comparables) {
      const amounts = line.split(/ mi +/)[1]?.split(/ {2,}/) ?? [];
      expect(amounts.reduce((total, amount) => total + dollars(amount), 0)).toBe(worth);
    }
    expect(stdout).toMatch(/^What would change it most$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('gives the same as JSON, with the facts it was asked for', async () => {
    const more = [
      '--transmission',
      'manual',
      '--color',
      'Black',
      '--options',
      'pccb,Sport-Chrono',
      '--comparables',
      '5',
    ];
    const { stdout } = await runPa(['value', ...CAR, ...more, '--as-of', '2025-06-30', '--json'], { folder });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      status: 'ok',
      asOf: '2025-06-30',
      car: {
        vehicle: { make: 'Porsche', model: '911', generation: '991.2', transmission: 'manual' },
        mileage: 21_000,
        color: 'black',
        optionCodes: ['pccb', 'sport-chrono'],
      },
    });
    expect(answer.comparables.comparables).toHaveLength(5);
    expect(answer.valuation.intervals).toHaveLength(3);
  });

  it('says in one sentence what is wrong, and what to do', async () => {
    const typing = await runPa(['value', '--model', '911', '--trim', 'Carera S', '--year', '2017'], { folder });
    expect(typing).toMatchObject({ exitCode: 1, stdout: '' });
    expect(typing.stderr).toMatch(/^pa: No trim is called "Carera S": choose one of Carrera S, .*\.$/m);
    const early = await runPa(['value', ...CAR, '--as-of', '2001-01-01'], { folder });
    expect(early.stdout).toMatch(/^Not enough data: .* No number is given: .*\.$/m);
    const year = await runPa(['value', '--model', '911', '--year', 'old'], { folder });
    expect(year.stderr).toContain('Give a whole number from 1886 to 2200.');
    const condition = await runPa(['value', ...CAR, '--condition', '7'], { folder });
    expect(condition.stderr).toContain('Give a number from 1 to 5.');
  });

  it('refuses what contradicts itself, and says what it does not count', async () => {
    const generation = await runPa(['value', ...CAR, '--generation', '964'], { folder });
    expect(generation).toMatchObject({ exitCode: 1, stdout: '' });
    expect(generation.stderr).toMatch(/^pa: No .*(2017|Carrera S).*\.$/m);
    const trim = await runPa(['value', '--model', '911', '--trim', 'GT3', '--generation', '964', '--year', '1990'], {
      folder,
    });
    expect(trim.stderr).toMatch(/^pa: No trim is called "GT3".*\.$/m);
    const future = await runPa(['value', '--model', '911', '--year', '2040', '--as-of', '2025-06-30'], { folder });
    expect(future.stderr).toMatch(/^pa: No car is of model year 2040 yet: choose a model year up to 2027\.$/m);
    const tomorrow = await runPa(['value', ...CAR, '--as-of', '2199-01-01'], { folder });
    expect(tomorrow.stderr).toMatch(/^pa: No fit is of 2199-01-01 yet: give a day up to \d{4}-\d\d-\d\d\.$/m);
    const odd = await runPa(
      ['value', '--model', '911', '--trim', 'Carrera S', '--year', '2017', '--miles', '999999'].concat([
        '--color',
        'zebra',
        '--region',
        'atlantis',
        '--options',
        'nonesuch',
        '--as-of',
        '2025-06-30',
      ]),
      { folder },
    );
    expect(odd.stdout).toContain('An odometer of 999,999 mi is not believed: valued as driven like others of its age.');
    expect(odd.stdout).toContain(
      'Not counted, because too few sales have it: color zebra, region atlantis, option nonesuch.',
    );
    const sound = await runPa(['value', ...CAR, '--color', 'black', '--as-of', '2025-06-30', '--json'], { folder });
    expect(JSON.parse(sound.stdout)).toMatchObject({ uncounted: [] });
  });

  it('says that nothing is carried ahead before a daily run, and refuses horizons that there are not', async () => {
    const { exitCode, stdout } = await runPa(['value', ...CAR, '--ahead', '3m,1y', '--as-of', '2025-06-30'], {
      folder,
    });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('No outlook: no forecast of an index')]);
    const wrong = await runPa(['value', ...CAR, '--ahead', '2y'], { folder });
    expect(wrong.exitCode).not.toBe(0);
    expect(wrong.stderr).toContain('Give one or more of 1m, 3m, 6m, 1y, joined by commas.');
  });
});
