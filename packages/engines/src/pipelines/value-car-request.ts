import type { IsoDate } from '../market/calendar.ts';
import type { DistanceUnit } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { TimeHorizon } from '../market/price-prediction.ts';
import type { SegmentWords } from '../market/taxonomy/resolve-segment.ts';
import type { Body, Transmission } from '../market/vehicle.ts';
import type { Comparables } from '../valuation/comparables/comparable.ts';
import type { ValueExplanation } from '../valuation/explain/explain-value.ts';
import type { ValueChange } from '../valuation/explain/rank-changes.ts';
import type { MileagePoint } from '../valuation/explain/value-by-mileage.ts';
import type { CarFacts, Valuation } from '../valuation/valuation.ts';
import type { CarOutlook } from './car-outlook.ts';

/** A car to be valued, in the words of a person. What is absent is taken as it usually is. */
export interface ValueCarRequest extends SegmentWords {
  readonly modelYear: number;
  /** Odometer reading; absent: not known. */
  readonly mileage?: number | undefined;
  /** Default `mi`. */
  readonly mileageUnit?: DistanceUnit | undefined;
  readonly transmission?: Transmission | undefined;
  readonly body?: Body | undefined;
  readonly color?: string | undefined;
  /** From 1 (rough) to 5 (as new). */
  readonly condition?: number | undefined;
  readonly region?: string | undefined;
  readonly sellerType?: string | undefined;
  readonly optionCodes?: readonly string[] | undefined;
  /** Keeps earlier sales of the car itself out of its comparables. */
  readonly vin?: string | undefined;
  /** Default: the market with most sales. */
  readonly market?: MarketScope | undefined;
  /** Nothing known later is read. Default: today by the clock. */
  readonly asOf?: IsoDate | undefined;
  /** From 5 on. Default: 8. */
  readonly comparableCount?: number | undefined;
  /** How far ahead the value is carried. Default: nowhere. */
  readonly ahead?: CarAhead | undefined;
}

/** What is assumed of a car and its market in the time ahead. */
export interface CarAhead {
  readonly horizons: readonly TimeHorizon[];
  /** In the unit of the odometer. Default: as much a year as so far. */
  readonly distancePerYear?: number | undefined;
  /** Change of the interest rate in percentage points, by the end of each horizon. Default 0. */
  readonly ratePoints?: number | undefined;
  /** Change of supply as a share: 0.1 is ten percent more cars on offer. Default 0. */
  readonly supplyChange?: number | undefined;
}

/** Facts that nobody gave and that most sales of the segment share; of the odometer, that its reading is not believed. */
export type AssumedFact = 'body' | 'transmission' | 'mileage';

/** A fact that was given and that no sale shares, so that nobody knows what it adds and it adds nothing. */
export interface UncountedFact {
  readonly fact: 'color' | 'region' | 'seller' | 'option';
  readonly given: string;
}

/** What a car is worth, why, and compared with what. */
export interface CarValuation {
  readonly status: 'ok';
  readonly market: MarketScope;
  /** The day of the fit that the value is from; nothing later went into it. */
  readonly asOf: IsoDate;
  /** Sales behind the fit. */
  readonly marketSaleCount: number;
  readonly modelVersion: string;
  /** The car as it was valued, in canonical names; `null` where a fact is not known. */
  readonly car: CarFacts;
  /** Which facts of the car were taken as they usually are. */
  readonly assumed: readonly AssumedFact[];
  readonly uncounted: readonly UncountedFact[];
  readonly valuation: Valuation;
  readonly explanation: ValueExplanation;
  readonly comparables: Comparables | NotEnoughData;
  /** What would change the value most, the largest first; ten at most. */
  readonly changes: readonly ValueChange[];
  /** The value of the same car by its odometer. */
  readonly mileageCurve: readonly MileagePoint[];
  /** What the car is expected to be worth later; `null` where nobody asked. */
  readonly outlook: CarOutlook | NotEnoughData | null;
  /** True where generated sales are among those of the fit. */
  readonly synthetic: boolean;
}
