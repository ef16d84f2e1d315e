import { detectAnomalies } from '../anomalies/detect-anomalies.ts';
import type { PricedListing } from '../anomalies/priced-listing.ts';
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

/**
 * Values listings by a fitted market and finds those whose price does not fit. A sale that the fit has read is valued
 * as if it had not, so that no car vouches for itself; an offer is valued on `asOf`.
 */
export function scoreListings(
  listings: Iterable<Listing>,
  options: { readonly valuation: FittedValuation; readonly asOf: IsoDate },
): ScoredListings {
  const { valuation, asOf } = options;
  const priced: PricedListing[] = [];
  const refused: Record<string, number> = {};
  for (const listing of listings) {
    const wasFitted = isSale(listing) && listing.endedOn <= valuation.asOf && listing.knownOn <= valuation.asOf;
    const expected = wasFitted
      ? valuation.valueLeftOut(listing)
      : valuation.value(listing, {
          valuedOn: listing.endedOn !== null && listing.endedOn < asOf ? listing.endedOn : asOf,
        });
    if (expected.status === 'ok') priced.push({ listing, expected });
    else refused[expected.reason] = (refused[expected.reason] ?? 0) + 1;
  }
  return { anomalies: detectAnomalies(priced, { asOf }), scored: priced.length, refused };
}
