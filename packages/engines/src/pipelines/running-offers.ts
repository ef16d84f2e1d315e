import type { IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { isOfferIn, judgedPart } from './market-rows.ts';

/** The offers that a market judges and that run on a day. */
export type ReadRunningOffers = (market: MarketScope) => Promise<readonly Listing[]>;

/** Reads the running offers of each market once. */
export function readRunningOffers(marketData: MarketData, options: { readonly asOf: IsoDate }): ReadRunningOffers {
  const { asOf } = options;
  const known = new Map<string, Promise<readonly Listing[]>>();
  const read = async (market: MarketScope): Promise<readonly Listing[]> => {
    const offers: Listing[] = [];
    for await (const listing of marketData.activeListings({ asOf, currency: market.currency })) {
      if (isOfferIn(market, listing)) offers.push(judgedPart(listing));
    }
    return offers;
  };
  return (market) => {
    const reading = known.get(marketKey(market)) ?? read(market);
    known.set(marketKey(market), reading);
    return reading;
  };
}
