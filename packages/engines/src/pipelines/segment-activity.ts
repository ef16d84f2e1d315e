import { segmentLiquidity, type SegmentLiquidity } from '../forecasting/liquidity/segment-liquidity.ts';
import { segmentRepeatSales, type SegmentRepeatSales } from '../forecasting/repeat-sales/segment-repeat-sales.ts';
import { addMonthsToDay, type IsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import type { SegmentId } from '../market/segment.ts';
import { MARKET_LEVEL } from '../valuation/hedonic-model.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import type { MarketRows } from './read-market-rows.ts';

/** What the offers of a segment tell beside its index. */
export interface SegmentActivity {
  readonly liquidity: SegmentLiquidity;
  /** `null` where too few chassis numbers were sold twice. */
  readonly repeatSales: SegmentRepeatSales | null;
}

/** Months of ended offers that are read. */
const MONTHS_READ = 25;

/**
 * How fast the segments of a market sell, and their index of repeat sales. Offers that ended without a sale are counted
 * in the market of retail prices, the only one for which cars are offered.
 */
export async function segmentActivity(options: {
  readonly rows: MarketRows;
  readonly valuation: FittedValuation;
  readonly marketData: MarketData;
  readonly segments: readonly SegmentId[];
  readonly asOf: IsoDate;
}): Promise<Readonly<Record<SegmentId, SegmentActivity>>> {
  const { rows, valuation, marketData, segments, asOf } = options;
  const { market } = valuation;
  const offers = [...rows.sales, ...rows.activeListings];
  if (market.priceKind === 'sold') {
    const from = addMonthsToDay(asOf, -MONTHS_READ);
    for await (const offer of marketData.endedOffers({ asOf, currency: market.currency, from })) offers.push(offer);
  }
  const liquidity = segmentLiquidity(offers, { asOf, segments });
  const repeatSales = segmentRepeatSales(rows.sales, { asOf, segments, logValue: (sale) => valueOf(valuation, sale) });
  return Object.fromEntries(
    [...liquidity].map(([segment, own]) => {
      return [segment, { liquidity: own, repeatSales: repeatSales.get(segment) ?? null }];
    }),
  );
}

/** Log value of a sold car without the level of its market, by a fit that had not seen the sale. */
function valueOf(valuation: FittedValuation, sale: Sale): number | undefined {
  const value = valuation.valueLeftOut(sale);
  if (value.status !== 'ok') return undefined;
  return value.contributions.reduce(
    (sum, { name, logEffect }) => (name === MARKET_LEVEL ? sum : sum + logEffect),
    value.baseLogPrice,
  );
}
