import { createMemoryStores, LLMPredictor, runDaily } from '../src/index.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';

/** Time to write a market summary without a model over a market of 100,000 listings in memory, its rows counted again. */
const SALES = 98_000;
const ACTIVE = 2_000;
const MONTHS = 60;
const AS_OF = '2026-03-31';
const now = (): number => Date.parse(`${AS_OF}T12:00:00Z`);

const { listings } = generateMarket({
  preset: 'demo',
  seed: 1,
  endsOn: AS_OF,
  months: MONTHS,
  salesPerMonth: Math.ceil(SALES / MONTHS),
  activeListings: ACTIVE,
});
const stores = createMemoryStores();
await stores.listings.upsert(listings);
await runDaily({ stores, now }, { asOf: AS_OF });
const predictor = new LLMPredictor({ stores, now });
for (const depth of ['detailed', 'basic', 'standard'] as const) {
  const startedAt = performance.now();
  const summary = await predictor.generateMarketInsights({ asOf: AS_OF, depth });
  const milliseconds = performance.now() - startedAt;
  const facts = 'facts' in summary ? summary.facts.length : 0;
  const state = depth === 'standard' ? 'stored by the daily run' : 'written anew';
  console.log(`${depth}: ${milliseconds.toFixed(0)} ms, ${facts} facts, ${state}, ${listings.length} listings`);
}
