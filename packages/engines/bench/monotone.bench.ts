import { existsSync } from 'node:fs';
import { fitValuation } from '../src/valuation/index.ts';
import { searchMonotoneViolations } from '../src/valuation/__fixtures__/monotone-violations.ts';
import { collectorSales, wholesaleSales } from './auction-files.ts';

/* 100,000 cars of each file made older or driven further, on any grade: how often does a value rise? */
const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;
const COUNT = 100_000;

function measure(name: string, file: string, read: typeof collectorSales): void {
  if (!existsSync(file)) {
    console.log(`No ${file}: nothing to measure.`);
    return;
  }
  const sales = read(file).map(({ sale }) => sale);
  const asOf = sales.reduce((last, { endedOn }) => (endedOn > last ? endedOn : last), '');
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) throw new TypeError(valuation.reason);
  const { violations, perturbations } = searchMonotoneViolations(valuation, { sales, count: COUNT, seed: 1 });
  console.log(`| ${name} | ${valuation.saleCount} | ${perturbations} | ${violations.length} |`);
  for (const violation of violations.slice(0, 5)) console.log(JSON.stringify(violation));
}

console.log('| file | sales of the fit | perturbations | values that rose |\n|---|---|---|---|');
measure('wholesale', `${DATA}wholesale_auctions.csv.gz`, wholesaleSales);
measure('collector', `${DATA}collector_auctions.csv.gz`, collectorSales);
