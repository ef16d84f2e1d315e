import { contentHash } from '../content-hash.ts';
import { fitMarket } from '../fit-market.ts';
import type { Listing } from '../../market/listing.ts';
import type { MarketFitter } from '../market-fitter.ts';
import { generateMarket } from '../../synthetic-market/generate-market.ts';

/** The last day of the small market. */
export const SMALL_MARKET_DAY = '2025-06-30';

const generated = new Map<string, readonly Listing[]>();

/** A market that fits in under a second: by default two years of forty sales a month and forty offers. */
export function smallMarket({ salesPerMonth = 40, months = 24, activeListings = 40 } = {}): readonly Listing[] {
  const key = `${salesPerMonth} ${months} ${activeListings}`;
  const size = { salesPerMonth, months, activeListings };
  const listings =
    generated.get(key) ?? generateMarket({ preset: 'demo', seed: 11, endsOn: SMALL_MARKET_DAY, ...size }).listings;
  generated.set(key, listings);
  return listings;
}

/** The real fit, done once for each request: tests that run the same day many times ask for the same answer. */
export function rememberingFitter(): { readonly fitMarket: MarketFitter; readonly fitCount: () => number } {
  const known = new Map<string, ReturnType<MarketFitter>>();
  let count = 0;
  return {
    fitMarket: (request) => {
      count += 1;
      const key = contentHash(request);
      const answer = known.get(key) ?? fitMarket(request);
      known.set(key, answer);
      return answer;
    },
    fitCount: () => count,
  };
}
