import { existsSync } from 'node:fs';
import { segmentsOf } from '../src/market/index.ts';
import { median } from '../src/statistics/quantile.ts';
import type { FittedValuation } from '../src/valuation/index.ts';
import { fitValuation } from '../src/valuation/index.ts';
import type { BenchSale } from './auction-files.ts';
import { collectorSales, wholesaleSales } from './auction-files.ts';

/*
 * Leave one trim out: the trims that sell most are taken out of the fit one at a time, and their sales of the last part
 * of the file are valued without ever having seen one of their kind, beside the values of a fit that has.
 */
const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;
const TRIMS = 12;

interface Outcome {
  readonly errors: number[];
  readonly covered: number[];
}

function judge(fitted: FittedValuation, rows: readonly BenchSale[], outcome: Outcome): void {
  for (const { sale } of rows) {
    const value = fitted.value(sale, { valuedOn: sale.endedOn, evenIfThin: true });
    const actual = sale.price.amount;
    if (value.status !== 'ok') {
      outcome.errors.push(1);
      outcome.covered.push(0);
      continue;
    }
    const interval = value.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.9)!;
    outcome.errors.push(Math.abs(value.amount - actual) / actual);
    outcome.covered.push(actual >= interval.lower && actual <= interval.upper ? 1 : 0);
  }
}

function compare(name: string, data: { readonly sales: readonly BenchSale[]; readonly splitDay: string }): void {
  const train = data.sales.filter(({ sale }) => sale.endedOn < data.splitDay);
  const test = data.sales.filter(({ sale }) => sale.endedOn >= data.splitDay);
  const leafOf = ({ sale }: BenchSale): string => segmentsOf(sale.vehicle).at(-1)!;
  const counts = new Map<string, number>();
  // Only cars whose trim is known: a leaf that is a whole model is no trim.
  for (const row of test)
    if (row.sale.vehicle.trim !== null) counts.set(leafOf(row), (counts.get(leafOf(row)) ?? 0) + 1);
  const trims = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, TRIMS)
    .map(([trim]) => trim);
  const fit = (rows: readonly BenchSale[]): FittedValuation => {
    const fitted = fitValuation(
      rows.map(({ sale }) => sale),
      { asOf: data.splitDay },
    );
    if ('status' in fitted) throw new TypeError(fitted.reason);
    return fitted;
  };
  const seen: Outcome = { errors: [], covered: [] };
  const unseen: Outcome = { errors: [], covered: [] };
  const withAll = fit(train);
  for (const trim of trims) {
    const rows = test.filter((row) => leafOf(row) === trim);
    judge(withAll, rows, seen);
    judge(fit(train.filter((row) => leafOf(row) !== trim)), rows, unseen);
  }
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [before, after] = [median(seen.errors), median(unseen.errors)];
  console.log(
    `| ${name} | ${trims.length} | ${seen.errors.length} | ${percent(before)} | ${percent(after)} | ${(after / before).toFixed(2)} | ${percent(mean(seen.covered))} | ${percent(mean(unseen.covered))} |`,
  );
}

if (!existsSync(`${DATA}collector_auctions.csv.gz`)) {
  console.log(`Skipped: ${DATA} is not there.`);
} else {
  console.log(
    '| file, from the day | trims | sales | error, trim seen | trim left out | ratio | 90 % holds, seen | left out |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  const collector = collectorSales(`${DATA}collector_auctions.csv.gz`);
  for (const splitDay of ['2023-07-01', '2024-01-01']) {
    const porsche = collector.filter(({ sale }) => sale.vehicle.make === 'Porsche' || sale.endedOn < splitDay);
    compare(`collector, Porsche, ${splitDay}`, { sales: porsche, splitDay });
  }
  compare('wholesale, 2015-01-15', {
    sales: wholesaleSales(`${DATA}wholesale_auctions.csv.gz`),
    splitDay: '2015-01-15',
  });
}
