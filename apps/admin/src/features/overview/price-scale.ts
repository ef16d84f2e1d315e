import type { MarketIndex, Prediction } from '../../api/answers.ts';

/** What turns levels of an index into prices of the segment's typical car. */
export interface PriceScale {
  /** Price of one point of the index. */
  readonly scale: number;
  readonly currency: string;
  readonly car: Prediction['referenceCar'];
}

/** The predictions that were made for the segment of an index on the day of the index. */
export function predictionsOfIndex(index: MarketIndex, predictions: readonly Prediction[]): readonly Prediction[] {
  return predictions.filter((prediction) => prediction.segment === index.segment && prediction.asOf === index.asOf);
}

/**
 * The scale at which the index passes through today's value of the typical car, taken from the predictions of the same
 * segment and day. `null` without one: the chart then shows the index itself.
 */
export function priceScale(index: MarketIndex, predictions: readonly Prediction[]): PriceScale | null {
  const prediction = predictions[0];
  const last = index.points.at(-1);
  if (prediction === undefined || last === undefined || last.level <= 0) return null;
  return {
    scale: prediction.currentPrice / last.level,
    currency: prediction.market.currency,
    car: prediction.referenceCar,
  };
}
