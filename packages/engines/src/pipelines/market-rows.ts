import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Listing, Sale } from '../market/listing.ts';
import type { MarketScope, Price } from '../market/price.ts';

/** Where no offer runs, the sales of this many days before `asOf` are scored instead. */
export const RECENT_SALE_DAYS = 30;

/** True where an offer can be judged by a market: an asking price in its currency, against prices paid in retail. */
export function isOfferIn(market: MarketScope, listing: Listing): boolean {
  return listing.price?.kind === 'ask' && isPriceJudgedIn(market, listing.price);
}

/** True for prices that a market judges: those of its own kind, and asking prices against prices paid in retail. */
export function isPriceJudgedIn(market: MarketScope, { kind, currency }: Price): boolean {
  return currency === market.currency && (kind === market.priceKind || (kind === 'ask' && market.priceKind === 'sold'));
}

/** True for a sale that ended in the days up to `asOf` which are scored. */
export function isRecentSale(sale: Sale, asOf: IsoDate): boolean {
  return sale.endedOn <= asOf && sale.endedOn > addDays(asOf, -RECENT_SALE_DAYS);
}

/** The row without its further columns, which no engine computes with; its free text says why a price is odd. */
export function judgedPart<Row extends Listing>(row: Row): Row {
  return { ...row, attributes: {} };
}

/**
 * The row without its free text and its further columns, which no engine computes with: they are most of its size, and
 * a change of them is no reason to fit again.
 */
export function computedPart<Row extends Listing>(row: Row): Row {
  return { ...row, details: [], attributes: {} };
}
