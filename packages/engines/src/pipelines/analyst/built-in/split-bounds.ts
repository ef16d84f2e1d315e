import type { NumberBounds } from '../../../market/ports/market-metrics.ts';

/** Bounds that no row can keep are two sides: `under 20,000 miles against over 60,000`. */
export function isSplit(bounds: NumberBounds | undefined): boolean {
  return bounds?.below !== undefined && bounds.above !== undefined && bounds.above >= bounds.below;
}
