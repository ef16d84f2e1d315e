import { InvalidInputError } from '../errors.ts';
import type { PercentileMeasure } from './ports/market-metrics.ts';

/** How a percentile is written as a measure, such as `p90-price` or `p2.5-miles`. */
export const PERCENTILE_MEASURE = /^p(\d{1,2}(?:\.\d{1,2})?)-(?:price|miles)$/;

/** The percent of a percentile: over 0 and under 100. Anything else is an `InvalidInputError`. */
export function percentOf(measure: PercentileMeasure): number {
  const percent = Number(PERCENTILE_MEASURE.exec(measure)?.[1] ?? 0);
  if (percent > 0) return percent;
  throw new InvalidInputError(
    `There is no measure ${measure}: a percentile is written like p90-price, with 0 < p < 100.`,
  );
}
