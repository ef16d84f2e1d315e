import type { MarketPreset } from './market-preset.ts';
import { NINE_ELEVEN_SEGMENTS } from './nine-eleven-segments.ts';
import { OTHER_MODEL_SEGMENTS } from './other-model-segments.ts';

/** A market for people to look at: believable levels, four years of sales, some hundred offers. Free to change. */
export const DEMO_PRESET: MarketPreset = {
  name: 'demo',
  segments: [...NINE_ELEVEN_SEGMENTS, ...OTHER_MODEL_SEGMENTS],
  weightPower: 0.8,
  months: 42,
  salesPerMonth: 180,
  activeListings: 400,
  residualDeviation: { daily: 0.055, sports: 0.075, collector: 0.07, classic: 0.13 },
  residualDegreesOfFreedom: 5,
  seasonAmplitude: 0.015,
  mixSeasonAmplitude: 0.25,
  monthlyDrift: 0.0008,
  sharedGrowthDeviation: 0.005,
  lineGrowthDeviation: 0.006,
  segmentGrowthDeviation: 0.002,
  laggedPair: null,
  conditionValue: 0.055,
  optionConditionLogit: 0.15,
  conditionRecordedShare: 0.9,
  askPremium: 0.015,
  anomalyDeviation: [0.22, 0.5],
  priceStep: 50,
  anomalyShareOfSales: 0.012,
  anomalyShareOfActive: 0.08,
  faultShare: 0.008,
  unsoldShare: 0.04,
  kilometreShare: 0.03,
};
