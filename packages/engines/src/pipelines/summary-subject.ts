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
  const scope = { rows: 'sales', market, asOf, filter: { days: { to: asOf } } } as const;
  const [[sales], [newest]] = await Promise.all([
    stores.metrics.measure(scope),
    stores.metrics.list({ ...scope, order: 'day', direction: 'descending', limit: 1 }),
  ]);
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
    saleCount: sales?.count ?? 0,
    firstSaleOn: sales?.firstDay ?? null,
    lastSaleOn: sales?.lastDay ?? null,
    activeCount,
    indices,
    // Made-up and real sales never share a market: the newest tells for all.
    synthetic: newest?.synthetic ?? false,
    predictions: entries.map((entry) => entry.prediction),
    anomalies: open.anomalies.filter(({ detectedOn, price }) => detectedOn === asOf && isPriceJudgedIn(market, price)),
  };
}
