import { existsSync, writeFileSync } from 'node:fs';
import { addDays } from '../src/market/index.ts';
import { textHash } from '../src/statistics/index.ts';
import type { BacktestPrediction, BacktestSale } from '../src/valuation/index.ts';
import { runValuationBacktest, scoreBacktest } from '../src/valuation/index.ts';
import type { BenchSale } from './auction-files.ts';
import { wholesaleSales } from './auction-files.ts';

/*
 * Camry and Odyssey, refitted every 14 days, for every day of a fortnight on which the grid of refits can start: one
 * phase is no evidence. 30 % of the VINs are answered, all sales before a refit day are learnt from, of every make.
 *
 * node --conditions=@pa/source packages/engines/bench/rolling-phases.bench.ts [FIRST_PHASE] [END_PHASE] [OUT.json]
 */
const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;
/** 28 days after the first dense month began. */
const FIRST_DAY = '2014-12-29';
const REFIT_DAYS = 14;
const PERCENT = (share: number): string => `${(100 * share).toFixed(2)} %`;

function asBacktestSale({ sale, guide }: BenchSale, row: number): BacktestSale {
  return { row, listing: sale, guidePrice: guide > 0 ? guide : null };
}

function main(): void {
  const file = `${DATA}wholesale_auctions.csv.gz`;
  if (!existsSync(file)) {
    console.log(`No auction files in ${DATA}: nothing to measure.`);
    return;
  }
  const [first = '0', end = String(REFIT_DAYS), out] = process.argv.slice(2);
  const rows = wholesaleSales(file).map(asBacktestSale);
  const isTested = ({ listing }: BacktestSale): boolean =>
    /^(camry|odyssey)$/i.test(listing.vehicle.model) &&
    textHash(listing.vin ?? listing.id) % 10 >= 7 &&
    (listing.endedOn ?? '') >= FIRST_DAY;
  const data = { train: rows.filter((row) => !isTested(row)), test: rows.filter(isTested) };
  console.log(
    '| grid starts | n | error | `mmr` | difference, 95 % | p | bias | 50 % holds | 80 % | 90 % | width of 90 % |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  const kept: (readonly (readonly unknown[])[])[] = [];
  for (let phase = Number(first); phase < Number(end); phase++) {
    const refitStart = addDays(FIRST_DAY, phase);
    const predictions = runValuationBacktest(data, { mode: 'rolling', refitDays: REFIT_DAYS, refitStart });
    const { count, model, intervals, compared } = scoreBacktest(predictions, { guideName: 'mmr' });
    const { errors, difference } = compared[0]!;
    console.log(
      `| ${[
        refitStart,
        count,
        PERCENT(model.medianApe),
        PERCENT(errors.medianApe),
        `${PERCENT(difference.lower)} to ${PERCENT(difference.upper)}`,
        difference.pValue.toPrecision(2),
        PERCENT(model.bias),
        ...intervals.coverage.map(PERCENT),
        PERCENT(intervals.medianWidth.at(-1)!),
      ].join(' | ')} |`,
    );
    kept.push(predictions.map(lineOf));
    if (out !== undefined) writeFileSync(out, JSON.stringify(kept));
  }
}

function lineOf({ row, day, actual, guidePrice, answer }: BacktestPrediction): readonly unknown[] {
  return [
    row,
    day,
    actual,
    guidePrice,
    answer?.amount,
    answer?.intervals.flatMap(({ lower, upper }) => [lower, upper]),
  ];
}

main();
