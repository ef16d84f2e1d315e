import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@pa/engines/statistics';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';
import { readBacktestSales } from './read-backtest-sales.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-backtest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = Readonly<Record<string, string>>;

/** Made-up sales between dealers whose log price falls with age and miles, and a guide that is right on average. */
function wholesaleRows(count: number, options: { readonly seed: number; readonly from: string }): readonly Cells[] {
  const random = createRandom(options.seed);
  const models = { Camry: 10, Odyssey: 10.3, Mustang: 10.1 };
  return Array.from({ length: count }, (_, index) => {
    const [model, level] = random.choice(Object.entries(models));
    const year = 2005 + random.integer(10);
    const miles = 5_000 + (2015 - year) * 11_000 * (0.5 + random.uniform());
    const price = Math.exp(level - 0.1 * (2015 - year) - 0.08 * Math.log(miles / 30_000) + 0.08 * random.normal());
    const day = new Date(Date.parse(options.from) + Math.floor((index * 60) / count) * 86_400_000);
    return {
      year: String(year),
      make: model === 'Mustang' ? 'Ford' : model === 'Camry' ? 'Toyota' : 'Honda',
      model,
      trim: 'Base',
      body: 'Sedan',
      transmission: 'automatic',
      vin: `vin${options.seed}x${index}`,
      state: 'ca',
      condition: '35.0',
      odometer: miles.toFixed(1),
      color: 'white',
      interior: 'black',
      seller: 'a seller',
      mmr: (price * Math.exp(0.1 * random.normal())).toFixed(0),
      sellingprice: price.toFixed(0),
      sale_date: day.toISOString().slice(0, 10),
    };
  });
}

function write(name: string, rows: readonly Cells[]): string {
  const columns = Object.keys(rows[0]!);
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  writeFileSync(join(folder, name), `${[columns.join(','), ...lines].join('\n')}\n`);
  return name;
}

async function backtest(...parameters: readonly string[]): Promise<{
  readonly predictions: readonly Cells[];
  readonly csv: string;
  readonly score: Record<string, never>;
}> {
  const { exitCode, stdout, stderr } = await runPa(
    ['backtest', 'valuation', '--json', '--out', 'out.csv', ...parameters],
    { folder },
  );
  expect([exitCode, stderr.includes('Fitting')]).toEqual([0, true]);
  const csv = readFileSync(join(folder, 'out.csv'), 'utf8');
  return { csv, predictions: parse(csv, { columns: true }), score: JSON.parse(stdout) };
}

const old = wholesaleRows(400, { seed: 1, from: '2014-12-01' });
const fresh = wholesaleRows(120, { seed: 2, from: '2015-02-01' });
write('train.csv', old);
write('test.csv', fresh);
const files = ['--format', 'wholesale', '--train', 'train.csv', '--test', 'test.csv'];

