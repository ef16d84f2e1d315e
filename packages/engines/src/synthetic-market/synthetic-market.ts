import type { IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketPresetName } from './market-preset.ts';
import type { MarketTruth } from './market-truth.ts';

export interface GenerateMarketOptions {
  /** `demo` is for people to look at, `hard` for measuring against planted truth. */
  readonly preset: MarketPresetName;
  /** Any whole number; equal options give equal bytes. */
  readonly seed: number;
  /** The last day of the market: the day on which its active listings are on offer. */
  readonly endsOn: IsoDate;
  /** Mean number of finished offers a month. Default: 180 in `demo`, 200 in `hard`. */
  readonly salesPerMonth?: number;
  /** Months up to and including the one of `endsOn`. Default: 42 in `demo`, 60 in `hard`. */
  readonly months?: number;
  /** Offers that run on `endsOn`. Default: 400 in `demo`, 600 in `hard`. */
  readonly activeListings?: number;
}

/** A market that was made up, with everything that is true of it. */
export interface SyntheticMarket {
  readonly preset: MarketPresetName;
  readonly seed: number;
  readonly endsOn: IsoDate;
  /** Finished and running offers, in the order in which they became known; all of them labelled `synthetic`. */
  readonly listings: readonly Listing[];
  readonly truth: MarketTruth;
}
