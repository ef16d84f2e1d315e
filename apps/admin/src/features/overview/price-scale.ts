import type { MarketIndex, Prediction } from '../../api/answers.ts';

/** What turns levels of an index into prices of the segment's typical car. */
export interface PriceScale {
  /** Price of one point of the index. */
  readonly scale: number;
  readonly currency: string;
  readonly car: Prediction['referenceCar'];
}

/**
 * The scale at which the index passes through today's value of the typical car, taken from a prediction of the same
 * segment and the same day. `null` without such a prediction: the chart then shows the index itself.
 */
export function priceScale(index: MarketIndex, predictions: readonly Prediction[]): PriceScale | null {
  const prediction = predictions.find(
    (candidate) => candidate.segment === index.segment && candidate.asOf === index.asOf,
  );
  const last = index.points.at(-1);
  if (prediction === undefined || last === undefined || last.level <= 0) return null;
  return {
    scale: prediction.currentPrice / last.level,
    currency: prediction.market.currency,
    car: prediction.referenceCar,
  };
}
