import type { Listing, Sale } from '../../market/listing.ts';
import type { Price, SalePriceKind } from '../../market/price.ts';
import { isIsoDate } from '../../market/calendar.ts';

/** A sold row of a file in a backtest. Unlike a `Sale` it may lack its day: it is answered, and never learnt from. */
export interface BacktestSale {
  /** Position of the row in its file, 0 for the first after the header. */
  readonly row: number;
  readonly listing: Listing & { readonly status: 'sold'; readonly price: Price<SalePriceKind> };
  /** What a guide said the car was worth before the sale; `null` where the file has none. */
  readonly guidePrice: number | null;
}

/** A sale that a fit may learn from, with what the guide said. */
export interface DatedSale extends BacktestSale {
  readonly listing: Sale;
}

/** True where the day of the sale is known. */
export function isDated(sale: BacktestSale): sale is DatedSale {
  return sale.listing.endedOn !== null && isIsoDate(sale.listing.endedOn);
}
