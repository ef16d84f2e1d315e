import { existsSync } from 'node:fs';
import { addDays, CONFIDENCE_LEVELS } from '../src/market/index.ts';
import { quantile, textHash } from '../src/statistics/index.ts';
import type { BacktestSale } from '../src/valuation/index.ts';
import { fitValuation, runValuationBacktest, scoreBacktest } from '../src/valuation/index.ts';
import type { BenchSale } from './auction-files.ts';
import { collectorSales, wholesaleSales } from './auction-files.ts';

/*
 * Do intervals hold in every cell of month and fifth of predicted price with at least 100 rows, within the Bonferroni
 * 99 % binomial limits around the nominal share +-1 point, and how wide are they against plain split conformal intervals,
 * which take the quantile of the absolute log residuals that the same model left where it had not seen a sale?
 */
const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;
const PERCENT = (share: number): string => `${(100 * share).toFixed(1)} %`;

interface Split {
  readonly name: string;
  readonly train: readonly BenchSale[];
  readonly test: readonly BenchSale[];
  readonly refitStart?: string;
}

function measure({ name, train, test, refitStart }: Split): void {
  const rows = (sales: readonly BenchSale[], from: number): readonly BacktestSale[] =>
    sales.map(({ sale, guide }, index) => ({ row: from + index, listing: sale, guidePrice: guide > 0 ? guide : null }));
  const plainWidths: number[][] = CONFIDENCE_LEVELS.map(() => []);
  const predictions = runValuationBacktest(
    { train: rows(train, test.length), test: rows(test, 0) },
    {
      ...(refitStart === undefined ? { mode: 'static' } : { mode: 'rolling', refitDays: 14, refitStart }),
      onFitted: ({ day }) =>
        addWidths(plainWidths, { asOf: day, sales: refitStart === undefined ? train : [...train, ...test] }),
    },
  );
  const { count, refused, model, intervals, cells } = scoreBacktest(predictions);
  CONFIDENCE_LEVELS.forEach((level, index) => {
    const outside = cells.filter((cell) => {
      const [lower, upper] = limits(cell.count, { level, cells: cells.length });
      const held = Math.round(cell.coverage[index]! * cell.count);
      return held < lower || held > upper;
    });
    const plain = plainWidths[index]!.reduce((sum, width) => sum + width, 0) / plainWidths[index]!.length;
    console.log(
      `| ${[name, `${count} (${refused})`, PERCENT(model.medianApe), PERCENT(level), PERCENT(intervals.coverage[index]!), `${cells.length - outside.length} of ${cells.length}`, PERCENT(intervals.medianWidth[index]!), PERCENT(intervals.medianWidth[index]! / plain)].join(' | ')} |`,
    );
    for (const cell of outside)
      console.log(`  outside: ${cell.name}, n = ${cell.count}: ${PERCENT(cell.coverage[index]!)}`);
  });
}

/** Adds the widths, against the value, that split conformal intervals of the same fit have. */
function addWidths(
  widths: readonly number[][],
  { asOf, sales }: { readonly asOf: string; readonly sales: readonly BenchSale[] },
): void {
  const learnt = sales.flatMap(({ sale }) => (sale.endedOn <= asOf ? [sale] : []));
  const fitted = fitValuation(learnt, { asOf });
  if ('status' in fitted) throw new TypeError(fitted.reason);
  const residuals = learnt.flatMap((sale) => {
    const value = fitted.valueLeftOut(sale);
    return value.status === 'ok' ? [Math.abs(Math.log(sale.price.amount / value.amount))] : [];
  });
  CONFIDENCE_LEVELS.forEach((level, index) => {
    const reach = quantile(residuals, Math.min(1, (level * (residuals.length + 1)) / residuals.length));
    widths[index]!.push(Math.exp(reach) - Math.exp(-reach));
  });
}

/** The fewest and the most rows of a cell that may be held. */
function limits(
  count: number,
  { level, cells }: { readonly level: number; readonly cells: number },
): readonly [lower: number, upper: number] {
  const tail = 0.01 / cells / 2;
  return [binomialQuantile(count, level - 0.01, tail), binomialQuantile(count, level + 0.01, 1 - tail)];
}

/** The smallest number of hits of `count` whose cumulative probability reaches `probability`. */
function binomialQuantile(count: number, share: number, probability: number): number {
  let logMass = count * Math.log1p(-share);
  let sum = 0;
  for (let hits = 0; hits <= count; hits++) {
    sum += Math.exp(logMass);
    if (sum >= probability) return hits;
    logMass += Math.log((count - hits) / (hits + 1)) + Math.log(share) - Math.log1p(-share);
  }
  return count;
}

function main(): void {
  if (!existsSync(`${DATA}wholesale_auctions.csv.gz`)) {
    console.log(`No auction files in ${DATA}: nothing to measure.`);
    return;
  }
  console.log(
    '| split | n (refused) | error | nominal | holds | cells that hold | median width | against split conformal |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  const wholesale = wholesaleSales(`${DATA}wholesale_auctions.csv.gz`);
  const isHeld = ({ sale }: BenchSale, salt: string): boolean => textHash(salt + (sale.vin ?? sale.id)) % 10 >= 7;
  for (const salt of ['', 'second ']) {
    measure({
      name: `wholesale, static, ${salt === '' ? 'first' : salt.trim()} hash`,
      train: wholesale.filter((row) => !isHeld(row, salt)),
      test: wholesale.filter((row) => isHeld(row, salt)),
    });
  }
  const firstDay = '2014-12-29';
  for (const phase of [0, 3, 8]) {
    const isTested = (row: BenchSale): boolean =>
      isHeld(row, '') && /^(camry|odyssey)$/i.test(row.sale.vehicle.model) && row.sale.endedOn >= firstDay;
    measure({
      name: `Camry and Odyssey, rolling, from ${addDays(firstDay, phase)}`,
      train: wholesale.filter((row) => !isTested(row)),
      test: wholesale.filter(isTested),
      refitStart: addDays(firstDay, phase),
    });
  }
  const collector = collectorSales(`${DATA}collector_auctions.csv.gz`);
  for (const day of ['2023-06-30', '2023-12-31']) {
    measure({
      name: `collector, Porsche sold after ${day}`,
      train: collector.filter(({ sale }) => sale.endedOn <= day),
      test: collector.filter(({ sale }) => sale.endedOn > day && sale.vehicle.make === 'Porsche'),
    });
  }
}

main();
