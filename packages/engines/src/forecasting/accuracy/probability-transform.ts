import type { PricePrediction } from '../../market/price-prediction.ts';
import { normalQuantile, normalUpperTail } from '../../statistics/normal-distribution.ts';

/**
 * Where an actual price fell in the predicted distribution, from 0 to 1: uniform where predictions are calibrated (the
 * probability integral transform). The bounds of the intervals and the predicted price are its quantiles; between them
 * and beyond the outermost the logarithm is taken as normal.
 */
export function probabilityTransform(
  prediction: Pick<PricePrediction, 'predictedPrice' | 'intervals'>,
  actualPrice: number,
): number {
  const points = [{ z: 0, log: Math.log(prediction.predictedPrice) }];
  for (const { confidenceLevel, lower, upper } of prediction.intervals) {
    const z = normalQuantile((1 + confidenceLevel) / 2);
    points.push({ z: -z, log: Math.log(lower) }, { z, log: Math.log(upper) });
  }
  points.sort((a, b) => a.z - b.z);
  const actual = Math.log(actualPrice);
  // The stretch that holds the price, or the outermost one, carried on.
  const found = points.findIndex(({ log }, at) => at > 0 && actual <= log);
  const end = Math.max(1, found < 0 ? points.length - 1 : found);
  const from = points[end - 1];
  const to = points[end];
  if (from === undefined || to === undefined) return actual < points[0]!.log ? 0 : 1;
  const width = to.log - from.log;
  if (!(width > 0)) return 1 - normalUpperTail(actual < from.log ? from.z : to.z);
  return 1 - normalUpperTail(from.z + ((actual - from.log) / width) * (to.z - from.z));
}
