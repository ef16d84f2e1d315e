import { normalQuantile } from './normal-quantile.ts';

/** How often something succeeded. */
export interface Tally {
  readonly successes: number;
  readonly trials: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The score interval of a share.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 */
export function wilsonInterval(tally: Tally, options: { readonly confidenceLevel: number }): Interval {
  const { successes, trials } = tally;
  const z = normalQuantile(0.5 + options.confidenceLevel / 2);
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}

/**
 * The interval of the first share minus the second, from both score intervals.
 *
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions" (1998), method 10.
 */
export function newcombeDifference(
  first: Tally,
  second: Tally,
  options: { readonly confidenceLevel: number },
): Interval {
  const [one, two] = [first.successes / first.trials, second.successes / second.trials];
  const [ofOne, ofTwo] = [wilsonInterval(first, options), wilsonInterval(second, options)];
  return {
    lower: one - two - Math.hypot(one - ofOne.lower, ofTwo.upper - two),
    upper: one - two + Math.hypot(ofOne.upper - one, two - ofTwo.lower),
  };
}
