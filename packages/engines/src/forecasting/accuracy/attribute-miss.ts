import type { MissAttribution } from '../../market/price-prediction.ts';

/** The five log prices between which a miss is divided. */
export interface MissPrices {
  /** What was predicted for the reference car. */
  readonly predicted: number;
  /** The prediction with the growth of the index that came in place of the one that was forecast. */
  readonly predictedAtActualGrowth: number;
  /** Value of the reference car on the target day. */
  readonly actualReference: number;
  /** Geometric mean value of the cars that were sold around the target day. */
  readonly soldCarsValue: number;
  /** Geometric mean of what was paid for them. */
  readonly paid: number;
}

/** Divides a miss into index, car, mix and noise, a chain of ratios so that the parts sum to the whole exactly. */
export function attributeMiss(prices: MissPrices): MissAttribution {
  const index = Math.log(prices.predicted / prices.predictedAtActualGrowth);
  const car = Math.log(prices.predictedAtActualGrowth / prices.actualReference);
  const mix = Math.log(prices.actualReference / prices.soldCarsValue);
  const noise = Math.log(prices.soldCarsValue / prices.paid);
  return { total: index + car + mix + noise, index, car, mix, noise };
}
