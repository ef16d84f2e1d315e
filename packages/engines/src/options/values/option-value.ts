import type { IsoDate } from '../../market/calendar.ts';
import type { Interval } from '../../market/interval.ts';
import type { MarketScope } from '../../market/price.ts';
import type { OptionValueScope } from './option-value-sale.ts';

/** What a thing adds to a price, on one way of looking at it. */
export interface ValueEstimate {
  /** Effect on the log of the price: 0.05 is about 5 % of what the car is worth. */
  readonly logValue: number;
  readonly standardError: number;
  /** Whole currency units for the typical car of the scope. */
  readonly amount: number;
  readonly interval: Interval;
}

/** The value at one age of the car. */
export interface ValueAtAge {
  readonly ageYears: number;
  /** Of the typical car of that age without the thing, whole currency units. */
  readonly typicalPrice: number;
  readonly amount: number;
  readonly interval: Interval;
  /** `null` where no list price is known. */
  readonly retainedShare: number | null;
}

/** A difference between cars in what the thing is worth, strong enough to be believed among all that were tried. */
export interface ValueInteraction {
  readonly kind: 'age' | 'trim';
  /** The trim; `null` for age. */
  readonly trim: string | null;
  /** Change of the log value a year of age, or on cars of this trim. */
  readonly logChange: number;
  readonly standardError: number;
  /** Times the number of differences that were still to be tried when it was found. */
  readonly adjustedPValue: number;
}

export interface TimeToSellEffect {
  readonly saleCount: number;
  /** Of a typical car without the thing. */
  readonly typicalDays: number;
  /** Days more (positive) or fewer. */
  readonly days: number;
  readonly interval: Interval;
}

/** What an option, a colour or another trait is worth on the used market. */
export interface OptionValue {
  readonly status: 'ok';
  readonly code: string;
  readonly name: string;
  readonly scope: OptionValueScope;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly withCount: number;
  readonly withoutCount: number;
  /** Of the typical car of the scope without the thing, whole currency units. */
  readonly typicalPrice: number;
  /** The answer: the orthogonal estimate, drawn to what list prices say where one is known. */
  readonly value: ValueEstimate;
  /** Double machine learning, without a prior. */
  readonly orthogonal: ValueEstimate;
  /** What a look at segment and age alone says: well kept cars have more options, and that is in it. */
  readonly naive: ValueEstimate;
  readonly listPrice: number | null;
  /** Of `value.amount` in the list price; `null` where none is known. */
  readonly retainedShare: number | null;
  readonly retainedShareInterval: Interval | null;
  /** What options of this scope keep of their list prices on average, and how far they spread; `null` without list prices. */
  readonly prior: { readonly retainedShare: number; readonly spread: number } | null;
  readonly byAge: readonly ValueAtAge[];
  /** Those that earn their place, of `interactionsTried`. */
  readonly interactions: readonly ValueInteraction[];
  readonly interactionsTried: number;
  /** `null` where fewer than 60 sales know the day on which they were offered. */
  readonly timeToSell: TimeToSellEffect | null;
  /** What a reader must know before using the number, as sentences. */
  readonly cautions: readonly string[];
}
