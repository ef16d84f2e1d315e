import { createHash } from 'node:crypto';
import { canonicalJson } from '../../market/canonical-json.ts';
import type { IsoDate } from '../../market/calendar.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { contentHash } from '../content-hash.ts';
import { type MarketRows, readMarketRows } from '../read-market-rows.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { type AdvanceStep, runStep } from './run-step.ts';

/** What the collect step remembers of a market. */
export interface CollectedMarket extends Readonly<Record<string, unknown>> {
  /** SHA-256 of every row that the analysis reads. */
  readonly dataHash: string;
  readonly saleCount: number;
  readonly activeCount: number;
  readonly firstSaleOn: IsoDate | null;
  readonly lastSaleOn: IsoDate | null;
  readonly synthetic: boolean;
}

/**
 * Reads a market's sales and offers up to the day. `rows` hands them over; after a skipped step they are read only when
 * somebody asks.
 */
export async function collectMarket(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly head: string | null;
    /** When the search for changes began, for the market that bears its time. */
    readonly startedAt?: number;
  },
): Promise<{ readonly collected: CollectedMarket; readonly rows: () => Promise<MarketRows> }> {
  const { market, head, startedAt } = options;
  const { asOf, signal, dependencies } = context;
  const readRows = (advance?: AdvanceStep) =>
    readMarketRows(dependencies.stores.marketData, {
      market,
      asOf,
      ...(signal === undefined ? {} : { signal }),
      ...(advance === undefined ? {} : { onSales: (done) => advance({ unit: 'sales', done, total: null }) }),
    });
  let read: MarketRows | undefined;
  const { details } = await runStep<CollectedMarket>(context, {
    step: 'collect',
    market: marketKey(market),
    inputHash: contentHash({ version: PIPELINE_VERSION, head }),
    ...(startedAt === undefined ? {} : { startedAt }),
    work: async (advance) => {
      read = await readRows(advance);
      const { sales, activeListings, endedOffers } = read;
      const digest = createHash('sha256');
      for (const row of [...sales, ...activeListings, ...endedOffers]) digest.update(canonicalJson(row)).update('\n');
      const collected: CollectedMarket = {
        dataHash: digest.digest('hex'),
        saleCount: sales.length,
        activeCount: activeListings.length,
        firstSaleOn: sales[0]?.endedOn ?? null,
        lastSaleOn: sales.at(-1)?.endedOn ?? null,
        synthetic: [...sales, ...activeListings].some((row) => row.synthetic),
      };
      return { counts: { sales: sales.length, active_listings: activeListings.length }, details: collected };
    },
  });
  return { collected: details, rows: async () => read ?? readRows() };
}
