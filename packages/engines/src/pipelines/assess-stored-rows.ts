import { assessDataQuality, type QualityAssessment } from '../anomalies/data-quality/assess-data-quality.ts';
import type { CarKnowledge } from '../anomalies/data-quality/row-checks.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { carKnowledge } from './car-knowledge.ts';
import { assessQuality as assessInThread, type QualityAssessor } from './quality-assessor.ts';
import { computedPart } from './market-rows.ts';
import type { MarketData } from '../market/ports/market-data.ts';

/** What was assessed, market by market. */
export interface MarketQuality extends QualityAssessment {
  readonly market: MarketScope;
}

/** At most so many of the newest rows of a market are compared with each other. */
const MOST_ROWS = 250_000;

/**
 * Assesses the stored rows of every market, or of one, as of a day: sales up to it, and the offers of its currency that run
 * on it. `knowledge` adds to what the taxonomy and the catalogue of options know, and works in the calling thread whatever the
 * assessor.
 */
export async function assessStoredRows(
  {
    stores,
    now,
    assessQuality = assessInThread,
  }: {
    readonly stores: { readonly marketData: MarketData };
    readonly now: () => number;
    /** Default: in the calling thread. */
    readonly assessQuality?: QualityAssessor;
  },
  options: { readonly asOf?: IsoDate; readonly market?: MarketScope; readonly knowledge?: CarKnowledge } = {},
): Promise<readonly MarketQuality[]> {
  const asOf = options.asOf ?? dayOfInstant(now());
  const assessed: MarketQuality[] = [];
  for await (const { market, rows } of readMarketRows(stores, { ...options, asOf })) {
    const assessment =
      options.knowledge === undefined
        ? await assessQuality({ rows, asOf })
        : assessDataQuality(rows, { asOf, knowledge: { ...carKnowledge(), ...options.knowledge } });
    assessed.push({ market, ...assessment });
  }
  return assessed;
}

/** The rows of every market, or of one, that an assessment of a day reads: the newest 250,000. */
export async function* readMarketRows(
  stores: { readonly marketData: MarketData },
  options: { readonly asOf: IsoDate; readonly market?: MarketScope },
): AsyncIterable<{ readonly market: MarketScope; readonly rows: readonly Listing[] }> {
  const { asOf } = options;
  const wanted = options.market === undefined ? null : marketKey(options.market);
  for (const market of await stores.marketData.markets({ asOf })) {
    if (wanted !== null && marketKey(market) !== wanted) continue;
    const rows: Listing[] = [];
    for await (const sale of stores.marketData.sales({ market, asOf, to: asOf })) rows.push(computedPart(sale));
    if (market.priceKind === 'sold') {
      for await (const offer of stores.marketData.activeListings({ asOf, currency: market.currency })) {
        rows.push(computedPart(offer));
      }
    }
    yield { market, rows: rows.slice(-MOST_ROWS) };
  }
}
