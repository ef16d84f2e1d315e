import type { MarketPreset } from './market-preset.ts';
import { NINE_ELEVEN_SEGMENTS } from './nine-eleven-segments.ts';
import { OTHER_MODEL_SEGMENTS } from './other-model-segments.ts';

/**
 * The market on which figures about planted truth are measured.
 *
 * FROZEN: it was written before any engine was tuned on it and is not changed after; a fingerprint test guards its
 * bytes. A market with other properties is another preset.
 *
 * - Residual spread 0.20 on the log scale, read as the standard deviation, with Student t tails of 4 degrees of freedom
 *   (the scale of the t is 0.20 / sqrt 2). The same in every class.
 * - Segments as thin as one sale in some years: the weights of the segments are raised to the power 1.8.
 * - Options are correlated with condition: each grade raises the log odds of every option by 0.8, while condition is
 *   itself worth 0.08 a grade and is recorded.
 * - Planted anomalies deviate by |log| uniform in [0.15, 0.6] on top of the residual; typos and scams deviate more.
 * - Season: 2 % amplitude with its peak in May. The mix of cars sold moves with the season too, without an effect.
 * - Model lines walk independently of each other but for one pair: the growth of the Cayman follows the growth of the
 *   911 two months before with correlation 0.5.
 */
export const HARD_PRESET: MarketPreset = {
  name: 'hard',
  segments: [...NINE_ELEVEN_SEGMENTS, ...OTHER_MODEL_SEGMENTS],
  weightPower: 1.8,
  months: 60,
  salesPerMonth: 200,
  activeListings: 600,
  residualDeviation: { daily: 0.2, sports: 0.2, collector: 0.2, classic: 0.2 },
  residualDegreesOfFreedom: 4,
  seasonAmplitude: 0.02,
  mixSeasonAmplitude: 0.3,
  monthlyDrift: 0.001,
  sharedGrowthDeviation: 0,
  lineGrowthDeviation: 0.012,
  segmentGrowthDeviation: 0.002,
  laggedPair: { leader: '911', follower: 'Cayman', lagMonths: 2, correlation: 0.5 },
  conditionValue: 0.08,
  optionConditionLogit: 0.8,
  conditionRecordedShare: 1,
  askPremium: 0,
  anomalyDeviation: [0.15, 0.6],
  priceStep: 1,
  anomalyShareOfSales: 0.03,
  anomalyShareOfActive: 0.1,
  faultShare: 0.01,
  unsoldShare: 0,
  kilometreShare: 0.05,
};
