import { binomialCdf } from './binomial.ts';
import { normalQuantile } from './normal.ts';

export interface PairedRates {
  /** Cases that only the first passed. */
  readonly onlyFirst: number;
  /** Cases that only the second passed. */
  readonly onlySecond: number;
  /** All cases, also those on which both did the same. */
  readonly pairs: number;
}

/** What two ways of doing the same cases differ by. */
export interface PairedRateTest {
  /** Two-sided p-value of the exact test. */
  readonly pValue: number;
  /** Rate of the second minus rate of the first. */
  readonly difference: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

/**
 * McNemar's exact test on pairs: of the cases on which the two differ, are those that the second won more or fewer than
 * chance lets be? The interval of the difference is the adjusted Wald interval of Bonett and Price (2012), which holds its
 * coverage for few pairs. Without pairs the interval is everything.
 */
export function pairedRateTest(counts: PairedRates, options: { readonly confidenceLevel: number }): PairedRateTest {
  const { onlyFirst, onlySecond, pairs } = counts;
  const discordant = onlyFirst + onlySecond;
  const pValue = discordant === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(onlyFirst, onlySecond), discordant, 0.5));
  if (pairs === 0) return { pValue, difference: 0, interval: { lower: -1, upper: 1 } };
  const first = (onlyFirst + 1) / (pairs + 2);
  const second = (onlySecond + 1) / (pairs + 2);
  const centre = second - first;
  const z = normalQuantile(1 - (1 - options.confidenceLevel) / 2);
  const reach = z * Math.sqrt((first + second - centre * centre) / (pairs + 2));
  return {
    pValue,
    difference: (onlySecond - onlyFirst) / pairs,
    interval: { lower: Math.max(-1, centre - reach), upper: Math.min(1, centre + reach) },
  };
}
