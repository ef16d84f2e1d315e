import type { IsoDate } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import type { Listing } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';

/** What a valuation reads of a car. A price, a guide price or anything known only after the sale is not among it. */
export type CarFacts = Pick<
  Listing,
  'vehicle' | 'modelYear' | 'mileage' | 'mileageUnit' | 'color' | 'condition' | 'region' | 'sellerType' | 'optionCodes'
> & {
  /** Chassis number, of which the kind of car and the plant are read; absent or `null` where it is not known. */
  readonly vin?: string | null;
};

/** One additive part of a valuation on the log scale, for showing why a car is worth what it is. */
export interface ValuationContribution {
  /** Such as `segment`, `age`, `mileage`, `colour`, `transmission`, `market level`. */
  readonly name: string;
  readonly logEffect: number;
}

/** With this probability the car sells for the amount or less. */
export interface ValueQuantile {
  readonly probability: number;
  /** Whole currency units. */
  readonly amount: number;
}

/** The value of one car as a distribution, whole currency units. */
export interface Valuation {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly valuedOn: IsoDate;
  /** Median of the distribution. */
  readonly amount: number;
  /** 50, 80 and 90 %, conformal: calibrated on sales that the fit had not seen. */
  readonly intervals: readonly Interval[];
  /** The 19 quantiles of 5, 10, ... 95 %, never crossing; the intervals are made of them. */
  readonly quantiles: readonly ValueQuantile[];
  /** Typical absolute log residual of cars like this one: the unit in which a deviation is judged. */
  readonly logSpread: number;
  /** Contributions on the log scale; with `baseLogPrice` they sum to the log of the unrounded amount. */
  readonly baseLogPrice: number;
  readonly contributions: readonly ValuationContribution[];
  /** The most specific segment with sales behind it, and how many. */
  readonly segment: SegmentId;
  readonly saleCount: number;
}

/**
 * A hedonic model fitted on the sales of one market up to `asOf`. Immutable. Values at a later day than `asOf` let the
 * car age but keep the market level of `asOf`: the level's own future is the forecast's business.
 */
export interface FittedValuation {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly version: string;
  /** Says which sales it was fitted on: the same for the same rows, 16 hexadecimal digits. */
  readonly dataHash: string;
  readonly saleCount: number;
  /** Sales that were left out of the fit, counted by reason (such as `price below 100`). */
  readonly exclusions: Readonly<Record<string, number>>;
  /**
   * `valuedOn` is `asOf` by default. With `evenIfThin` (default false) a car of a make with too few sales is valued too,
   * with an interval as wide as what is not known of it: for backtests, which must answer every row.
   */
  value(
    car: CarFacts,
    options?: { readonly valuedOn?: IsoDate; readonly evenIfThin?: boolean },
  ): Valuation | NotEnoughData;
  /** The same for a sale of the fit as if it had never been seen, so that a car does not vouch for itself. */
  valueLeftOut(sale: Listing): Valuation | NotEnoughData;
  /** Plain JSON that `valuationFromPayload` turns back into an equal model. */
  toPayload(): unknown;
}
