import type { MarketSummarySubject } from '../insights/write-market-summary.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { MarketIndex } from '../market/market-index.ts';
import { marketKey } from '../market/price.ts';
import { isOfferIn, isPriceJudgedIn } from './market-rows.ts';
import type { StoredAnalysis } from './stored-analysis.ts';

const ALL = 1_000_000;

/** What a stored analysis knows of its market, as the daily run would tell it; the market's rows are counted again. */
export async function summarySubject(
  analysis: StoredAnalysis,
  options: { readonly stores: EngineStores },
): Promise<MarketSummarySubject> {
  const { market, asOf } = analysis;
  const { stores } = options;
  let saleCount = 0;
  let firstSaleOn: string | null = null;
  let lastSaleOn: string | null = null;
  let synthetic = false;
  for await (const sale of stores.marketData.sales({ market, asOf, to: asOf })) {
    saleCount += 1;
    firstSaleOn ??= sale.endedOn;
    lastSaleOn = sale.endedOn;
    synthetic ||= sale.synthetic;
  }
  let activeCount = 0;
  for await (const listing of stores.marketData.activeListings({ asOf, currency: market.currency })) {
    if (isOfferIn(market, listing)) activeCount += 1;
  }
  const indices: MarketIndex[] = [];
  for (const segment of analysis.segments) {
    const stored = await stores.marketIndices.latest({ market, segment, asOf });
    if (stored?.asOf === asOf) indices.push(stored.index);
  }
  const entries = await stores.predictions.list({ market: marketKey(market), asOf, limit: ALL });
  const open = await stores.anomalies.list({ status: 'active', detectedFrom: asOf, limit: ALL });
  return {
    market,
    asOf,
    saleCount,
    firstSaleOn,
    lastSaleOn,
    activeCount,
    indices,
    synthetic,
    predictions: entries.map((entry) => entry.prediction),
    anomalies: open.anomalies.filter(({ detectedOn, price }) => detectedOn === asOf && isPriceJudgedIn(market, price)),
  };
}
