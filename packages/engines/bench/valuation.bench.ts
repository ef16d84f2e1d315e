import { existsSync } from 'node:fs';
import { textHash } from '../src/statistics/index.ts';
import { median } from '../src/statistics/quantile.ts';
import type { FittedValuation } from '../src/valuation/index.ts';
import { fitValuation, valuationFromPayload } from '../src/valuation/index.ts';
import type { BenchSale } from './auction-files.ts';
import { collectorSales, wholesaleSales } from './auction-files.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;

interface Row {
  readonly split: string;
  readonly train: number;
  readonly test: number;
  readonly refused: number;
  readonly medianApe: string;
  readonly guideMedianApe: string;
  readonly cover90: string;
  readonly cover80: string;
  readonly cover50: string;
  readonly medianWidth90: string;
  readonly bias: string;
  readonly fitCpuSeconds: string;
  readonly payloadMb: string;
  readonly loadMs: string;
  readonly valueMs: string;
}

function judge(
  split: string,
  data: { readonly train: readonly BenchSale[]; readonly test: readonly BenchSale[]; readonly asOf: string },
): Row {
  const started = process.cpuUsage();
  const valuation = fitValuation(
    data.train.map(({ sale }) => sale),
    { asOf: data.asOf },
  );
  const used = process.cpuUsage(started);
  const fitSeconds = (used.user + used.system) / 1e6;
  if ('status' in valuation) throw new Error(valuation.reason);
  const payload = JSON.stringify(valuation.toPayload());
  const loading = performance.now();
  const loaded: FittedValuation = valuationFromPayload(JSON.parse(payload));
  const loadMs = performance.now() - loading;
  const errors: number[] = [];
  const guideErrors: number[] = [];
  const logErrors: number[] = [];
  const widths: number[] = [];
  const covered = [0, 0, 0];
  let refused = 0;
  const valuing = performance.now();
  for (const { sale, guide } of data.test) {
    const actual = sale.price.amount;
    const value = loaded.value(sale, { valuedOn: sale.endedOn });
    if (value.status !== 'ok') {
      refused++;
      errors.push(1);
      continue;
    }
    errors.push(Math.abs(value.amount - actual) / actual);
    logErrors.push(Math.log(actual / value.amount));
    if (Number.isFinite(guide)) guideErrors.push(Math.abs(guide - actual) / actual);
    value.intervals.forEach(({ lower, upper }, level) => {
      if (actual >= lower && actual <= upper) covered[level] = covered[level]! + 1;
    });
    const widest = value.intervals[2]!;
    widths.push((widest.upper - widest.lower) / value.amount);
  }
  const valueMs = (performance.now() - valuing) / data.test.length;
  const share = (count: number): string => `${((100 * count) / data.test.length).toFixed(1)} %`;
  const percent = (value: number): string => (Number.isNaN(value) ? '-' : `${(100 * value).toFixed(2)} %`);
  return {
    split,
    train: data.train.length,
    test: data.test.length,
    refused,
    medianApe: percent(median(errors)),
    guideMedianApe: percent(median(guideErrors)),
    cover90: share(covered[2]!),
    cover80: share(covered[1]!),
    cover50: share(covered[0]!),
    medianWidth90: percent(median(widths)),
    bias: percent(median(logErrors)),
    fitCpuSeconds: fitSeconds.toFixed(2),
    payloadMb: (payload.length / 1e6).toFixed(2),
    loadMs: loadMs.toFixed(0),
    valueMs: valueMs.toFixed(3),
  };
}

function main(): void {
  if (!existsSync(`${DATA}collector_auctions.csv.gz`)) {
    console.log(`No auction files in ${DATA}: nothing to measure.`);
    return;
  }
  const rows: Row[] = [];
  const collector = collectorSales(`${DATA}collector_auctions.csv.gz`);
  for (const [split, end] of [
    ['2023-06-30', '2023-12-31'],
    ['2023-12-31', '2024-03-31'],
    ['2024-03-31', '2024-09-30'],
  ] as const) {
    const train = collector.filter(({ sale }) => sale.endedOn <= split);
    const test = collector.filter(
      ({ sale }) => sale.endedOn > split && sale.endedOn <= end && sale.vehicle.make === 'Porsche',
    );
    rows.push(judge(`collector, Porsche sold ${split} to ${end}`, { train, test, asOf: split }));
  }
  const wholesale = wholesaleSales(`${DATA}wholesale_auctions.csv.gz`);
  const held = ({ sale }: BenchSale): boolean => textHash(sale.vin ?? sale.id) % 10 >= 7;
  rows.push(
    judge('wholesale, 30 % of VINs unseen', {
      train: wholesale.filter((row) => !held(row)),
      test: wholesale.filter(held),
      asOf: '2015-07-31',
    }),
  );
  const twoModels = (row: BenchSale): boolean => /^(camry|odyssey)$/i.test(row.sale.vehicle.model);
  rows.push(
    judge('of which Camry and Odyssey', {
      train: wholesale.filter((row) => !held(row)),
      test: wholesale.filter((row) => held(row) && twoModels(row)),
      asOf: '2015-07-31',
    }),
  );
  console.table(Object.fromEntries(rows.map(({ split, ...figures }) => [split, figures])));
}

main();
