import { normalQuantile } from './normal-quantile.ts';

/**
 * Quantile of Student's t distribution by its expansion around the normal one, which is off by less than 1 % from 3 degrees
 * of freedom on at the usual levels.
 *
 * M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5.
 */
export function studentQuantile(probability: number, options: { readonly degreesOfFreedom: number }): number {
  const { degreesOfFreedom: n } = options;
  const z = normalQuantile(probability);
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + first / n + second / n ** 2 + third / n ** 3 + fourth / n ** 4;
}
