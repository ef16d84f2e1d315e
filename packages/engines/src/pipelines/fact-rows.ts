import type { IsoDate } from '../market/calendar.ts';
import { addDays } from '../market/calendar.ts';
import type { Fact } from '../market/insight.ts';
import type { Listing } from '../market/listing.ts';
import type { ListingStore } from '../market/ports/listing-store.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import { segmentsOf } from '../market/segment.ts';

/** Days looked back for rows where a fact has no first day. */
const DEFAULT_DAYS = 730;

/** Rows behind a fact. */
export interface FactRows {
  /** The newest ones, at most as many as asked for. */
  readonly rows: readonly Listing[];
  /** Rows that were counted in the days looked at. */
  readonly found: number;
}

/**
 * Finds the rows behind a fact, newest first. `null` where its source names none. What is no longer stored is left out;
 * nothing known after the day of the text is read.
 */
export async function factRows(
  fact: Fact,
  options: {
    readonly stores: { readonly listings: Pick<ListingStore, 'byId'>; readonly marketData: Pick<MarketData, 'sales'> };
    /** The day of the text. */
    readonly asOf: IsoDate;
    readonly limit: number;
  },
): Promise<FactRows | null> {
  const { stores, asOf, limit } = options;
  const filters = fact.source?.rows;
  if (filters === undefined) return null;
  const { id, market, segment, from, to = asOf } = filters;
  if (id !== undefined) {
    const listing = await stores.listings.byId(id);
    return listing === null ? { rows: [], found: 0 } : { rows: [listing], found: 1 };
  }
  const [priceKind, currency] = (market ?? '').split('/');
  if (currency === undefined || (priceKind !== 'sold' && priceKind !== 'wholesale')) return null;
  const until = to < asOf ? to : asOf;
  const rows: Listing[] = [];
  let found = 0;
  const query = {
    market: { priceKind, currency },
    asOf,
    from: from ?? addDays(until, -DEFAULT_DAYS),
    to: until,
  } as const;
  for await (const sale of stores.marketData.sales(query)) {
    if (segment !== undefined && !segmentsOf(sale.vehicle).includes(segment)) continue;
    found += 1;
    rows.push(sale);
    if (rows.length > limit) rows.shift();
  }
  return { rows: rows.toReversed(), found };
}
