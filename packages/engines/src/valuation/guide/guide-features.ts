import type { CarFacts, Valuation } from '../valuation.ts';
import { ageAndMiles } from '../car-description.ts';

/** The amount that stands for a guide price that is met exactly, where premiums over a guide are valued like prices. */
export const PREMIUM_AT_PAR = 1_000_000;

/** What is known of a car where a guide is corrected. */
export interface GuideEvidence {
  readonly car: CarFacts;
  readonly guidePrice: number;
  /** The car without the guide. */
  readonly plain: Valuation;
  /** What cars like this one fetch above their guide price: its amount is `PREMIUM_AT_PAR` where they fetch it exactly. */
  readonly premium: Valuation;
}

interface GuideFeature {
  readonly name: string;
  readonly monotone: -1 | 0 | 1;
}

/**
 * What the trees read, in the order of `guideFeatures`. The signs, and that nothing unsigned depends on them, keep the
 * answer from rising with age and miles.
 */
export const GUIDE_FEATURES: readonly GuideFeature[] = [
  { name: 'gap to the guide', monotone: 1 },
  { name: 'premium', monotone: 1 },
  { name: 'guide price', monotone: 0 },
  { name: 'age', monotone: -1 },
  { name: 'miles', monotone: -1 },
  { name: 'condition', monotone: 1 },
  { name: 'sales of the segment', monotone: 0 },
];

/** The features of one car; NaN where a fact is unknown. */
export function guideFeatures({ car, guidePrice, plain, premium }: GuideEvidence): readonly number[] {
  const { ageYears, miles } = ageAndMiles(car, plain.valuedOn);
  const gap = logValue(plain) - Math.log(guidePrice);
  const logPremium = logValue(premium) - Math.log(PREMIUM_AT_PAR);
  return [gap, logPremium, Math.log(guidePrice), ageYears, miles, car.condition ?? Number.NaN, plain.saleCount];
}

/** The unrounded log value. */
export function logValue({ baseLogPrice, contributions }: Valuation): number {
  return contributions.reduce((sum, { logEffect }) => sum + logEffect, baseLogPrice);
}
