/** How far below and above a prediction the truth may lie, in units of the score it was calibrated on. */
export interface ConformalBand {
  readonly confidenceLevel: number;
  /** Negative or 0. */
  readonly lower: number;
  /** Positive or 0. */
  readonly upper: number;
}

/**
 * Split-conformal bands from signed scores of cases that the model had not seen (Vovk, Gammerman, Shafer 2005; the two
 * tails apart as in Romano, Patterson, Candes 2019). The order statistics are ceil((n + 1) (1 - alpha / 2)) and its mirror image, which
 * covers at least the nominal share for exchangeable cases; where n is too small for a level the extreme score is taken
 * and stretched by the missing share. Bands of higher levels contain those of lower levels. Levels ascend in the answer.
 */
export function conformalBands(scores: ArrayLike<number>, levels: readonly number[]): readonly ConformalBand[] {
  const sorted = Float64Array.from(scores).sort();
  const count = sorted.length;
  const bands: ConformalBand[] = [];
  let lower = 0;
  let upper = 0;
  for (const confidenceLevel of [...levels].sort((a, b) => a - b)) {
    const tail = (1 - confidenceLevel) / 2;
    const rank = Math.ceil((count + 1) * (1 - tail) - 1e-9);
    const stretch = rank > count ? rank / Math.max(1, count) : 1;
    const index = Math.min(rank, count) - 1;
    if (count > 0) {
      upper = Math.max(upper, sorted[index]! * stretch);
      lower = Math.min(lower, sorted[count - 1 - index]! * stretch);
    }
    bands.push({ confidenceLevel, lower, upper });
  }
  return bands;
}
