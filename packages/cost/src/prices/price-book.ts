import { libraryPrice } from './library-prices.ts';
import { PRICE_OVERLAY } from './price-overlay.ts';
import type { PriceRow } from './price-row.ts';
import { withoutSnapshot } from './snapshot-suffix.ts';

/** What a model costs at an instant; `null` is unpriced, which is never the same as free. */
export type PriceBook = (query: {
  readonly provider: string;
  readonly model: string;
  readonly at: number;
}) => PriceRow | null;

/**
 * Looks in the overlay first, by exact id and then by the id without its snapshot date, at the prices of that day, and then
 * in the library. A model that the overlay has, but not yet on that day, has no price.
 */
export function createPriceBook(options: { readonly overlay?: readonly PriceRow[] } = {}): PriceBook {
  const byModel = new Map<string, PriceRow[]>();
  for (const row of options.overlay ?? PRICE_OVERLAY) {
    const rows = byModel.get(keyOf(row)) ?? [];
    byModel.set(
      keyOf(row),
      [...rows, row].sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1)),
    );
  }
  return (query) => {
    const day = new Date(query.at).toISOString().slice(0, 10);
    const rows = byModel.get(keyOf(query)) ?? byModel.get(keyOf({ ...query, model: withoutSnapshot(query.model) }));
    if (rows === undefined) return libraryPrice(query);
    return rows.find((row) => row.validFrom <= day) ?? null;
  };
}

function keyOf(of: { readonly provider: string; readonly model: string }): string {
  return `${of.provider}\n${of.model}`;
}
