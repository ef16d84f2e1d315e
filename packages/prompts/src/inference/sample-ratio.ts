import { logGamma } from './binomial.ts';

/** Whether units were assigned in the shares that were asked for. */
export interface SampleRatio {
  /** How many times more likely the counts are under other shares than under those asked for, at every look at once. */
  readonly evidence: number;
  /** True where the evidence is so strong that an experiment without a fault shows it once in 1,000 at any look. */
  readonly mismatch: boolean;
}

const LEVEL = 0.001;
/** How near to the shares asked for the alternative is thought to be: as if so many units had been seen before. */
const CONCENTRATION = 1000;

/**
 * The sample-ratio check: a multinomial test that may be looked at as often as one likes (Lindon and Malek, 2022): the
 * Dirichlet mixture of other shares against the shares asked for. An experiment with a mismatch tells nothing: something
 * loses units of one arm.
 */
export function sampleRatio(arms: readonly { readonly count: number; readonly share: number }[]): SampleRatio {
  const total = arms.reduce((sum, arm) => sum + arm.count, 0);
  let log = logGamma(CONCENTRATION) - logGamma(CONCENTRATION + total);
  for (const { count, share } of arms) {
    log += logGamma(CONCENTRATION * share + count) - logGamma(CONCENTRATION * share) - count * Math.log(share);
  }
  const evidence = Math.exp(Math.min(700, log));
  return { evidence, mismatch: evidence >= 1 / LEVEL };
}
