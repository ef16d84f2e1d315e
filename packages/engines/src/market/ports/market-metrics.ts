import type { IsoDate } from '../calendar.ts';
import type { Listing } from '../listing.ts';
import type { MarketScope } from '../price.ts';
import type { VehicleMark } from '../vehicle-mark.ts';
import type { Body, Transmission } from '../vehicle.ts';

/** Bounds of a number; an absent one does not bound. */
export interface NumberBounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}

/** Values of which a row has to have one, such as `blue or green`. A row that does not say is left out. */
export interface MetricAlternatives {
  readonly makes?: readonly string[];
  readonly models?: readonly string[];
  /** With their phases, as in the filter. */
  readonly generations?: readonly string[];
  readonly trims?: readonly string[];
  readonly bodies?: readonly Body[];
  readonly transmissions?: readonly Transmission[];
  readonly colors?: readonly string[];
  readonly regions?: readonly string[];
  readonly sellerTypes?: readonly string[];
}

/** Which rows are left out. A row that does not say what is asked of it is left out as well. */
export interface MetricExceptions extends MetricAlternatives {
  /** Cars that have any of these option codes. */
  readonly optionCodes?: readonly string[];
  /** Cars that carry any of these marks. */
  readonly marks?: readonly VehicleMark[];
}

/** Which rows are meant. Every given field has to hold; names are in canonical spelling, colours and regions lower case. */
export interface MetricFilter {
  readonly make?: string;
  readonly model?: string;
  /** A generation with its phases: `991` takes 991.1 and 991.2 as well. */
  readonly generation?: string;
  /** Exactly this trim: `GT3` does not take `GT3 RS`. */
  readonly trim?: string;
  readonly body?: Body;
  readonly transmission?: Transmission;
  readonly color?: string;
  readonly region?: string;
  readonly sellerType?: string;
  /** Cars that have every one of these option codes. */
  readonly optionCodes?: readonly string[];
  /** Cars that carry every one of these marks. */
  readonly marks?: readonly VehicleMark[];
  /** Every given list has to hold one value of the row; an empty one bounds nothing. */
  readonly among?: MetricAlternatives;
  /** Rows of the others that are left out. */
  readonly except?: MetricExceptions;
  readonly modelYear?: NumberBounds;
  /** Bounds of the odometer in miles; readings in kilometres are converted. A row without a reading is left out. */
  readonly miles?: NumberBounds;
  /** Bounds of the price in the market's currency. A row without a price is left out. */
  readonly price?: NumberBounds;
  /** Days from and to, both included: the end of a sale, or the day from which an offer was known. */
  readonly days?: { readonly from?: IsoDate; readonly to?: IsoDate };
}

/** The number of a row that is measured: its price, or its odometer in miles. */
export type Measurand = 'price' | 'miles';

/** A percentile, such as `p90-price`: the value that so many percent of the rows lie below; over 0 and under 100. */
export type PercentileMeasure = `p${number}-${Measurand}`;

/**
 * What can be measured of a set of rows. Medians and percentiles are of type 7 (linear between the two values around);
 * `deviation` is the standard deviation of a sample, with n - 1, and `null` for a single row.
 */
export type Measure =
  | `${'median' | 'mean' | 'lowest' | 'highest' | 'sum' | 'deviation'}-${Measurand}`
  | PercentileMeasure;

/** What rows can be told apart by. `month` is `2026-06`, `year` that of the day; `model-year` that of the car. */
export type Dimension =
  | 'make'
  | 'model'
  | 'generation'
  | 'trim'
  | 'body'
  | 'transmission'
  | 'color'
  | 'region'
  | 'seller-type'
  | 'model-year'
  | 'month'
  | 'year';

/** Which rows of which market, seen on which day. */
export interface MetricScope {
  /** Finished sales of the market, or offers that run on `asOf` at an asking price in its currency. */
  readonly rows: 'sales' | 'offers';
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly filter?: MetricFilter;
}

/** One group of rows and its figures. */
export interface Measured {
  /** The value of the dimension; `null` without one, and for the rows that do not say. */
  readonly group: string | null;
  readonly count: number;
  /** `null` where no row has the number that is measured. */
  readonly values: Readonly<Partial<Record<Measure, number | null>>>;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** Cars of one name, as it is stored. */
export interface CarName {
  readonly make: string;
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly count: number;
}

/** By what rows are put in order. */
export type RowOrder = 'price' | 'miles' | 'day' | 'model-year';

/**
 * Counts, prices and odometers of chosen rows, as a closed set of questions: a query is data with a fixed set of fields,
 * so that whoever writes it, a model included, can ask for nothing else.
 *
 * *Missing*: no rows are a group with count 0 and `null` figures without a dimension, and no group with one. *Concurrent*:
 * an answer is of one moment. Rows with `knownOn` after `asOf` are never read.
 */
export interface MarketMetrics {
  /**
   * The figures of all rows together, or of every value of `by`: most rows first, ties by the value, at most `limit`
   * groups (default 50).
   */
  measure(
    query: MetricScope & {
      readonly measures?: readonly Measure[];
      readonly by?: Dimension;
      readonly limit?: number;
    },
  ): Promise<readonly Measured[]>;
  /** What the rows are called, each name once: most rows first, ties by make, model, generation and trim. */
  names(query: MetricScope): Promise<readonly CarName[]>;
  /** Rows in order, ties by id, those without the number last; at most `limit` (default 10, no more than 100). */
  list(
    query: MetricScope & {
      readonly order: RowOrder;
      readonly direction: 'ascending' | 'descending';
      readonly limit?: number;
    },
  ): Promise<readonly Listing[]>;
}
