import type { SegmentCost } from './segment-cost.ts';

/** An optimal partition: the first index of each segment but the first, ascending, and its penalised cost. */
export interface Partition {
  readonly changepoints: readonly number[];
  /** Sum of the costs of the segments plus one penalty a changepoint. */
  readonly cost: number;
}

/**
 * The exact best partition by Pruned Exact Linear Time (Killick, Fearnhead and Eckley 2012): the same optimum as trying
 * every partition, in time that is linear where changes keep coming. Segments have at least `minimumLength` values; a
 * shorter series is one segment. Ties go to the earlier last changepoint.
 */
export function findChangepoints(
  segments: SegmentCost,
  options: {
    /** What one more changepoint has to save. */
    readonly penalty: number;
    /** Default 1. */
    readonly minimumLength?: number;
  },
): Partition {
  const { length } = segments;
  const { penalty } = options;
  const minimum = Math.max(1, options.minimumLength ?? 1);
  if (length < 2 * minimum) return { changepoints: [], cost: length === 0 ? 0 : segments.cost(0, length) };
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(length + 1);
  const lostFrom = new Int32Array(length + 1);
  best[0] = -penalty;
  let candidates: number[] = [0];
  for (let end = minimum; end <= length; end++) {
    for (const start of candidates) {
      const value = best[start]! + segments.cost(start, end) + penalty;
      if (value < best[end]!) {
        best[end] = value;
        previous[end] = start;
      }
    }
    // A start that even without its penalty costs more than the best partition up to here is never better than it, from
    // the first end on which a whole segment after here fits.
    for (const start of candidates) {
      if (lostFrom[start] === 0 && best[start]! + segments.cost(start, end) > best[end]!) {
        lostFrom[start] = end + minimum;
      }
    }
    candidates = candidates.filter((start) => lostFrom[start] === 0 || end + 1 < lostFrom[start]!);
    const next = end + 1 - minimum;
    if (next >= minimum && next < length) candidates.push(next);
  }
  const changepoints: number[] = [];
  for (let end = length; end > 0; end = previous[end]!) if (previous[end]! > 0) changepoints.unshift(previous[end]!);
  return { changepoints, cost: best[length]! };
}
