import { createMemoryStores } from '../../market/memory/create-memory-stores.ts';
import { runDaily } from '../run-daily.ts';
import { rememberingFitter, SMALL_MARKET_DAY, smallMarket } from './small-market.ts';

const { fitMarket } = rememberingFitter();

/** Stores that hold the small market and the analysis of its last day, and a clock on that day. */
export async function analysedMarket() {
  const stores = createMemoryStores();
  const listings = smallMarket();
  await stores.listings.upsert(listings);
  const now = () => Date.parse(`${SMALL_MARKET_DAY}T12:00:00Z`);
  const report = await runDaily({ stores, now, fitMarket }, { asOf: SMALL_MARKET_DAY });
  return { stores, listings, now, report, asOf: SMALL_MARKET_DAY };
}
