/** A stream with the windows in which something odd happens, as positions of its values. */
export interface LabelledStream {
  readonly name: string;
  readonly values: readonly number[];
  readonly windows: readonly (readonly [from: number, to: number])[];
}

/** Costs of the standard profile of Lavin and Ahmad (2015): a hit 1, a false alarm -0.11, a miss -1. */
const FALSE_ALARM = 0.11;
const PROBATION_SHARE = 0.15;
const MOST_PROBATION = 750;

/** What an alarm is worth at a place relative to a window: near 1 at its start, 0 at its end, towards -1 far behind. */
function sigmoid(position: number): number {
  return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}

/**
 * The score of a detector over streams: the threshold that is best for all of them together, 0 for a detector that never
 * alarms and 100 for one that alarms once at the start of every window. The first 15 % of each stream, at most 750 values,
 * are not scored.
 */
export function scoreStreams(
  streams: readonly LabelledStream[],
  scores: readonly ArrayLike<number>[],
): { readonly score: number; readonly threshold: number; readonly perStream: readonly number[] } {
  const windowCount = streams.reduce((sum, { windows }) => sum + windows.length, 0);
  let best = { score: 0, threshold: Number.POSITIVE_INFINITY, perStream: streams.map(() => 0) as readonly number[] };
  const candidates = new Set<number>();
  for (const ofStream of scores)
    for (let row = 0; row < ofStream.length; row++) candidates.add(Math.round(ofStream[row]! * 1e4) / 1e4);
  const thresholds = [...candidates].filter((value) => value > 0.3);
  const step = Math.max(1, Math.floor(thresholds.length / 700));
  thresholds.sort((a, b) => a - b);
  for (let place = 0; place < thresholds.length; place += step) {
    const threshold = thresholds[place]!;
    const raw = streams.map((stream, index) => scoreStream(stream, scores[index]!, threshold));
    const total = raw.reduce((sum, value) => sum + value, 0);
    const score = (100 * (total + windowCount)) / (2 * windowCount);
    if (score > best.score) best = { score, threshold, perStream: raw };
  }
  return best;
}

function scoreStream({ values, windows }: LabelledStream, scores: ArrayLike<number>, threshold: number): number {
  const probation = Math.floor(Math.min(PROBATION_SHARE * values.length, PROBATION_SHARE * 5_000, MOST_PROBATION));
  let total = 0;
  const hits = windows.map(() => Number.NEGATIVE_INFINITY);
  for (let row = probation; row < values.length; row++) {
    if (!(scores[row]! >= threshold)) continue;
    const inside = windows.findIndex(([from, to]) => row >= from && row <= to);
    if (inside >= 0) {
      const [from, to] = windows[inside]!;
      hits[inside] = Math.max(hits[inside]!, sigmoid(-(to - row + 1) / (to - from + 1)) / sigmoid(-1));
      continue;
    }
    let before: readonly [number, number] | undefined;
    for (const window of windows) if (window[1] < row) before = window;
    const width = before === undefined ? 1 : before[1] - before[0];
    const worth = before === undefined ? -1 : sigmoid((row - before[1]) / Math.max(1, width - 1));
    total += FALSE_ALARM * worth;
  }
  for (const hit of hits) total += hit === Number.NEGATIVE_INFINITY ? -1 : hit;
  return total;
}
