import type { MarketIndex } from '../../api/answers.ts';

/**
 * The last month with a sale, where the index has been carried on for two months or more since; `null` while sales are
 * fresh, and for an index without points.
 */
export function lastSaleMonth(points: MarketIndex['points']): string | null {
  const position = points.findLastIndex((point) => point.saleCount > 0);
  if (points.length - 1 - position < 2) return null;
  return points[position]?.month ?? null;
}
