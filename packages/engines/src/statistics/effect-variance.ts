/**
 * One step of the fixed-point update of a variance component (MacKay 1992; the EM of Dempster, Laird and Rubin 1977 has
 * the same fixed point and needs many more steps): tau^2 = sum u^2 / sum (1 - v / tau^2), where v is the posterior
 * variance of an effect, here 1 / (data precision + 1 / tau^2). Effects must be centred before: a common shift is no
 * variance between groups. Answers the lower bound where there is no effect at all.
 */
export function updateEffectVariance(
  effects: ArrayLike<number>,
  options: {
    /** What the data say about each effect: weighted count over the residual variance. */
    readonly dataPrecision: ArrayLike<number>;
    readonly variance: number;
    /** Default 1e-6. */
    readonly minimum?: number;
    /** Default 25. */
    readonly maximum?: number;
  },
): number {
  const minimum = options.minimum ?? 1e-6;
  let squares = 0;
  let determined = 0;
  for (let j = 0; j < effects.length; j++) {
    const precision = options.dataPrecision[j]!;
    squares += effects[j]! ** 2;
    determined += (precision * options.variance) / (1 + precision * options.variance);
  }
  if (determined < 1e-9) return minimum;
  return Math.min(options.maximum ?? 25, Math.max(minimum, squares / determined));
}
