import { detectAnomalies } from '../anomalies/detect-anomalies.ts';
import { findRepeatedListings } from '../anomalies/duplicates/find-repeated-listings.ts';
import type { AnomalyJudge } from '../anomalies/judge/anomaly-judge.ts';
import type { PricedListing } from '../anomalies/priced-listing.ts';
import type { ConfirmationScale } from '../anomalies/severity/confirmation-scale.ts';
import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import { isSale, type Listing } from '../market/listing.ts';
import type { FittedValuation } from '../valuation/valuation.ts';

/** What scoring found, and which listings got no score. */
export interface ScoredListings {
  readonly anomalies: readonly Anomaly[];
  readonly scored: number;
  /** Listings without a value, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What listings of one market are scored by. */
export interface ListingScorer {
  readonly valuation: FittedValuation;
  readonly judge: AnomalyJudge;
}

/**
 * Values listings by a fitted market and finds those that stand out. A sale that the fit has read is valued as if it had
 * not, so that no car vouches for itself; an offer is valued on `asOf`. Repeats are looked for among `offersBeside`, offers
 * that run beside the listings or ended before them, and the listings themselves.
 */
export function scoreListings(
  listings: readonly Listing[],
  options: ListingScorer & {
    readonly asOf: IsoDate;
    readonly scale?: ConfirmationScale;
    readonly offersBeside?: readonly Listing[];
  },
): ScoredListings {
  const { valuation, judge, asOf, scale, offersBeside = [] } = options;
  const priced: PricedListing[] = [];
  const refused: Record<string, number> = {};
  for (const listing of listings) {
    const expected = expectedPrice(listing, { valuation, asOf });
    if (expected.status === 'ok') priced.push({ listing, expected });
    else refused[expected.reason] = (refused[expected.reason] ?? 0) + 1;
  }
  const known = new Set(listings.map(({ id }) => id));
  const offers = [...offersBeside.filter(({ id }) => !known.has(id)), ...listings].filter(
    ({ status }) => status !== 'sold',
  );
  const repeats = new Map(findRepeatedListings(offers, { among: known }).map((repeat) => [repeat.listingId, repeat]));
  const anomalies = detectAnomalies(priced, { asOf, judge, repeats, ...(scale === undefined ? {} : { scale }) });
  return { anomalies, scored: priced.length, refused };
}

/** What a listing should cost on the day it is judged on, by a fit that has not seen it. */
export function expectedPrice(
  listing: Listing,
  { valuation, asOf }: { readonly valuation: FittedValuation; readonly asOf: IsoDate },
): ReturnType<FittedValuation['value']> {
  const wasFitted = isSale(listing) && listing.endedOn <= valuation.asOf && listing.knownOn <= valuation.asOf;
  if (wasFitted) return valuation.valueLeftOut(listing);
  const valuedOn = listing.endedOn !== null && listing.endedOn < asOf ? listing.endedOn : asOf;
  return valuation.value(listing, { valuedOn });
}
