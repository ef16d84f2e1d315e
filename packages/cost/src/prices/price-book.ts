import { libraryPrice } from './library-prices.ts';
import { PRICE_OVERLAY } from './price-overlay.ts';
import type { PriceRow } from './price-row.ts';

/** What a model costs at an instant; `null` is unpriced, which is never the same as free. */
export type PriceBook = (query: {
  readonly provider: string;
  readonly model: string;
  readonly at: number;
}) => PriceRow | null;

/** Looks in the overlay first, by exact id and day, and then in the library. */
export function createPriceBook(options: { readonly overlay?: readonly PriceRow[] } = {}): PriceBook {
  const overlay = options.overlay ?? PRICE_OVERLAY;
  return (query) => {
    const day = new Date(query.at).toISOString().slice(0, 10);
    const rows = overlay.filter((row) => row.provider === query.provider && row.model === query.model);
    const valid = rows
      .filter((row) => row.validFrom <= day)
      .sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
    return valid[0] ?? (rows.length > 0 ? null : libraryPrice(query));
  };
}
