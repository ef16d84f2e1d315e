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
  const known = new Map<string, Map<string, DatedRow[]>>();
  for (const row of options.overlay ?? PRICE_OVERLAY) {
    const models = known.get(row.provider) ?? new Map<string, DatedRow[]>();
    const rows = [...(models.get(row.model) ?? []), { row, validFrom: Date.parse(row.validFrom) }];
    known.set(
      row.provider,
      models.set(
        row.model,
        rows.sort((left, right) => right.validFrom - left.validFrom),
      ),
    );
  }
  return (query) => {
    const models = known.get(query.provider);
    const rows = models?.get(query.model) ?? models?.get(withoutSnapshot(query.model));
    if (rows === undefined) return libraryPrice(query);
    return rows.find(({ validFrom }) => validFrom <= query.at)?.row ?? null;
  };
}

interface DatedRow {
  readonly row: PriceRow;
  /** Epoch milliseconds. */
  readonly validFrom: number;
}
