import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { computedPart, isOfferIn, judgedPart } from './market-rows.ts';

/** A car that is offered again within this many days is told from one that somebody bought and sells. */
const RELISTED_DAYS = 180;

/** The offers of a market that a listing may repeat: those that run on a day, and those that ended lately without a sale. */
export type ReadOffersBeside = (market: MarketScope) => Promise<readonly Listing[]>;

/** The offers of a market that run on a day, each cut to the part that is judged. */
export async function readRunningOffers(
  marketData: MarketData,
  { market, asOf }: { readonly market: MarketScope; readonly asOf: IsoDate },
): Promise<readonly Listing[]> {
  const offers: Listing[] = [];
  for await (const listing of marketData.activeListings({ asOf, currency: market.currency })) {
    if (isOfferIn(market, listing)) offers.push(judgedPart(listing));
  }
  return offers;
}

/** Reads the running and the ended offers of each market once. */
export function readOffersBeside(marketData: MarketData, options: { readonly asOf: IsoDate }): ReadOffersBeside {
  const { asOf } = options;
  const known = new Map<string, Promise<readonly Listing[]>>();
  const read = async (market: MarketScope): Promise<readonly Listing[]> => {
    const running = await readRunningOffers(marketData, { market, asOf });
    return [...running, ...(await readEndedOffers(marketData, { market, asOf }))];
  };
  return (market) => {
    const reading = known.get(marketKey(market)) ?? read(market);
    known.set(marketKey(market), reading);
    return reading;
  };
}

/**
 * The offers of a market's currency that ended without a sale in the last 180 days, whatever their last price was. One whose
 * last day passed is as good as withdrawn. Empty for a market of dealers' prices, where no offers are judged.
 */
export async function readEndedOffers(
  marketData: MarketData,
  { market, asOf }: { readonly market: MarketScope; readonly asOf: IsoDate },
): Promise<readonly Listing[]> {
  if (market.priceKind !== 'sold') return [];
  const ended: Listing[] = [];
  const from = addDays(asOf, -RELISTED_DAYS);
  for await (const listing of marketData.endedOffers({ asOf, from, currency: market.currency })) {
    const { status } = listing;
    ended.push({ ...computedPart(listing), status: status === 'active' ? 'withdrawn' : status });
  }
  return ended;
}
