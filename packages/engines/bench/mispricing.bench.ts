import { existsSync } from 'node:fs';
import { fitMispricingModel, type JudgedCar } from '../src/anomalies/index.ts';
import { createRandom, textHash } from '../src/statistics/index.ts';
import type { FittedValuation, Valuation } from '../src/valuation/index.ts';
import { fitValuation } from '../src/valuation/index.ts';
import { type BenchSale, wholesaleSales } from './auction-files.ts';

const FILE = new URL('../../../../shared/data/wholesale_auctions.csv.gz', import.meta.url).pathname;
const SEEDS = 20;
const SPLITS = (process.env['BENCH_SPLITS'] ?? 'a,b,c').split(',');
/**
 * `BENCH_ROWS=plausible` leaves out, of learning and scoring alike, rows below 1,000 dollars, without a condition, or with an
 * odometer that no car has: the gap to the guide price then scores what it scored where the goals were set.
 */
const IS_PLAUSIBLE_ONLY = process.env['BENCH_ROWS'] === 'plausible';

function isPlausible({ sale }: BenchSale): boolean {
  const { mileage, condition, price } = sale;
  return price.amount >= 1_000 && condition !== null && mileage !== null && mileage >= 100 && mileage <= 400_000;
}

/** Mean of the precisions at each planted row, ranked by score; equal scores count as one step. */
function averagePrecision(scores: Float64Array, planted: Uint8Array): number {
  const order = Uint32Array.from(scores, (_, row) => row).sort((a, b) => scores[b]! - scores[a]!);
  const total = planted.reduce((sum, value) => sum + value, 0);
  let found = 0;
  let sum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let hits = 0;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) hits += planted[order[to++]!]!;
    found += hits;
    sum += (hits / total) * (found / to);
    from = to;
  }
  return sum;
}

function expectedOf(sale: BenchSale, value: Valuation): JudgedCar {
  const expectedLogPrice = value.baseLogPrice + value.contributions.reduce((sum, { logEffect }) => sum + logEffect, 0);
  return {
    listing: sale.sale,
    day: sale.sale.endedOn,
    expectedLogPrice,
    logSpread: value.logSpread,
    saleCount: value.saleCount,
  };
}

function measure(split: string, rows: readonly BenchSale[]): Record<string, Record<string, string>> {
  const held = ({ sale }: BenchSale): boolean => textHash(split + (sale.vin ?? sale.id)) % 10 >= 7;
  const train = rows.filter((row) => !held(row));
  const test = rows.filter(held);
  const started = performance.now();
  const valuation = fitValuation(
    train.map(({ sale }) => sale),
    { asOf: '2015-07-31' },
  ) as FittedValuation;
  const fittedAt = performance.now();
  const model = fitMispricingModel(
    train.flatMap((row) => {
      const value = valuation.valueLeftOut(row.sale);
      if (value.status !== 'ok') return [];
      const logPrice = Math.log(row.sale.price.amount);
      return [{ ...expectedOf(row, value), carKey: row.sale.vin ?? row.sale.id, logPrice }];
    }),
  );
  console.log(
    `split ${split}: ${train.length} sales, valuation ${((fittedAt - started) / 1000).toFixed(1)} s, scatter ${((performance.now() - fittedAt) / 1000).toFixed(1)} s`,
  );
  const cars = test.map((row) =>
    expectedOf(row, valuation.value(row.sale, { valuedOn: row.sale.endedOn, evenIfThin: true }) as Valuation),
  );
  const isTwo = test.map(({ sale }) => /^(camry|odyssey)$/i.test(sale.vehicle.model));
  const scorers: Record<string, (row: number, logPrice: number) => number> = {
    'mispricing score': (row, logPrice) => model.score({ ...cars[row]!, logPrice }).score,
    'residual / local spread': (row, logPrice) => {
      const { residual, localSpread } = model.score({ ...cars[row]!, logPrice });
      return Math.abs(residual) / localSpread;
    },
    'residual / spread of the valuation': (row, logPrice) =>
      Math.abs(logPrice - cars[row]!.expectedLogPrice) / cars[row]!.logSpread,
    'plain residual': (row, logPrice) => Math.abs(logPrice - cars[row]!.expectedLogPrice),
    'guide-price gap': (row, logPrice) =>
      Number.isFinite(test[row]!.guide) ? Math.abs(logPrice - Math.log(test[row]!.guide)) : 0,
  };
  const table: Record<string, Record<string, string>> = {};
  for (const [name, score] of Object.entries(scorers)) {
    table[name] = {};
    const honest = Float64Array.from(test, ({ sale }, row) => score(row, Math.log(sale.price.amount)));
    for (const factor of [0.6, 0.75]) {
      let all = 0;
      let two = 0;
      for (let seed = 0; seed < SEEDS; seed++) {
        const random = createRandom(1000 * factor + seed);
        const scores = Float64Array.from(honest);
        const planted = new Uint8Array(test.length);
        const drawn = random.shuffle(test.map((_, row) => row)).slice(0, Math.round(0.02 * test.length));
        for (const row of drawn) {
          const amount = test[row]!.sale.price.amount * (random.uniform() < 0.5 ? factor : 1 / factor);
          scores[row] = score(row, Math.log(Math.max(50, Math.round(amount / 50) * 50)));
          planted[row] = 1;
        }
        all += averagePrecision(scores, planted) / SEEDS;
        const of = <List extends Float64Array | Uint8Array>(list: List): List =>
          list.filter((_: number, row: number) => isTwo[row]!) as List;
        two += averagePrecision(of(scores), of(planted)) / SEEDS;
      }
      table[name][`x${factor} all`] = all.toFixed(3);
      table[name][`x${factor} two models`] = two.toFixed(3);
    }
  }
  return table;
}

if (!existsSync(FILE)) console.log(`No ${FILE}: nothing to measure.`);
else {
  const rows = wholesaleSales(FILE).filter(
    (row) => row.sale.price.amount > 0 && (!IS_PLAUSIBLE_ONLY || isPlausible(row)),
  );
  for (const split of SPLITS) console.table(measure(split, rows));
}
