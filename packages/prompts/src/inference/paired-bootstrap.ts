import { normalCdf, normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';

export interface PairedBootstrap {
  /** Mean of the differences. */
  readonly mean: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

/**
 * The interval of a mean of paired differences by the bootstrap, bias-corrected and accelerated (Efron, 1987). The same
 * seed gives the same interval. With fewer than two differences the interval is everything; where all are equal it is that
 * one value, which says more than so few cases can: look at how many there are.
 */
export function pairedBootstrap(
  differences: readonly number[],
  options: { readonly confidenceLevel: number; readonly seed: number; readonly resamples?: number },
): PairedBootstrap {
  const { confidenceLevel, seed, resamples = 9_999 } = options;
  const count = differences.length;
  const total = differences.reduce((sum, value) => sum + value, 0);
  const mean = count === 0 ? 0 : total / count;
  if (count < 2) return { mean, interval: { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY } };
  const random = seededRandom(seed);
  const means = new Float64Array(resamples);
  for (let n = 0; n < resamples; n++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += differences[Math.floor(random() * count)]!;
    means[n] = sum / count;
  }
  means.sort();
  const below = means.reduce((sum, value) => sum + (value < mean ? 1 : value === mean ? 0.5 : 0), 0) / resamples;
  // A share of 0 or 1 would put the correction at infinity.
  const bias = normalQuantile(Math.min(1 - 0.5 / resamples, Math.max(0.5 / resamples, below)));
  const acceleration = accelerationOf(differences, total);
  const quantile = (level: number) => {
    const z = bias + normalQuantile(level);
    const adjusted = normalCdf(bias + z / (1 - acceleration * z));
    const position = Math.min(resamples - 1, Math.max(0, adjusted * resamples - 0.5));
    const lower = Math.floor(position);
    const upper = Math.ceil(position);
    return means[lower]! + (position - lower) * (means[upper]! - means[lower]!);
  };
  const tail = (1 - confidenceLevel) / 2;
  return { mean, interval: { lower: quantile(tail), upper: quantile(1 - tail) } };
}

/** From the jackknife: the means of all differences but one. */
function accelerationOf(differences: readonly number[], total: number): number {
  const count = differences.length;
  let squares = 0;
  let cubes = 0;
  for (const value of differences) {
    const deviation = total / count - (total - value) / (count - 1);
    squares += deviation ** 2;
    cubes += deviation ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
