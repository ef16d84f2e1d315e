import type { SegmentPlan } from './segment-plan.ts';
import type { VehicleClass } from './vehicle-class.ts';

export type MarketPresetName = 'demo' | 'hard';

/** A pair of model lines of which one follows the other. */
export interface LaggedPair {
  readonly leader: string;
  readonly follower: string;
  readonly lagMonths: number;
  /** Correlation of the follower's monthly growth with the leader's `lagMonths` before. */
  readonly correlation: number;
}

/** Everything that makes one kind of market. All effects and spreads are on the log of the price. */
export interface MarketPreset {
  readonly name: MarketPresetName;
  readonly segments: readonly SegmentPlan[];
  /** Segment weights are raised to this power: above 1 makes thick segments thicker and thin ones thinner. */
  readonly weightPower: number;
  readonly months: number;
  readonly salesPerMonth: number;
  readonly activeListings: number;
  /** Standard deviation of the residual: what the recorded features of a car do not explain. */
  readonly residualDeviation: Readonly<Record<VehicleClass, number>>;
  readonly residualDegreesOfFreedom: number;
  /** Largest effect of the month of the year, reached in May; the year's effects sum to 0. */
  readonly seasonAmplitude: number;
  /** How much more often sports cars are sold in May than on average. The mix moves, prices do not. */
  readonly mixSeasonAmplitude: number;
  /** Monthly growth: mean, and standard deviation of the part shared by all and the parts of line and segment. */
  readonly monthlyDrift: number;
  readonly sharedGrowthDeviation: number;
  readonly lineGrowthDeviation: number;
  readonly segmentGrowthDeviation: number;
  readonly laggedPair: LaggedPair | null;
  /** Effect of one grade of condition. */
  readonly conditionValue: number;
  /** Change of the log odds of an option for each grade of condition above 3: the confounding of the two. */
  readonly optionConditionLogit: number;
  /** Share of listings whose condition grade is recorded. */
  readonly conditionRecordedShare: number;
  /** What sellers ask above what is paid. */
  readonly askPremium: number;
  /** Planted prices deviate by an absolute log uniform in this range; typos and scams by more. */
  readonly anomalyDeviation: readonly [number, number];
  /** Prices are rounded to multiples of it. */
  readonly priceStep: number;
  readonly anomalyShareOfSales: number;
  readonly anomalyShareOfActive: number;
  readonly faultShare: number;
  /** Share of finished offers that did not sell; they carry their highest bid. */
  readonly unsoldShare: number;
  /** Share of odometers that count kilometres, recorded as such. */
  readonly kilometreShare: number;
}
