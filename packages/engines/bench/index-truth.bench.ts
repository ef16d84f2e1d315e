/**
 * The price index against what is true: the planted path of the `hard` synthetic market at 2,000 sales a month, and the
 * shift of the mix in the wholesale file, where the same index is fitted on the prices and on the guide's values as a
 * yardstick: `pnpm bench:index-truth`.
 */
import { existsSync } from 'node:fs';
import { analyseSeason, comparedIndex, correlateMarkets, fitMarketIndices } from '../src/forecasting/index.ts';
import type { Sale } from '../src/market/index.ts';
import { isSale } from '../src/market/index.ts';
import { median } from '../src/statistics/quantile.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';
import { fitValuation } from '../src/valuation/fit-valuation.ts';
import { indexObservations } from '../src/valuation/index-observations.ts';
import { wholesaleSales } from './auction-files.ts';

const WHOLESALE = '../shared/data/wholesale_auctions.csv.gz';
const ENDS_ON = '2025-12-31';

function indicesOf(sales: readonly Sale[], asOf: string) {
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) throw new RangeError(valuation.reason);
  return fitMarketIndices(indexObservations(valuation, sales), { market: valuation.market, asOf });
}

function planted(seed: number): void {
  const market = generateMarket({
    preset: 'hard',
    seed,
    endsOn: ENDS_ON,
    months: 60,
    salesPerMonth: 2000,
    activeListings: 0,
  });
  const sales = market.listings.filter(isSale);
  const indices = indicesOf(sales, ENDS_ON);
  let covered = 0;
  let bands = 0;
  for (const index of indices.filter(({ segment }) => segment.split('/').length <= 2)) {
    const truth = new Map(market.truth.indices.get(index.segment)?.map(({ month, logLevel }) => [month, logLevel]));
    const trueLevel = (month: string): number =>
      truth.get(month)! + market.truth.seasonalFactors[Number(month.slice(5)) - 1]!;
    const first = index.points[0]!.month;
    const misses = index.points.map(
      ({ month, level }) => Math.log(level / 100) - (trueLevel(month) - trueLevel(first)),
    );
    const shift = misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
    const rmse = Math.sqrt(misses.reduce((sum, miss) => sum + (miss - shift) ** 2, 0) / misses.length);
    index.points.slice(1).forEach(({ month, lower90, upper90 }) => {
      const level = 100 * Math.exp(trueLevel(month) - trueLevel(first));
      if (level >= lower90 && level <= upper90) covered++;
      bands++;
    });
    const perMonth = index.points.reduce((sum, { saleCount }) => sum + saleCount, 0) / index.points.length;
    const season = analyseSeason(index);
    const found = season.status === 'ok' && season.exists ? `season ${season.priceRange.toFixed(3)}` : 'no season';
    console.log(
      `seed ${seed} ${index.segment}: ${perMonth.toFixed(0)} sales a month, RMSE ${(100 * rmse).toFixed(2)} %, ${found}`,
    );
  }
  // The same market without a season of prices: the mix goes on moving with the calendar.
  const unseasoned = sales.map((sale) => {
    const amount = Math.round(sale.price.amount * Math.exp(-market.truth.listings.get(sale.id)!.parts.season));
    return { ...sale, price: { ...sale.price, amount: Math.max(1, amount) } };
  });
  const claimed = indicesOf(unseasoned, ENDS_ON).flatMap((index) => {
    if (index.segment.split('/').length > 2) return [];
    const season = analyseSeason(index);
    return season.status === 'ok' && season.exists ? [index.segment] : [];
  });
  console.log(`seed ${seed}, only the mix has a season: claimed in ${claimed.length} segments ${claimed.join(', ')}`);
  const correlations = correlateMarkets(
    indices.filter(({ segment }) => segment.split('/').length === 2).map(comparedIndex),
  );
  const leads = correlations.status === 'ok' ? correlations.pairs.flatMap(({ leadLag }) => leadLag ?? []) : [];
  console.log(
    `seed ${seed}: bands held ${((100 * covered) / bands).toFixed(1)} % of ${bands}; leads ${JSON.stringify(leads)}`,
  );
}

function mixShift(): void {
  const cars = wholesaleSales(WHOLESALE).filter(({ sale, guide }) => {
    return ['Camry', 'Odyssey'].includes(sale.vehicle.model) && guide > 0;
  });
  const own = cars.map(({ sale }) => sale);
  const guided = cars.map(({ sale, guide }) => ({ ...sale, price: { ...sale.price, amount: guide } }));
  const together = (sales: readonly Sale[]) => {
    // Both models as one segment: one index of the two, as the yardstick is.
    const valuation = fitValuation(sales, { asOf: '2015-07-31' });
    if ('status' in valuation) throw new RangeError(valuation.reason);
    const observations = indexObservations(valuation, sales).map((observation) => ({
      ...observation,
      segments: ['both'],
    }));
    const [index] = fitMarketIndices(observations, { market: valuation.market, asOf: '2015-07-31' });
    return new Map(index!.points.map((point) => [point.month, point]));
  };
  const byPrice = together(own);
  const byGuide = together(guided);
  const base = '2014-12';
  for (const month of ['2015-01', '2015-02', '2015-03', '2015-04', '2015-05', '2015-06']) {
    const change = (index: typeof byPrice): number => 100 * (index.get(month)!.level / index.get(base)!.level - 1);
    const raw = (at: string): number =>
      median(own.filter(({ endedOn }) => endedOn.startsWith(at)).map(({ price }) => price.amount));
    console.log(
      `${month}: n ${byPrice.get(month)!.saleCount}, raw median ${(100 * (raw(month) / raw(base) - 1)).toFixed(1)} %, by price ${change(byPrice).toFixed(2)} %, by guide ${change(byGuide).toFixed(2)} %`,
    );
  }
}

if (existsSync(WHOLESALE)) mixShift();
else console.log(`${WHOLESALE} is not here: the shift of the mix is not measured.`);
for (const seed of process.argv.slice(2).map(Number)) planted(seed);
