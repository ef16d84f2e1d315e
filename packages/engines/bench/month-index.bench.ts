/**
 * Forecasts of the month indices of the collector auctions from every month's end since 2022-01, judged by the unshrunken
 * index of all sales: `pnpm bench:month-index`. The gap in collection from 2024-04 on is judged like every other month
 * where 40 sales remain.
 */
import { existsSync } from 'node:fs';
import { forecastMonthIndexFromSales, monthIndexTarget } from '../src/index.ts';
import type { JudgedMonthIndex } from '../src/forecasting/index.ts';
import { judgeMonthIndices, summariseMonthIndices } from '../src/forecasting/index.ts';
import { addDays, addMonths, firstDayOf } from '../src/market/calendar.ts';
import { blockDraws } from '../src/statistics/block-bootstrap.ts';
import { quantile } from '../src/statistics/quantile.ts';
import { collectorSales } from './auction-files.ts';

const FILE = '../shared/data/collector_auctions.csv.gz';
const FIRST = '2022-01';
const LAST = '2024-09';
const DRAWS = 2000;

if (!existsSync(FILE)) {
  console.log(`${FILE} is not here: nothing measured.`);
  process.exit(0);
}
const sales = collectorSales(FILE).map(({ sale }) => sale);
const target = monthIndexTarget(sales);
if ('status' in target) throw new RangeError(target.reason);
const judged: JudgedMonthIndex[] = [];
for (let month = FIRST; month < LAST; month = addMonths(month, 1)) {
  const origin = addDays(firstDayOf(addMonths(month, 1)), -1);
  const forecasts = forecastMonthIndexFromSales(sales, { origin, horizons: [1, 3, 6], levels: [0.8, 0.95] });
  if ('status' in forecasts) continue;
  judged.push(...judgeMonthIndices(forecasts, target));
}
const segments = new Set(judged.map(({ forecast }) => forecast.segment));
console.log(`${judged.length} forecasts judged, ${segments.size} segments: ${[...segments].sort().join(', ')}`);
for (const verdict of summariseMonthIndices(judged)) {
  const entries = judged.filter(({ forecast }) => forecast.horizon === verdict.horizon);
  // Segments of one origin move together and neighbouring origins overlap: whole origins are drawn, in blocks.
  const origins = [...Map.groupBy(entries, ({ forecast }) => forecast.origin).values()];
  const draw = blockDraws(origins.length, { blockLength: verdict.horizon + 1, seed: 1 });
  const skills = Array.from({ length: DRAWS }, () => {
    let own = 0;
    let last = 0;
    for (const position of draw()) {
      for (const { error, lastValueError } of origins[position]!) {
        own += error;
        last += lastValueError;
      }
    }
    return 1 - own / last;
  });
  const sum = (of: (entry: JudgedMonthIndex) => number): number =>
    entries.reduce((total, entry) => total + of(entry), 0);
  console.log(
    JSON.stringify({
      ...verdict,
      origins: origins.length,
      skill: 1 - sum(({ error }) => error) / sum(({ lastValueError }) => lastValueError),
      skill95: [quantile(skills, 0.025), quantile(skills, 0.975)],
    }),
  );
}
