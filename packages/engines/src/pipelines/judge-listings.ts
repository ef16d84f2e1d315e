import type { ConfirmationScale } from '../anomalies/severity/confirmation-scale.ts';
import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import { isSale, type Listing } from '../market/listing.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { LoadScorer } from './load-scorers.ts';
import { isOfferIn, isRecentSale, judgedPart } from './market-rows.ts';
import type { ReadOffersBeside } from './offers-beside.ts';
import { type ScoredListings, scoreListings } from './score-listings.ts';

/**
 * Scores listings of any markets by the stored model of each. Repeats are looked for among
 * the offers that run beside them, and those that ended lately without a sale. Listings that no market can judge are counted with their reason. With `recentSalesOnly` a sale of longer ago than 30 days is not scored either.
 */
export async function judgeListings(
  listings: Iterable<Listing>,
  options: {
    readonly asOf: IsoDate;
    readonly scorerOf: LoadScorer;
    readonly offersOf: ReadOffersBeside;
    readonly scale: ConfirmationScale;
    readonly recentSalesOnly: boolean;
  },
): Promise<ScoredListings> {
  const { asOf, scorerOf, offersOf, scale } = options;
  const refused = new Map<string, number>();
  const refuse = (reason: string, count = 1): void => {
    refused.set(reason, (refused.get(reason) ?? 0) + count);
  };
  const groups = new Map<string, { readonly market: MarketScope; readonly rows: Listing[] }>();
  for (const listing of listings) {
    const judge = marketOf(listing, options);
    if (typeof judge === 'string') {
      refuse(judge);
      continue;
    }
    const key = marketKey(judge);
    const group = groups.get(key) ?? { market: judge, rows: [] };
    group.rows.push(judgedPart(listing));
    groups.set(key, group);
  }
  const anomalies: Anomaly[] = [];
  let scored = 0;
  for (const { market, rows } of groups.values()) {
    const scorer = await scorerOf(market);
    if (scorer === null) {
      refuse('its market has no fitted model yet', rows.length);
      continue;
    }
    const result = scoreListings(rows, { ...scorer, asOf, scale, offersBeside: await offersOf(market) });
    for (const [reason, count] of Object.entries(result.refused)) refuse(reason, count);
    scored += result.scored;
    anomalies.push(...result.anomalies);
  }
  return { anomalies, scored, refused: Object.fromEntries(refused) };
}

/** The market whose prices judge a listing, or the reason why none does. */
function marketOf(
  listing: Listing,
  options: { readonly asOf: IsoDate; readonly recentSalesOnly: boolean },
): MarketScope | string {
  const { asOf, recentSalesOnly } = options;
  if (listing.knownOn > asOf) return 'not known yet';
  if (listing.price === null) return 'no price';
  if (isSale(listing)) {
    if (listing.endedOn > asOf) return 'not known yet';
    if (recentSalesOnly && !isRecentSale(listing, asOf)) return 'a sale of longer ago';
    return { priceKind: listing.price.kind, currency: listing.price.currency };
  }
  const retail: MarketScope = { priceKind: 'sold', currency: listing.price.currency };
  const runs = listing.status === 'active' && (listing.endedOn === null || listing.endedOn >= asOf);
  return runs && isOfferIn(retail, listing) ? retail : 'neither an offer that runs nor a sale';
}
