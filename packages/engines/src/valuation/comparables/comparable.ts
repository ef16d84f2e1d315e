import type { Sale } from '../../market/listing.ts';

/** A signed step from the price of a sale to the value of the car, whole currency units. */
export interface Adjustment {
  /**
   * `time`, `mileage`, `age`, `model and trim`, `options`, `transmission`, `body`, `colour`, `condition`,
   * `region and seller`, `description`, `chassis number` (for a car that has one); `unexplained` is what the sale fetched beyond or below its own value. A
   * contribution that has no place among these keeps its own name.
   */
  readonly name: string;
  readonly amount: number;
}

/** A past sale that says much about a car. */
export interface Comparable {
  readonly sale: Sale;
  /** The price and all adjustments sum to the estimate of the car. */
  readonly adjustments: readonly Adjustment[];
  /** What the sale says the car is worth: its price with every adjustment but the unexplained one. */
  readonly adjustedAmount: number;
  /** Standard deviation of that on the log scale: the noise of one sale and what is uncertain of the adjustments. */
  readonly logSpread: number;
  /** Share of what all the comparables say, by inverse variance; the weights sum to 1. */
  readonly weight: number;
}

/** The most informative sales for a car, the most informative first. */
export interface Comparables {
  readonly status: 'ok';
  /** The value that every comparable is adjusted to. */
  readonly amount: number;
  readonly comparables: readonly Comparable[];
  /** The weighted mean of what they say, whole currency units: a second opinion beside `amount`. */
  readonly consensusAmount: number;
  /** Sales of the model line that they were chosen from. */
  readonly searchedCount: number;
}
