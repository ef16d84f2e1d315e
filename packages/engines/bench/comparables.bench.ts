import { segmentOf } from '../src/market/segment.ts';
import { quantile } from '../src/statistics/quantile.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';
import { isSale } from '../src/market/listing.ts';
import { fitValuation, prepareComparables, rankChanges } from '../src/valuation/index.ts';

const SALES = 100_000;
const MONTHS = 60;
const SEARCHES = 500;
const AS_OF = '2026-03-31';

const { listings } = generateMarket({
  preset: 'demo',
  seed: 1,
  endsOn: AS_OF,
  months: MONTHS,
  salesPerMonth: Math.ceil(SALES / MONTHS),
  activeListings: 0,
});
const sales = listings.filter(isSale);
const valuation = fitValuation(sales, { asOf: AS_OF });
if ('status' in valuation) throw new Error(valuation.reason);

const timed = <Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } => {
  const startedAt = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - startedAt };
};

const prepared = timed(() => prepareComparables(sales, { valuation }));
const search = prepared.result;
const step = Math.floor(sales.length / SEARCHES);
const cars = Array.from({ length: SEARCHES }, (_, index) => sales[index * step]!);
// The first search in a generation values its rows, once.
const firsts = new Map<string, number>();
for (const car of cars) {
  const line = segmentOf({ ...car.vehicle, trim: null });
  if (!firsts.has(line)) firsts.set(line, timed(() => search.find(car)).milliseconds);
}
const values = cars.map((car) => timed(() => valuation.value(car)).milliseconds);
const searches = cars.map((car) => timed(() => search.find(car)).milliseconds);
const alternatives = {
  transmissions: ['manual', 'automatic'],
  bodies: [],
  colours: ['red', 'blue'],
  options: [],
} as const;
const changes = cars.map((car) => timed(() => rankChanges(car, { valuation, alternatives })).milliseconds);

const middleAndTail = (milliseconds: readonly number[]): string =>
  `${quantile(milliseconds, 0.5).toFixed(3)} / ${quantile(milliseconds, 0.99).toFixed(3)}`;
console.table([
  { what: `sort ${sales.length} sales by line and generation`, 'ms (median / 99 %)': prepared.milliseconds.toFixed(1) },
  {
    what: 'first search in a generation, the slowest, once a fit',
    'ms (median / 99 %)': Math.max(...firsts.values()).toFixed(1),
  },
  { what: 'one valuation with its intervals', 'ms (median / 99 %)': middleAndTail(values) },
  { what: 'one valuation with 8 comparables', 'ms (median / 99 %)': middleAndTail(searches) },
  { what: 'what would change it most', 'ms (median / 99 %)': middleAndTail(changes) },
]);
