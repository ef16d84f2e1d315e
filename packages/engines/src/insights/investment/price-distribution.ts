import { InvalidInputError } from '../../errors.ts';
import { twoSidedProbability } from '../two-sided-probability.ts';
import type { PricePrediction } from '../../market/price-prediction.ts';

/** A distribution of a later price, as the intervals of a prediction give it. */
export interface PriceDistribution {
  /** The price that is not exceeded with this probability, from 0 to 1 exclusive. */
  quantile(probability: number): number;
  /** Probability that the price stays at or below an amount. */
  probabilityAtMost(amount: number): number;
}

interface Knot {
  /** Standard normal score of the probability. */
  readonly score: number;
  readonly logPrice: number;
}

/**
 * The distribution of a prediction: its median and the bounds of its intervals are met exactly; between them, and beyond
 * the last ones, the log price is linear in the normal score. A prediction without an interval is an `InvalidInputError`.
 */
export function priceDistribution(
  prediction: Pick<PricePrediction, 'id' | 'predictedPrice' | 'intervals'>,
): PriceDistribution {
  const knots = knotsOf(prediction);
  const first = knots[0];
  const last = knots.at(-1);
  if (first === undefined || last === undefined || knots.length < 3) {
    throw new InvalidInputError(`Prediction ${prediction.id} has no interval: no distribution can be read from it.`);
  }
  const segmentFor = (isBefore: (knot: Knot) => boolean): readonly [Knot, Knot] => {
    const index = Math.min(Math.max(knots.findLastIndex(isBefore), 0), knots.length - 2);
    return [knots[index]!, knots[index + 1]!];
  };
  return {
    quantile(probability) {
      const score = normalQuantile(probability);
      const [a, b] = segmentFor((knot) => knot.score <= score);
      return Math.exp(a.logPrice + ((score - a.score) * (b.logPrice - a.logPrice)) / (b.score - a.score));
    },
    probabilityAtMost(amount) {
      if (!(amount > 0)) return 0;
      const logPrice = Math.log(amount);
      const [a, b] = segmentFor((knot) => knot.logPrice <= logPrice);
      if (b.logPrice === a.logPrice)
        return logPrice < a.logPrice ? normalProbability(a.score) : normalProbability(b.score);
      return normalProbability(a.score + ((logPrice - a.logPrice) * (b.score - a.score)) / (b.logPrice - a.logPrice));
    },
  };
}

/** Knots in order; a bound that lies on the wrong side of its neighbour is pulled to it, so that no quantiles cross. */
function knotsOf({
  predictedPrice,
  intervals,
}: Pick<PricePrediction, 'predictedPrice' | 'intervals'>): readonly Knot[] {
  const knots = [{ probability: 0.5, price: predictedPrice }];
  for (const { confidenceLevel, lower, upper } of intervals) {
    knots.push({ probability: (1 - confidenceLevel) / 2, price: Math.max(1, lower) });
    knots.push({ probability: (1 + confidenceLevel) / 2, price: Math.max(1, upper) });
  }
  let highest = 0;
  return knots
    .toSorted((a, b) => a.probability - b.probability)
    .map(({ probability, price }) => {
      highest = Math.max(highest, price);
      return { score: normalQuantile(probability), logPrice: Math.log(highest) };
    });
}

/** Probability that a standard normal value stays below a score. */
export function normalProbability(score: number): number {
  const tail = twoSidedProbability(score) / 2;
  return score >= 0 ? 1 - tail : tail;
}

/** The score below which a standard normal value stays with a probability, by bisection of `normalProbability`. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new InvalidInputError(`${String(probability)} is no probability between 0 and 1: give one.`);
  }
  let low = -9;
  let high = 9;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
