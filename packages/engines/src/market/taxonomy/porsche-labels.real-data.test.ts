import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawSample, rowHash } from '../../../bench/draw-taxonomy-sample.ts';
import { agreementOf, readLabels } from './__fixtures__/read-labels.ts';
import { parseVehicle } from './parse-vehicle.ts';

const FILE = '../shared/data/collector_auctions.csv.gz';
const present = existsSync(FILE);
const title = present ? 'labelled Porsche rows' : `labelled Porsche rows (skipped: ${FILE} is not there)`;
const samples = [
  { sample: 'first', labels: readLabels('porsche-labels.tsv') },
  { sample: 'second', labels: readLabels('porsche-labels-second.tsv') },
] as const;
const everyLabel = samples.flatMap(({ labels }) => labels);
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
    expect(new Set(everyLabel.map(({ row }) => row)).size).toBe(everyLabel.length);
    for (const { row, first, second, verdict, reason } of everyLabel) {
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
  it.each(samples)(
    'of the $sample sample are those that the seed draws, and the parser is right about at least 98 %',
    ({ sample, labels }) => {
      const drawn = drawSample(gunzipSync(readFileSync(FILE)).toString('utf8'), sample);
      expect(drawn.map(rowHash)).toEqual(labels.map(({ row }) => row));
      const wrong = drawn.filter((line, order) => labelOf(line) !== labels[order]?.verdict);
      const { share, kappa } = agreementOf(labels);
      console.info(
        `taxonomy, ${sample} sample: ${labels.length} labelled Porsche rows, the two readings agree on ` +
          `${(100 * share).toFixed(1)} % (kappa ${kappa.toFixed(3)}), the parser is right about ${labels.length - wrong.length}`,
      );
      expect(1 - wrong.length / labels.length).toBeGreaterThanOrEqual(0.98);
    },
  );
});
