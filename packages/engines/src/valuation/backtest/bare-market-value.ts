import { CONFIDENCE_LEVELS } from '../../market/interval.ts';
import type { Interval } from '../../market/interval.ts';
import { median } from '../../statistics/quantile.ts';

/** Quantiles of the Student t distribution with 2 degrees of freedom at 75, 90 and 95 %. */
const T2_QUANTILES = [0.8165, 1.8856, 2.92];
/** Prices of unlike cars lie about a factor of e from their median; a handful of sales may hide it. */
const LEAST_LOG_SPREAD = 1;

/**
 * The widest honest answer where a market has too few sales for a fit: the median of what there is, with the tails of
 * a Student t of 2 degrees of freedom around it. `null` without a sale.
 */
export function bareMarketValue(
  prices: readonly number[],
): { readonly amount: number; readonly intervals: readonly Interval[] } | null {
  const logPrices = prices.filter((price) => price > 0).map(Math.log);
  if (logPrices.length === 0) return null;
  const middle = median(logPrices);
  const spread = Math.max(LEAST_LOG_SPREAD, 1.4826 * median(logPrices.map((value) => Math.abs(value - middle))));
  const scale = spread * Math.sqrt(1 + 1 / logPrices.length);
  return {
    amount: Math.round(Math.exp(middle)),
    intervals: CONFIDENCE_LEVELS.map((confidenceLevel, level) => ({
      confidenceLevel,
      lower: Math.round(Math.exp(middle - scale * T2_QUANTILES[level]!)),
      upper: Math.round(Math.exp(middle + scale * T2_QUANTILES[level]!)),
    })),
  };
}
