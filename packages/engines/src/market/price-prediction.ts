import type { IsoDate } from './calendar.ts';
import type { Fact } from './insight.ts';
import type { Interval } from './interval.ts';
import type { MarketScope } from './price.ts';
import type { SegmentId } from './segment.ts';

export type TimeHorizon = '1m' | '3m' | '6m' | '1y';

/** Months of each horizon. */
export const HORIZON_MONTHS: Readonly<Record<TimeHorizon, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

/** The segment's typical car, whose price is predicted: medians and most frequent values of its recent sales. */
export interface ReferenceCar {
  readonly modelYear: number;
  /** Miles. */
  readonly mileage: number;
  /** Sales it was taken from. */
  readonly saleCount: number;
  /**
   * Cars of the trims in a wider segment: its price is the mean of theirs on the log scale, since a car of which only the
   * make is known has hardly a price. Largest share first; absent where the segment has but one kind of car.
   */
  readonly mix?: readonly MixedCar[];
}

/** One kind of car in the mix of a segment, with its share of the segment's recent sales. */
export interface MixedCar {
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly modelYear: number;
  /** Miles. */
  readonly mileage: number;
  /** Of the mix; the shares sum to 1. */
  readonly share: number;
}

/** A price of a segment's reference car at a later day, as a distribution. Immutable once stored. */
export interface PricePrediction {
  readonly id: string;
  readonly market: MarketScope;
  readonly segment: SegmentId;
  readonly make: string;
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly horizon: TimeHorizon;
  /** The day on which it was made; nothing known later went into it. */
  readonly asOf: IsoDate;
  /** The day it speaks of. */
  readonly targetDate: IsoDate;
  readonly referenceCar: ReferenceCar;
  /** Value of the reference car on `asOf`, whole currency units. */
  readonly currentPrice: number;
  /** Growth of the segment's price index that is in the predicted price: 1 is none. Absent in records that did not keep it. */
  readonly indexGrowth?: number;
  /** Median of the predicted distribution, whole currency units. */
  readonly predictedPrice: number;
  /** 50, 80 and 90 %, around `predictedPrice`, whole currency units. */
  readonly intervals: readonly Interval[];
  /** What a forecaster without a model would say: today's price. Scored beside the prediction, always. */
  readonly naivePrice: number;
  /** Sales of the segment behind it. */
  readonly saleCount: number;
  /** True where the model beat the naive baselines in its own backtest; without skill it is shown but gives no advice. */
  readonly hasSkill: boolean;
  readonly modelVersion: string;
  readonly synthetic: boolean;
  /** What it rests on; absent where nobody noted it. */
  readonly context?: PredictionBasis;
}

/** What a prediction rests on, as facts and statements of the sheet that its text is proved from. */
export interface PredictionBasis {
  /** How the market stood on the day of the prediction. Empty where the segment has no index. */
  readonly marketConditions: readonly Fact[];
  /** What the method takes as given. */
  readonly keyAssumptions: readonly string[];
  /** What may go wrong. */
  readonly riskFactors: readonly string[];
}

/** What came of a prediction, filled in once, on or after its target date. */
export interface PredictionOutcome {
  readonly predictionId: string;
  readonly settledOn: IsoDate;
  /** Sales within the window around the target date that the outcome is taken from. */
  readonly saleCount: number;
  /** Constant-quality price of the reference car, as the fitted market of the settling day values it. */
  readonly actualPrice: number;
  /** Lowest and highest constant-quality price of single sales in the window. */
  readonly actualLow: number;
  readonly actualHigh: number;
  /** |predicted - actual| / actual, and the same for the naive baseline. */
  readonly absolutePercentageError: number;
  readonly naiveAbsolutePercentageError: number;
  /** Which of the stated intervals held the actual price. */
  readonly covered: readonly { readonly confidenceLevel: number; readonly covered: boolean }[];
  /** What the miss against the prices paid came from; absent where the prediction did not keep its index growth. */
  readonly attribution?: MissAttribution;
}

/** Parts of a miss on the log scale; they sum to `total` exactly. */
export interface MissAttribution {
  /** log(predicted / paid): positive where the prediction was too high. */
  readonly total: number;
  /** The market moved otherwise than forecast. */
  readonly index: number;
  /** The car itself was worth something else: its age, its miles, or a revised valuation. */
  readonly car: number;
  /** Other cars were sold than the reference car. */
  readonly mix: number;
  /** What was paid for the cars beyond their values: luck of few sales, and what no record tells. */
  readonly noise: number;
}