describe('pa backtest valuation', () => {
  it('writes one line a sold row and measures beside the guide and the naive values', async () => {
    const { csv, predictions, score } = await backtest(...files, '--guide', 'mmr');
    expect(csv.split('\n', 1)[0]).toBe('row,actual,predicted,lower50,upper50,lower80,upper80,lower90,upper90,refused');
    expect(predictions.map(({ row }) => Number(row))).toEqual(fresh.map((_, index) => index));
    for (const [index, line] of predictions.entries()) {
      expect(line['actual']).toBe(fresh[index]!['sellingprice']);
      const bounds = ['lower90', 'lower80', 'lower50', 'upper50', 'upper80', 'upper90'].map((name) =>
        Number(line[name]),
      );
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
      expect(line['refused']).toBe('0');
    }
    expect(score).toMatchObject({
      count: 120,
      refused: 0,
      compared: [
        { errors: { name: 'mmr', count: 120 } },
        { errors: { name: 'median of the segment' } },
        { errors: { name: 'median of segment and model year' } },
        { errors: { name: 'last sale' } },
      ],
    });
  });

  it('says the same whatever was paid, bid or guided on the test rows', async () => {
    const plain = await backtest(...files, '--guide', 'mmr');
    const change = fresh.map((row, index) => ({
      ...row,
      mmr: fresh[(index + 7) % fresh.length]!['mmr']!,
      sellingprice: fresh[(index + 11) % fresh.length]!['sellingprice']!,
    }));
    write('permuted.csv', change);
    const other = await backtest(
      '--format',
      'wholesale',
      '--train',
      'train.csv',
      '--test',
      'permuted.csv',
      '--guide',
      'mmr',
    );
    const said = (line: Cells): Cells => ({ ...line, actual: '' });
    expect(other.predictions.map(said)).toEqual(plain.predictions.map(said));
    expect(other.csv).not.toBe(plain.csv);
  });

  it('rolls, and leaves what was said before a refit as it was whatever comes later', async () => {
    const rolling = ['--mode', 'rolling', '--refit-days', '10', '--refit-start', '2015-02-01'];
    const plain = await backtest(...files, ...rolling);
    write(
      'later.csv',
      fresh.map((row) => (row['sale_date']! >= '2015-03-03' ? { ...row, sellingprice: '99000' } : row)),
    );
    const other = await backtest('--format', 'wholesale', '--train', 'train.csv', '--test', 'later.csv', ...rolling);
    const early = (lines: readonly Cells[]) =>
      lines.filter((_, index) => fresh[index]!['sale_date']! < '2015-03-03').map((line) => JSON.stringify(line));
    expect(early(other.predictions)).toEqual(early(plain.predictions));
    expect(other.predictions.map((line) => line['predicted'])).not.toEqual(
      plain.predictions.map((line) => line['predicted']),
    );
  });

  it('answers sold rows that an import would reject', async () => {
    const broken: readonly Partial<Record<string, string>>[] = [
      { make: '', model: '' },
      { make: 'Tatra', model: '87' },
      { vin: '' },
      { year: 'next', odometer: 'many', condition: '77' },
      { sale_date: 'soon' },
      { sellingprice: '1' },
      { year: '2031' },
      { odometer: '999999' },
    ];
    const rows = [
      { ...fresh[0]!, sellingprice: '' },
      ...broken.map((cells, index) => ({ ...fresh[index]!, ...cells }) as Cells),
    ];
    write('broken.csv', rows);
    for (const mode of ['static', 'rolling']) {
      const { predictions } = await backtest(
        '--format',
        'wholesale',
        '--train',
        'train.csv',
        '--test',
        'broken.csv',
        '--mode',
        mode,
      );
      expect(predictions.map(({ row }) => Number(row))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      for (const line of predictions) {
        expect(line['refused']).toBe('0');
        expect(Number(line['lower90'])).toBeLessThan(Number(line['predicted']));
        expect(Number(line['upper90'])).toBeGreaterThan(Number(line['predicted']));
      }
    }
  });

  const hostile: Readonly<Record<string, (row: Cells, index: number) => Partial<Cells>>> = {
    'odometers of 1 and 999,999': (_, index) => ({ odometer: index % 2 === 0 ? '1' : '999999' }),
    'prices of one dollar': (_, index) => (index % 4 === 0 ? { sellingprice: '1' } : {}),
    'grades on two scales': ({ condition }, index) => ({
      condition: index % 2 === 0 ? String(Number(condition) / 10) : condition!,
    }),
    'a segment with one car': (_, index) => (index === 3 ? { make: 'Tatra', model: '87', trim: 'Aero' } : {}),
    'model years to come': (_, index) => (index % 3 === 0 ? { year: '2031' } : {}),
    'what is no number': () => ({ odometer: 'NaN', condition: 'NaN', year: 'NaN', mmr: 'NaN' }),
    'columns without a value': () => ({
      trim: '',
      body: '',
      transmission: '',
      vin: '',
      state: '',
      condition: '',
      odometer: '',
      color: '',
      interior: '',
      seller: '',
      mmr: '',
    }),
    'makes and trims that nobody knows': (_, index) => ({ make: `Make ${index}`, model: '?', trim: `Trim ${index}` }),
  };

  it.each(Object.keys(hostile))('answers every sold row of files with %s', async (name) => {
    const spoil = (rows: readonly Cells[]): readonly Cells[] =>
      rows.map((row, index) => ({ ...row, ...hostile[name]!(row, index) }) as Cells);
    write('hostile-train.csv', spoil(old.slice(0, 120)));
    write('hostile-test.csv', spoil(fresh.slice(0, 24)));
    for (const train of ['train.csv', 'hostile-train.csv']) {
      const asked = ['--format', 'wholesale', '--train', train, '--test', 'hostile-test.csv', '--guide-input', 'mmr'];
      const { predictions, score } = await backtest(...asked);
      expect(predictions).toHaveLength(24);
      expect(score).toMatchObject({ count: 24, refused: 0 });
      for (const line of predictions) {
        const bounds = ['lower90', 'predicted', 'upper90'].map((column) => Number(line[column]));
        expect(bounds.every((bound) => Number.isFinite(bound) && bound >= 0)).toBe(true);
        expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
      }
    }
  });

  it('counts what it could not learn from', async () => {
    const faults: readonly Partial<Cells>[] = [
      { sellingprice: '1' },
      { sellingprice: '3' },
      { vin: old[0]!['vin']!, sale_date: '2014-12-01' },
    ];
    const spoilt = faults.map((fault, index) => ({ ...old[index]!, vin: `spoilt ${index}`, ...fault }) as Cells);
    write('spoilt.csv', [...old, ...spoilt, old[5]!, old[5]!]);
    const plain = await backtest(...files);
    const asked = ['--format', 'wholesale', '--train', 'spoilt.csv', '--test', 'test.csv'];
    const { score, predictions } = await backtest(...asked);
    expect(plain.score['exclusions']).toEqual({});
    expect(score['exclusions']).toMatchObject({ 'price below 100': 2, 'duplicate of another row': 2 });
    expect(predictions).toHaveLength(120);
  });

  it.each([0, 1])('answers a file of one row from a file of %i rows', async (count) => {
    write('one.csv', fresh.slice(0, 1));
    writeFileSync(
      join(folder, 'few.csv'),
      `${Object.keys(old[0]!).join(',')}\n${count === 0 ? '' : `${Object.values(old[0]!).join(',')}\n`}`,
    );
    const { predictions, score } = await backtest('--format', 'wholesale', '--train', 'few.csv', '--test', 'one.csv');
    // Where nothing at all is known, there is nothing to say.
    expect(score).toMatchObject({ count: 1, refused: count === 0 ? 1 : 0 });
    expect(predictions.map(({ refused }) => refused)).toEqual([count === 0 ? '1' : '0']);
    if (count === 1) expect(score['exclusions']).toEqual({ 'too few usable sales in the market': 1 });
  });

  it.each([
    [['--guide', 'sold_price'], 'is known only when a sale is over'],
    [['--guide', 'black_book'], 'has no column "black_book" with a guide price'],
    [['--test', 'none.csv'], 'none.csv does not exist'],
    [['--format', 'collector'], 'has no column "mileage"'],
    [['--out', 'no/folder/here.csv'], 'cannot be written'],
    [['--guide', 'mmr', '--guide-input', 'other'], 'name two columns'],
    [['--refit-days', '0'], 'Give a whole number of days from 1 on.'],
    [['--refit-start', '2015-02-31'], 'Give a day that exists, as YYYY-MM-DD.'],
  ])('refuses %j', async (parameters, message) => {
    const { exitCode, stderr } = await runPa(['backtest', 'valuation', ...files, '--out', 'x.csv', ...parameters], {
      folder,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('readBacktestSales', () => {
  it('keeps unsold auctions out, and what is known only at their end out of the sold ones', async () => {
    const columns =
      'year,make,model,mileage,normalized_color,transmission,sold_price,bid_amount,end_date,bidders,watchers,comments,status';
    const lines = [
      '2011,Porsche,911 GT3 RS,9000,White,manual,null,180000,2023-01-02 05:00:00,12,900,80,unsold',
      '2011,Porsche,911 GT3 RS,9000,White,manual,210000,210000,2023-02-02 05:00:00,12,900,80,sold',
      '2011,null,null,null,null,null,21000,21000,2023-02-02,12,900,80,sold',
    ];
    writeFileSync(join(folder, 'auctions.csv'), `${[columns, ...lines].join('\n')}\n`);
    const { sales, rowCount, withoutPrice } = await readBacktestSales(join(folder, 'auctions.csv'), {
      format: 'collector',
    });
    expect([rowCount, withoutPrice]).toEqual([3, 1]);
    expect(sales.map(({ row, listing }) => [row, listing.vehicle.make, listing.price.amount])).toEqual([
      [1, 'Porsche', 210_000],
      [2, 'Not Stated', 21_000],
    ]);
    expect(sales.map(({ listing }) => listing.attributes)).toEqual([{}, {}]);
  });
});
