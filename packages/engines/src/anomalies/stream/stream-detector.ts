import { ConformalNeighbours } from './conformal-neighbours.ts';
import { DistributionSurprise } from './distribution-surprise.ts';
import { TailSurprise } from './tail-surprise.ts';

/** One value of a stream. */
export interface StreamPoint {
  /** Epoch milliseconds; NaN where unknown. The order of arrival counts, gaps and repeats are taken as they come. */
  readonly timestamp: number;
  /** NaN or infinite where it is missing. */
  readonly value: number;
}

/** Scores a stream value by value. Nothing later than a value reaches its score. */
export interface StreamDetector {
  /** From 0 (ordinary) to 1. A missing value scores 0 and is not learnt from. */
  next(point: StreamPoint): number;
}

/** After an alarm scores are halved for so many values: one event, one alarm. A score of a half is one. */
const HUSH = 200;
const ALARM_FROM = 0.5;
/** Rarities at which a surprise counts in full, as powers of ten: a shape among its memory, a value under the normal law. */
const FULL_SHAPE = 2.8;
const FULL_TAIL = 6;

/**
 * A detector with one fixed setting for any numeric stream: spikes, new levels, changed shapes, seasons and spreads. It
 * averages three surprises, as logarithms of how rare each is: of the shape of the last values, of their distribution, and of
 * the value itself; what all three find odd scores near 1. Repeats after an alarm are hushed.
 *
 * @example
 * const detector = createStreamDetector();
 * for (const point of points) if (detector.next(point) >= 0.5) console.log(point);
 */
export function createStreamDetector(): StreamDetector {
  const neighbours = new ConformalNeighbours();
  const distribution = new DistributionSurprise();
  const tail = new TailSurprise();
  let hushed = 0;
  return {
    next: ({ value }) => {
      if (!Number.isFinite(value)) return 0;
      const shape = surprise(1 - 0.9985 * neighbours.next(value), FULL_SHAPE);
      const novelty = Math.min(1, distribution.next(value));
      const far = surprise(tail.next(value), FULL_TAIL);
      const score = (shape + novelty + far) / 3;
      if (hushed > 0) {
        hushed--;
        return score / 2;
      }
      if (score >= ALARM_FROM) hushed = HUSH;
      return score;
    },
  };
}

/** The logarithm of a rarity, 1 from `full` powers of ten on. */
function surprise(probability: number, full: number): number {
  return Math.min(1, Math.max(0, -Math.log10(Math.max(probability, 1e-12)) / full));
}
