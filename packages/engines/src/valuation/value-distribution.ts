import type { Interval } from '../market/interval.ts';
import { CONFIDENCE_LEVELS } from '../market/interval.ts';
import type { ConformalBand } from '../statistics/conformal-band.ts';
import type { ValueQuantile } from './valuation.ts';

/**
 * Turns conformal bands around a log price into intervals of 50, 80 and 90 % and the 19 quantiles from 5 to 95 %, whole
 * currency units. Bands lie within one another, so that quantiles never cross; the median is the price itself.
 */
export function distributionOf(
  bands: readonly ConformalBand[],
  options: { readonly logPrice: number; readonly logSpread: number },
): { readonly intervals: readonly Interval[]; readonly quantiles: readonly ValueQuantile[] } {
  const { logPrice, logSpread } = options;
  const amountAt = (bound: number): number => Math.round(Math.exp(logPrice + bound * logSpread));
  const levels = bands.map(({ confidenceLevel, lower, upper }) => ({
    confidenceLevel,
    lower: amountAt(lower),
    upper: amountAt(upper),
  }));
  const tail = (confidenceLevel: number): number => Math.round(50 * (1 - confidenceLevel)) / 100;
  return {
    intervals: levels.filter(({ confidenceLevel }) => CONFIDENCE_LEVELS.some((level) => level === confidenceLevel)),
    quantiles: [
      ...levels.map(({ confidenceLevel, lower }) => ({ probability: tail(confidenceLevel), amount: lower })).reverse(),
      { probability: 0.5, amount: amountAt(0) },
      ...levels.map(({ confidenceLevel, upper }) => ({
        probability: Math.round(100 * (1 - tail(confidenceLevel))) / 100,
        amount: upper,
      })),
    ],
  };
}
