import type { IsoDate } from '../market/calendar.ts';
import type { Listing, Sale } from '../market/listing.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import type { MarketScope } from '../market/price.ts';
import { computedPart } from './market-rows.ts';
import { readEndedOffers, readRunningOffers } from './offers-beside.ts';

const TOLD_EVERY = 2000;

/** What the analysis of a market reads. */
export interface MarketRows {
  readonly sales: readonly Sale[];
  readonly activeListings: readonly Listing[];
  /** Offers that ended lately without a sale. */
  readonly endedOffers: readonly Listing[];
}

export interface MarketReading {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** Stops the reading of sales with its reason. */
  readonly signal?: AbortSignal;
  /** Hears now and then how many sales have been read. */
  readonly onSales?: (count: number) => void;
}

/** Reads a market's sales up to a day and its offers on it, each cut to the part that the analysis reads. */
export async function readMarketRows(marketData: MarketData, reading: MarketReading): Promise<MarketRows> {
  return {
    sales: await readMarketSales(marketData, reading),
    activeListings: await readRunningOffers(marketData, reading),
    endedOffers: await readEndedOffers(marketData, reading),
  };
}

/** Reads a market's sales up to a day. */
export async function readMarketSales(
  marketData: MarketData,
  { market, asOf, signal, onSales }: MarketReading,
): Promise<readonly Sale[]> {
  const sales: Sale[] = [];
  for await (const sale of marketData.sales({ market, asOf, to: asOf })) {
    sales.push(computedPart(sale));
    if (sales.length % TOLD_EVERY === 0) {
      signal?.throwIfAborted();
      onSales?.(sales.length);
    }
  }
  return sales;
}
