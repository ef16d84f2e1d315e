import type { IsoDate } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketScope } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';

/** What a listing should cost, as a valuation says it. A valuation of `@pa/engines/valuation` fits as it is. */
export interface ExpectedPrice {
  readonly market: MarketScope;
  readonly valuedOn: IsoDate;
  readonly amount: number;
  readonly intervals: readonly Interval[];
  /** Typical absolute log residual of cars like this one. */
  readonly logSpread: number;
  readonly segment: SegmentId;
  readonly baseLogPrice: number;
  readonly contributions: readonly { readonly name: string; readonly logEffect: number }[];
  /** Sales of its kind behind the expectation. */
  readonly saleCount: number;
}

/** A listing beside what it should cost; the valuation must not have been fitted on this very listing. */
export interface PricedListing {
  readonly listing: Listing;
  readonly expected: ExpectedPrice;
}
