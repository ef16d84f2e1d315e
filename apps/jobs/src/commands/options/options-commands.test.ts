import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSale } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-options-'));
const AS_OF = '2026-06-30';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const { listings } = generateMarket({
    preset: 'hard',
    seed: 8,
    endsOn: AS_OF,
    months: 12,
    salesPerMonth: 60,
    activeListings: 0,
  });
  const rows = listings.filter(isSale).map((sale) => {
    const { vehicle, price, endedOn, sourceKey, modelYear, mileage, details } = sale;
    // Options stand in the free text alone.
    const facts = [sourceKey, vehicle.make, vehicle.model, vehicle.trim, 'sold', price.amount, 'USD', endedOn];
    return [...facts, modelYear, mileage, `"${details.join('|')}"`];
  });
  const header = 'id,make,model,trim,status,price,currency,ended_on,model_year,mileage,details';
  writeFileSync(join(folder, 'sales.csv'), `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
});

describe('pa options', () => {
  it('values what only the words of the listings name, and says so where there are too few cars', async () => {
    const asked = ['options', 'value', '--model', '911', '--option', 'bose', '--as-of', AS_OF];
    const told = await runPa([...asked, '--json'], { folder });
    expect(told).toMatchObject({ exitCode: 0 });
    const value = JSON.parse(told.stdout);
    expect(value).toMatchObject({ status: 'ok', code: 'bose' });
    expect(value.withCount).toBeGreaterThan(14);
    expect((await runPa(asked, { folder })).stdout).toContain(`${value.withCount} cars with`);
    const none = await runPa(['options', 'value', '--model', '928', '--as-of', AS_OF], { folder });
    expect(none.stdout).toContain('No number is given');
    const unknown = await runPa(['options', 'value', '--model', '911', '--option', 'warp-drive'], { folder });
    expect(unknown).toMatchObject({ exitCode: 1 });
    expect(unknown.stderr).toContain('warp-drive');
  });

  it('chooses within a budget', async () => {
    const parameters = ['options', 'optimize', '--model', '911', '--budget', '6000', '--as-of', AS_OF, '--json'];
    const { exitCode, stdout } = await runPa(parameters, { folder });
    expect(exitCode).toBe(0);
    const { selection } = JSON.parse(stdout);
    expect(selection.cost).toBeLessThanOrEqual(6000);
    expect(selection.options.every(({ reason }: { reason: string }) => reason.length > 0)).toBe(true);
  });

  it.each([
    [['--budget', '-5'], 'whole number from 0'],
    [['--budget', 'NaN'], 'whole number from 0'],
    [['--budget', '1e12'], 'whole number from 0'],
    [['--must-have', ' , '], 'Give codes joined by commas'],
    [['--never', 'warp'], 'No option has the code "warp"'],
    [['--must-have', 'BOSE, sunroof', '--never', 'bose'], 'take it out of one of the two'],
    [['--trim', ''], 'It is empty'],
  ])('refuses to choose with %j in one sentence', async (parameters, sentence) => {
    const asked = ['options', 'optimize', '--model', '911', '--as-of', AS_OF, ...parameters];
    const { exitCode, stderr, stdout } = await runPa(asked, { folder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(sentence);
  });

  it('refuses a file that is no text', async () => {
    writeFileSync(join(folder, 'picture.png'), Buffer.from([137, 80, 78, 71, 0, 0, 13]));
    const { exitCode, stderr } = await runPa(['options', 'parse', '--text-file', 'picture.png'], { folder });
    expect(exitCode).toBe(1);
    expect(stderr).toBe('pa: picture.png is no text in UTF-8: give --text-file a text file with one text a line.\n');
  });

  it('reads each line of a text by itself', async () => {
    writeFileSync(join(folder, 'lines.txt'), 'PCCB and FAL, no sunroof\n\nnothing of note\n');
    const { exitCode, stdout } = await runPa(['options', 'parse', '--text-file', 'lines.txt', '--json'], { folder });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { line: 1, codes: ['pccb', 'front-axle-lift'], absentCodes: ['sunroof'] },
      { line: 2, codes: [] },
      { line: 3, codes: [] },
    ]);
  });
});
