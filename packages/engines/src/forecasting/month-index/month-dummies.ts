import { type IsoMonth, monthIndex } from '../../market/calendar.ts';
import type { IndexObservation } from '../../market/index-observation.ts';
import type { SegmentId } from '../../market/segment.ts';
import { median } from '../../statistics/quantile.ts';
import { robustWeight } from '../../statistics/robust-weight.ts';

/** One month of an index that borrows from no other month and no other segment. */
export interface MonthDummy {
  readonly month: IsoMonth;
  readonly saleCount: number;
  /** Logarithm of the level; only differences between months mean something. */
  readonly logLevel: number;
}

/** The months of one segment, oldest first, and how far single sales lie from their month. */
export interface MonthDummies {
  readonly segment: SegmentId;
  readonly months: readonly MonthDummy[];
  /** Robust standard deviation of a sale around its month, log scale. */
  readonly spread: number;
}

const ROUNDS = 5;
const MAD_TO_DEVIATION = 1.4826;

/**
 * The unshrunken index of month dummies: each month's mean of what its sales say about the level, by the robust weights
 * of Student t errors, since some two sales in a hundred are off by more than a factor of two. Segments in the order
 * given; a segment without a sale has no months.
 */
export function monthDummies(
  observations: readonly IndexObservation[],
  segments: readonly SegmentId[],
): readonly MonthDummies[] {
  const bySegment = new Map<SegmentId, Map<IsoMonth, number[]>>(segments.map((segment) => [segment, new Map()]));
  for (const { segments: path, month, logLevel } of observations) {
    if (!Number.isFinite(logLevel)) continue;
    for (const segment of path) {
      const months = bySegment.get(segment);
      if (months === undefined) continue;
      const values = months.get(month);
      if (values === undefined) months.set(month, [logLevel]);
      else values.push(logLevel);
    }
  }
  return segments.map((segment) => {
    const months = [...bySegment.get(segment)!].sort(([a], [b]) => monthIndex(a) - monthIndex(b));
    const distances = months.flatMap(([, values]) => {
      const centre = median(values);
      return values.map((value) => Math.abs(value - centre));
    });
    const spread = Math.max(0.01, MAD_TO_DEVIATION * (median(distances) || 0));
    return {
      segment,
      spread,
      months: months.map(([month, values]) => ({
        month,
        saleCount: values.length,
        logLevel: robustMean(values, spread),
      })),
    };
  });
}

function robustMean(values: readonly number[], scale: number): number {
  let centre = median(values);
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    let total = 0;
    for (const value of values) {
      const weight = robustWeight(value - centre, { scale });
      sum += weight * value;
      total += weight;
    }
    centre = sum / total;
  }
  return centre;
}
