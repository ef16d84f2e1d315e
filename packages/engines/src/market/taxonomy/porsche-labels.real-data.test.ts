import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawSample, rowHash } from '../../../bench/draw-taxonomy-sample.ts';
import { agreementOf, readLabels } from './__fixtures__/read-labels.ts';
import { parseVehicle } from './parse-vehicle.ts';

const FILE = '../shared/data/collector_auctions.csv.gz';
const present = existsSync(FILE);
const title = present ? 'labelled Porsche rows' : `labelled Porsche rows (skipped: ${FILE} is not there)`;
const labels = readLabels('porsche-labels.tsv');
const COLUMNS = /^(\d*),Porsche,("(?:[^"]|"")*"|[^,]*),/;

/** What the parser says of a line, written as a label. */
function labelOf(line: string): string {
  const [, year = '', model = ''] = COLUMNS.exec(line) ?? [];
  const text = model.replace(/^"|"$/g, '').replaceAll('""', '"');
  const car = parseVehicle({ make: 'Porsche', text, modelYear: year === '' ? null : Number(year) });
  return car.marks.includes('part') ? 'other/-' : `${car.model}/${car.generation ?? '?'}`;
}

describe('labels', () => {
  it('give one verdict for each row, and a reason wherever the readings differ', () => {
    expect(new Set(labels.map(({ row }) => row)).size).toBe(labels.length);
    for (const { row, first, second, verdict, reason } of labels) {
      if (first === second) expect(verdict, row).toBe(first);
      else expect(reason, row).not.toBe('');
    }
  });

  it('measure agreement beyond chance', () => {
    const row = { row: '', verdict: '', reason: '' };
    const pairs = [...Array(20).fill(['a', 'a']), ...Array(5).fill(['a', 'b']), ...Array(10).fill(['b', 'a'])];
    const readings = [...pairs, ...Array(15).fill(['b', 'b'])].map(([first, second]) => ({ ...row, first, second }));
    expect(agreementOf(readings).share).toBeCloseTo(0.7, 12);
    expect(agreementOf(readings).kappa).toBeCloseTo(0.4, 12);
  });
});

describe.skipIf(!present)(title, () => {
  it('are those that the seed draws, and the parser is right about at least 98 % of them', () => {
    const drawn = drawSample(gunzipSync(readFileSync(FILE)).toString('utf8'), 'first');
    expect(drawn.map(rowHash)).toEqual(labels.map(({ row }) => row));
    const wrong = drawn.filter((line, order) => labelOf(line) !== labels[order]?.verdict);
    const { share, kappa } = agreementOf(labels);
    console.info(
      `taxonomy: ${labels.length} labelled Porsche rows, the two readings agree on ${(100 * share).toFixed(1)} % ` +
        `(kappa ${kappa.toFixed(3)}${share === 1 ? ', so that they count as one' : ''}), ` +
        `the parser is right about ${labels.length - wrong.length}`,
    );
    expect(1 - wrong.length / labels.length).toBeGreaterThanOrEqual(0.98);
  });
});
