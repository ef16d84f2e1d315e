import type { AnomalyType } from '../market/anomaly.ts';
import type { SegmentId } from '../market/segment.ts';
import type { IndexTruth } from './index-path.ts';
import type { LaggedPair } from './market-preset.ts';
import type { VehicleClass } from './vehicle-class.ts';

/**
 * Why a planted anomaly is one.
 *
 * `bargain`: a good car offered too cheaply. `scam`: far too cheap, with the words of a fraud. `overpriced`: too dear for
 * no reason. `stale_listing`: too dear and on offer for half a year or more. `rare_car`: options that almost nobody
 * ordered, and a price beyond their sum. `typo_digits`: a digit of the price too many or too few.
 * `miles_as_kilometres`: the reading of an odometer in kilometres recorded as miles. `wrong_currency`: an amount in
 * another currency recorded as dollars. `duplicate`: the same car offered twice at one time. `relisted`: the same car
 * offered again after it was withdrawn.
 */
export type AnomalyCause =
  | 'bargain'
  | 'scam'
  | 'overpriced'
  | 'stale_listing'
  | 'rare_car'
  | 'typo_digits'
  | 'miles_as_kilometres'
  | 'wrong_currency'
  | 'duplicate'
  | 'relisted';

export interface PlantedAnomaly {
  readonly type: AnomalyType;
  readonly cause: AnomalyCause;
  /** What was done to the row, in words. */
  readonly detail: string;
  /** The listing of the same car that a `duplicate` or `relisted` one repeats. */
  readonly repeats: string | null;
}

/** A fault of the recorded row that leaves its price alone, but for `price_one`. */
export type PlantedFault =
  | 'missing_mileage'
  | 'missing_color'
  | 'missing_model_year'
  | 'odometer_one'
  | 'odometer_maximum'
  | 'future_model_year'
  | 'price_one'
  | 'vin_check_digit'
  | 'impossible_option';

/** The additive parts of the true log value. */
export interface ValueParts {
  /** Of the segment's car when new, at the reference mileage, grade 3, coupe, automatic, silver, without options. */
  readonly base: number;
  readonly age: number;
  readonly mileage: number;
  readonly condition: number;
  readonly options: number;
  readonly body: number;
  readonly transmission: number;
  readonly color: number;
  readonly index: number;
  readonly season: number;
  /** What sellers ask above what is paid; 0 for sales. */
  readonly ask: number;
}

/** What is true of one listing. `exp(logValue + residual + deviation)` is the recorded amount before it is rounded. */
export interface ListingTruth {
  readonly listingId: string;
  readonly segment: SegmentId;
  readonly vehicleClass: VehicleClass;
  /** The log of the fair price of this car on its day: the sum of `parts`. */
  readonly logValue: number;
  readonly parts: ValueParts;
  /** Natural spread: what no recorded feature explains. A large one is as good a reason to look as a planted one. */
  readonly residual: number;
  /** Planted deviation of the log price, 0 where the price was left alone. */
  readonly deviation: number;
  readonly anomaly: PlantedAnomaly | null;
  readonly faults: readonly PlantedFault[];
  /** Of the car itself, whatever the row says. */
  readonly trueMiles: number;
  readonly trueModelYear: number;
  readonly trueCondition: number;
}

/** Everything that the generator knows and an engine has to find out. Effects are on the log of the price. */
export interface MarketTruth {
  readonly listings: ReadonlyMap<string, ListingTruth>;
  /** Level by segment and month, wider segments included. */
  readonly indices: IndexTruth;
  readonly optionValues: ReadonlyMap<string, number>;
  /** January first. */
  readonly seasonalFactors: readonly number[];
  /** Effect of age at a fixed mileage, by whole years from 0 to 40. */
  readonly depreciation: Readonly<Record<VehicleClass, readonly number[]>>;
  readonly residualDeviation: Readonly<Record<VehicleClass, number>>;
  readonly laggedPair: LaggedPair | null;
}
