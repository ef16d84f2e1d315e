import { InvalidInputError } from '../errors.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { Sale } from '../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { type ComparableSearch, prepareComparables } from '../valuation/comparables/prepare-comparables.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { computedPart } from './market-rows.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { createAnalysisReader, type StoredAnalysis } from './stored-analysis.ts';
import { type SoldNames, sortSoldNames } from './value-car-names.ts';

/** A market as valuations of single cars read it. */
export interface ValuedMarket {
  readonly status: 'ok';
  readonly valuation: FittedValuation;
  readonly search: ComparableSearch;
  readonly names: SoldNames;
  /** Forecasts of the indices by segment; none where the market was fitted for the question. */
  readonly forecasts: StoredAnalysis['forecasts'];
  readonly synthetic: boolean;
}

/** Reads the market of a question. */
export type ReadValuedMarket = (query: {
  readonly market?: MarketScope | undefined;
  readonly asOf?: IsoDate | undefined;
}) => Promise<ValuedMarket | NotEnoughData>;

/** The stores that values are read from, and the clock. */
export interface ValuerDependencies extends Pick<PipelineDependencies, 'now'> {
  readonly stores: Pick<EngineStores, 'fittedModels' | 'marketIndices' | 'marketData' | 'runs'>;
}

/** Markets and days that a reader keeps: each holds all its sales. */
const KEPT_COUNT = 2;

/**
 * Makes a reader of valued markets: the newest stored fit with the sales up to its day, read once and kept while it is
 * the newest. Without a stored fit it refuses, or fits in the calling thread where `fitsWhenMissing` says so; such a fit
 * is not stored.
 */
export function createValuedMarketReader(
  dependencies: ValuerDependencies,
  options: { readonly fitsWhenMissing: boolean },
): ReadValuedMarket {
  const { stores, now } = dependencies;
  const analyses = createAnalysisReader(stores);
  const kept = new Map<string, Promise<ValuedMarket>>();

  async function salesOf(market: MarketScope, asOf: IsoDate): Promise<readonly Sale[]> {
    const sales: Sale[] = [];
    for await (const sale of stores.marketData.sales({ market, asOf, to: asOf })) sales.push(computedPart(sale));
    return sales;
  }

  async function fitLargest(query: { readonly market?: MarketScope | undefined; readonly asOf: IsoDate }) {
    const markets = query.market === undefined ? await stores.marketData.markets(query) : [query.market];
    let sales: readonly Sale[] = [];
    for (const market of markets) {
      const candidates = await salesOf(market, query.asOf);
      if (candidates.length > sales.length) sales = candidates;
    }
    if (sales.length === 0) return notEnoughData('no sales are stored', { found: 0, needed: 1 });
    const valuation = fitValuation(sales, { asOf: query.asOf });
    return 'status' in valuation ? valuation : valuedMarket(valuation, { sales, forecasts: {} });
  }

  return async ({ market, asOf = dayOfInstant(now()) }) => {
    const today = dayOfInstant(now());
    if (asOf > today) throw new InvalidInputError(`No fit is of ${asOf} yet: give a day up to ${today}.`);
    const analysis = await analyses.read({ asOf, ...(market === undefined ? {} : { market }) });
    if (analysis.status !== 'ok') {
      return options.fitsWhenMissing ? fitLargest({ market, asOf }) : analysis;
    }
    const key = [marketKey(analysis.market), analysis.asOf, analysis.dataHash].join(' ');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = salesOf(analysis.market, analysis.asOf).then((sales) =>
      valuedMarket(analysis.valuation, { sales, forecasts: analysis.forecasts }),
    );
    if (kept.size >= KEPT_COUNT) kept.delete([...kept.keys()][0]!);
    kept.set(key, reading);
    // A failure is not kept: the next question reads again.
    reading.catch(() => kept.delete(key));
    return reading;
  };
}

function valuedMarket(
  valuation: FittedValuation,
  { sales, forecasts }: { readonly sales: readonly Sale[]; readonly forecasts: ValuedMarket['forecasts'] },
): ValuedMarket {
  return {
    forecasts,
    status: 'ok',
    valuation,
    search: prepareComparables(sales, { valuation }),
    names: sortSoldNames(sales),
    synthetic: sales.some(({ synthetic }) => synthetic),
  };
}
