import type { PricePrediction } from '../market/price-prediction.ts';

/**
 * Why a prediction must not be shown, or `null` where it is sound: every figure is a positive number, every interval
 * holds the predicted price and lies within the next wider one, and it speaks of a later day.
 */
export function predictionFault(prediction: PricePrediction): string | null {
  const { currentPrice, predictedPrice, naivePrice, intervals, asOf, targetDate } = prediction;
  if (![currentPrice, predictedPrice, naivePrice].every((price) => Number.isFinite(price) && price > 0)) {
    return 'a price is not a positive number';
  }
  if (targetDate <= asOf) return 'the target is not after the day of the prediction';
  const ordered = [...intervals].sort((left, right) => left.confidenceLevel - right.confidenceLevel);
  if (ordered.length === 0) return 'it has no interval';
  let inner = { lower: predictedPrice, upper: predictedPrice };
  for (const { lower, upper } of ordered) {
    if (!Number.isFinite(lower) || !Number.isFinite(upper)) return 'a bound is not a number';
    if (lower > inner.lower || upper < inner.upper) return 'its intervals are not nested around the price';
    inner = { lower, upper };
  }
  return null;
}
