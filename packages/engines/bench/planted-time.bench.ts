/**
 * How often a planted season and a planted lead are found, and claimed where there is none, in monthly series with the
 * walks of the `hard` market and the noise of so many sales: `pnpm bench:planted-time [FIRST SEED] [LAST SEED]`. The
 * planted paths stand for an index whose months are known as well as their sales allow, so that hundreds of markets can
 * be looked at; `bench:index-truth` measures whole markets.
 */
import type { ComparedSeries } from '../src/forecasting/index.ts';
import { analyseSeason, correlateMarkets } from '../src/forecasting/index.ts';
import { createRandom } from '../src/statistics/random.ts';
import { HARD_PRESET } from '../src/synthetic-market/hard-preset.ts';
import { drawIndexPaths } from '../src/synthetic-market/index-path.ts';
import { seasonWave } from '../src/synthetic-market/season.ts';

/** Standard error of a month's level times the root of its sales: the spread of `hard` under robust weights. */
const SPREAD = 0.17;
/** Sales a month of some lines at 2,000 of the whole market. */
const SALES = new Map([
  ['porsche', 1988],
  ['porsche/911', 1361],
  ['porsche/cayman', 155],
]);
const LEADER = 'porsche/911';
const FOLLOWER = 'porsche/cayman';
const INDEPENDENT = 'porsche/macan';
const FIRST_MONTH = '2006-01';

const [first = 1001, last = 1300] = process.argv.slice(2).map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, at) => first + at);

function drawSeries(
  segment: string,
  options: { readonly seed: number; readonly months: number; readonly sales: number; readonly season: number },
): Required<ComparedSeries> {
  const { seed, months, sales, season } = options;
  const path = drawIndexPaths(HARD_PRESET, { seed, firstMonth: FIRST_MONTH, months }).get(segment)!;
  const random = createRandom(seed * 1000 + segment.length);
  const saleCounts = path.map(() => {
    return Number.isFinite(sales) ? Math.max(1, Math.round(sales + Math.sqrt(sales) * random.normal())) : 1;
  });
  return {
    name: segment,
    months: path.map(({ month }) => month),
    levels: path.map(({ month, logLevel }, t) => {
      const noise = Number.isFinite(sales) ? (SPREAD / Math.sqrt(saleCounts[t]!)) * random.normal() : 0;
      return 100 * Math.exp(logLevel + season * seasonWave(month) + noise);
    }),
    saleCounts,
  };
}

const percent = (count: number): string => `${((100 * count) / seeds.length).toFixed(1)} %`;

console.log(`seeds ${first} to ${last}\n\n| season, 60 months | found when there | claimed when not |\n|---|---|---|`);
for (const [segment, sales] of SALES) {
  const claims = [HARD_PRESET.seasonAmplitude, 0].map((season) => {
    return seeds.filter((seed) => {
      const { months, levels } = drawSeries(segment, { seed, months: 60, sales, season });
      const points = months.map((month, t) => {
        return { month, level: levels[t]!, lower90: 0, upper90: 0, saleCount: sales, rawMedian: null };
      });
      const answer = analyseSeason({ market: { priceKind: 'sold', currency: 'USD' }, segment, points });
      return answer.status === 'ok' && answer.exists;
    }).length;
  });
  console.log(`| ${segment}, ${sales} sales a month | ${claims.map(percent).join(' | ')} |`);
}

console.log('\n| lead, 2 markets | months | found | claimed between independent lines |\n|---|---|---|---|');
for (const months of [60, 120, 240]) {
  for (const times of [1, 10, Number.POSITIVE_INFINITY]) {
    const leadOf = (seed: number, follower: string) => {
      const drawn = [LEADER, follower].map((segment) => {
        const sales = (segment === LEADER ? 1361 : 150) * times;
        return drawSeries(segment, { seed, months, sales, season: 0 });
      });
      const answer = correlateMarkets(drawn);
      return answer.status === 'ok' ? (answer.pairs[0]?.leadLag ?? null) : null;
    };
    const found = seeds.filter((seed) => {
      const lead = leadOf(seed, FOLLOWER);
      return lead?.leader === LEADER && lead.lagMonths === 2;
    }).length;
    const claimed = seeds.filter((seed) => leadOf(seed, INDEPENDENT) !== null).length;
    const noise = Number.isFinite(times) ? `${times * 2000} sales a month` : 'levels known exactly';
    console.log(`| ${noise} | ${months} | ${percent(found)} | ${percent(claimed)} |`);
  }
}
