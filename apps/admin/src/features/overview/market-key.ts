import type { Overview } from '../../api/answers.ts';

/** The text key of the market with the most sales, such as `sold/USD`; `null` while there is none. */
export function marketKeyOf(overview: Pick<Overview, 'markets'>): string | null {
  const first = overview.markets[0];
  return first ? `${first.market.priceKind}/${first.market.currency}` : null;
}
