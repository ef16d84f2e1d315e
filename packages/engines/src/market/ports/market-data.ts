import type { IsoDate } from '../calendar.ts';
import type { Listing, Sale } from '../listing.ts';
import type { MarketScope } from '../price.ts';

/** Cars by name, compared without regard to the case of letters from A to Z; an absent name stands for all. */
export interface CarScope {
  readonly make?: string | undefined;
  readonly model?: string | undefined;
  readonly generation?: string | undefined;
}

/**
 * Read access to the rows a computation may use.
 *
 * Glossary. *Sale*: a finished sale with a price. *Active*: offered on `asOf`. *Ended offer*: not offered any more and not
 * sold. *Known on*: the first day a row could be
 * known; **no method returns a row with `knownOn` later than `asOf`**, which is what makes a backtest true.
 *
 * Missing rows are an empty result, never an error. Every stream is ordered by day (sales by `endedOn`, offers
 * by `knownOn`), then by listing id, so that equal data gives equal bytes. A stream sees the rows that were stored when it started; rows written while it runs may or
 * may not appear.
 */
export interface MarketData {
  /** Markets (price kind and currency) that have at least one sale known on `asOf`, ordered by key. */
  markets(query: { readonly asOf: IsoDate }): Promise<readonly MarketScope[]>;
  /**
   * Sales of one market ended in [from, to], both days included; `from` absent means from the first. With `cars` only those
   * of a make, model line or generation, so that a question about one line does not read the others.
   */
  sales(query: {
    readonly market: MarketScope;
    readonly asOf: IsoDate;
    readonly from?: IsoDate;
    readonly to?: IsoDate;
    readonly cars?: CarScope;
  }): AsyncIterable<Sale>;
  /** Listings that run on `asOf`: known by then, status active, not ended before it; `currency` is that of the price. */
  activeListings(query: { readonly asOf: IsoDate; readonly currency?: string }): AsyncIterable<Listing>;
  /**
   * Offers that were over by `asOf` without a sale: withdrawn, ended unsold, or past their last day. `from` is the first
   * day of their end, of the day they were known where no end is stated; `currency` is that of the price.
   */
  endedOffers(query: {
    readonly asOf: IsoDate;
    readonly from: IsoDate;
    readonly currency?: string;
  }): AsyncIterable<Listing>;
}
