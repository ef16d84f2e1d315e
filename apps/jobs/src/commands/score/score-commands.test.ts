import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPa } from '../../__fixtures__/run-pa.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pa-score-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SALES_HEADER =
  'year,make,model,trim,body,transmission,vin,state,condition,odometer,color,interior,seller,mmr,sellingprice,sale_date';

/** Invented sales: a price that falls with age and miles, in steps. */
function sales(count: number): string[] {
  return Array.from({ length: count }, (_, row) => {
    const age = row % 7;
    const miles = 8_000 + 9_000 * age + (row % 13) * 700;
    const price = Math.round((24_000 * 0.88 ** age - 0.04 * miles) * (1 + 0.02 * ((row % 5) - 2)));
    const vin = `4T1BF1FK${row % 10}EU${String(100_000 + row)}`;
    return `${2014 - age},Toyota,Camry,${row % 2 ? 'LE' : 'SE'},Sedan,automatic,${vin},ca,3.5,${miles},white,black,dealer,${price},${price},2015-0${1 + (row % 5)}-1${row % 9}`;
  });
}

describe('pa score', () => {
  it('gives every row of the listings a score in its columns, odd ones the highest', { timeout: 120_000 }, async () => {
    const rows = sales(420);
    writeFileSync(join(folder, 'train.csv'), [SALES_HEADER, ...rows.slice(0, 380)].join('\n'));
    const listings = rows.slice(380);
    const cells = listings[5]!.split(',');
    cells[14] = String(Math.round(Number(cells[14]) * 0.4));
    listings[5] = cells.join(',');
    listings.push('not,a,car,at,all,,,,,,,,,,,');
    writeFileSync(join(folder, 'new.csv'), [SALES_HEADER, ...listings].join('\n'));
    const parameters = [
      '--format',
      'wholesale',
      '--train',
      'train.csv',
      '--listings',
      'new.csv',
      '--out',
      'scores.csv',
    ];
    const result = await runPa(['score', ...parameters], { folder });
    expect(result.exitCode, result.stderr).toBe(0);
    const [header, ...lines] = readFileSync(join(folder, 'scores.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('row,expected,lower90,upper90,score,type,cause,severity');
    expect(lines.map((line) => line.split(',')[0])).toEqual(Array.from({ length: 41 }, (_, row) => String(row)));
    const scores = lines.map((line) => Number(line.split(',')[4]));
    expect(scores.indexOf(Math.max(...scores))).toBe(5);
    expect(scores[40]).toBe(0);
  });

  it('scores a stream row by row, keeps its lines, and takes --out and --json for itself', {
    timeout: 60_000,
  }, async () => {
    const lines = Array.from({ length: 600 }, (_, row) => `2014-02-14 00:00:00,${row === 500 ? '' : 40 + (row % 7)}`);
    writeFileSync(join(folder, 'series.csv'), ['timestamp,value', ...lines].join('\n'));
    const result = await runPa(['score', 'stream', '--csv', 'series.csv', '--out', 'scored.csv', '--json'], { folder });
    expect(result.exitCode, result.stderr).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({ rows: 600 });
    const [header, ...scored] = readFileSync(join(folder, 'scored.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('timestamp,value,score');
    expect(scored.map((line) => line.slice(0, line.lastIndexOf(',')))).toEqual(lines);
    expect(scored.every((line) => /,(0\.\d+|1\.0+)$/.test(line))).toBe(true);
  });

  it('says in one sentence what a file of another format is', { timeout: 60_000 }, async () => {
    writeFileSync(join(folder, 'sales.csv'), [SALES_HEADER, ...sales(3)].join('\n'));
    writeFileSync(join(folder, 'notes.csv'), 'day,words\n2024-01-01,none\n');
    const score = (format: string, listings: string) =>
      runPa(['score', '--format', format, '--train', 'sales.csv', '--listings', listings, '--out', 'none.csv'], {
        folder,
      });
    const other = await score('collector', 'sales.csv');
    expect(other.exitCode).toBe(1);
    expect(other.stderr.trim()).toMatch(
      /sales\.csv has no column .*"mileage".* but those of a wholesale file: give --format wholesale, or a collector file\.$/,
    );
    const neither = await score('wholesale', 'notes.csv');
    expect(neither.exitCode).toBe(1);
    expect(neither.stderr.trim()).toMatch(/notes\.csv has no column .*: a wholesale file needs year, make, .*\w\.$/);
    expect(`${other.stderr}${neither.stderr}`).not.toContain('imported');
  });

  it('says what is missing', { timeout: 60_000 }, async () => {
    const result = await runPa(['score', '--format', 'wholesale'], { folder });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain('--train');
  });
});
