import { createMemoryStores, isSale, type Listing } from '../src/market/index.ts';
import { fitMarketJudge } from '../src/pipelines/fit-market-judge.ts';
import { runDaily } from '../src/pipelines/run-daily.ts';
import { scanNewListings } from '../src/pipelines/scan-new-listings.ts';
import { scoreListings } from '../src/pipelines/score-listings.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';
import { anomalyJudgeFromPayload } from '../src/anomalies/index.ts';
import { type FittedValuation, fitValuation } from '../src/valuation/index.ts';

const AS_OF = '2024-06-30';
const BURST = 10_000;
const MANY = 100_000;

const generate = (activeListings: number) => generateMarket({ preset: 'demo', seed: 1, endsOn: AS_OF, activeListings });
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(2)} s`;

/** The same offer under other ids and readings, so that there are as many as asked for. */
function multiply(offers: readonly Listing[], count: number): readonly Listing[] {
  return Array.from({ length: count }, (_, place) => {
    const like = offers[place % offers.length]!;
    const id = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
    const mileage = like.mileage === null ? null : like.mileage + 37 * place;
    return { ...like, id, sourceKey: `burst-${place}`, vin: null, mileage };
  });
}

const market = generate(400);
const now = () => Date.parse(`${AS_OF}T12:00:00Z`);
const stores = createMemoryStores();
await stores.listings.upsert(market.listings);
await runDaily({ stores, now }, { asOf: AS_OF });
await scanNewListings({ stores, now });
const burst = generate(BURST)
  .listings.filter(({ status }) => status === 'active')
  .map((listing, place) => ({ ...listing, id: `00000000-0000-4000-8001-${String(place).padStart(12, '0')}` }));
await stores.listings.upsert(burst);
let started = performance.now();
const { scanned, scored, anomalies } = await scanNewListings({ stores, now });
console.log(`burst: ${scanned} new rows, ${scored} scored, ${anomalies.length} anomalies: ${seconds(started)}`);

const sales = market.listings.filter(isSale);
const valuation = fitValuation(sales, { asOf: AS_OF }) as FittedValuation;
const fitted = fitMarketJudge(sales, { valuation });
const payload = JSON.stringify(fitted.toPayload());
started = performance.now();
const judge = anomalyJudgeFromPayload(JSON.parse(payload));
console.log(`judge: ${(payload.length / 1e6).toFixed(1)} MB of JSON, read back in ${seconds(started)}`);

const offers = burst.filter(({ price }) => price !== null);
for (let warm = 0; warm < 200; warm++) scoreListings([offers[warm]!], { valuation, judge, asOf: AS_OF });
const times = offers.slice(200, 2200).map((offer) => {
  const from = performance.now();
  scoreListings([offer], { valuation, judge, asOf: AS_OF });
  return performance.now() - from;
});
times.sort((left, right) => left - right);
const share = (of: number): string => `${times[Math.floor(of * times.length)]!.toFixed(3)} ms`;
console.log(`one listing: median ${share(0.5)}, 99 of 100 within ${share(0.99)}`);

const many = multiply(offers, MANY);
started = performance.now();
const result = scoreListings(many, { valuation, judge, asOf: AS_OF });
console.log(`${MANY} listings: ${result.scored} scored: ${seconds(started)}`);
