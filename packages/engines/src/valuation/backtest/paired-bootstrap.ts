import { createRandom } from '../../statistics/random.ts';

/** A difference of two medians on the same cases, with what chance alone would make of it. */
export interface PairedComparison {
  readonly difference: number;
  /** 95 % percentile interval of the bootstrap. */
  readonly lower: number;
  readonly upper: number;
  /** Two-sided: twice the share of resamples (add-one) in which the difference has the other sign or is 0. */
  readonly pValue: number;
}

/**
 * The paired bootstrap (Efron and Tibshirani 1993, chapter 16) of median(first) - median(second): cases are resampled
 * with both of their errors. The lists must be of one length and not empty.
 */
export function pairedMedianBootstrap(
  first: Float64Array,
  second: Float64Array,
  options: {
    readonly seed: number;
    /** Default 2,000. */
    readonly resamples?: number;
  },
): PairedComparison {
  const { seed, resamples = 2000 } = options;
  const count = first.length;
  const random = createRandom(seed);
  const orders = [ascending(first), ascending(second)] as const;
  const times = new Uint16Array(count);
  // Counting how often a case was drawn and walking along the sorted cases spares sorting every resample.
  const drawnMedian = (values: Float64Array, order: Uint32Array): number => {
    let seen = 0;
    let at = 0;
    while (seen * 2 < count) seen += times[order[at++]!]!;
    const below = values[order[at - 1]!]!;
    if (seen * 2 > count) return below;
    while (times[order[at]!] === 0) at++;
    return (below + values[order[at]!]!) / 2;
  };
  const differences = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < count; draw++) {
      const drawn = random.integer(count);
      times[drawn] = times[drawn]! + 1;
    }
    differences[resample] = drawnMedian(first, orders[0]) - drawnMedian(second, orders[1]);
  }
  times.fill(1);
  const difference = drawnMedian(first, orders[0]) - drawnMedian(second, orders[1]);
  const sign = Math.sign(difference);
  const against = differences.reduce((sum, value) => sum + (value * sign <= 0 ? 1 : 0), 0);
  differences.sort();
  return {
    difference,
    lower: differences[Math.floor(0.025 * (resamples - 1))]!,
    upper: differences[Math.ceil(0.975 * (resamples - 1))]!,
    pValue: sign === 0 ? 1 : Math.min(1, (2 * (against + 1)) / (resamples + 1)),
  };
}

function ascending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
}
