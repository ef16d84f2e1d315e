import {
  ANALYST_TOOLS,
  builtInInterpreter,
  type EngineStores,
  fitMarket,
  LLMPredictor,
  MarketAnalyst,
  MarketInsightsGenerator,
  type MarketFitter,
  runDaily,
} from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { createApi } from '../create-api.ts';
import { FIXTURE_DAY, FIXTURE_NOW } from './empty-api.ts';

const now = () => FIXTURE_NOW;
const MONTHS = 24;
const listingsOf = (months: number) =>
  generateMarket({
    preset: 'demo',
    seed: 11,
    endsOn: FIXTURE_DAY,
    salesPerMonth: 40,
    months,
    activeListings: 40,
  }).listings;

/** The real fit, done once a day and history: two kinds of store hold the same rows. */
const fitted = new Map<string, ReturnType<MarketFitter>>();
const fitOnce =
  (months: number): MarketFitter =>
  (request) => {
    const key = `${request.asOf} ${months}`;
    const known = fitted.get(key) ?? fitMarket(request);
    fitted.set(key, known);
    return known;
  };

/**
 * The API over stores that hold a synthetic market and its analysis of the fixture day (and of earlier days, where
 * asked for), nothing replaced. `months` of sales: 24 by default.
 */
export async function analysedApi(
  stores: EngineStores,
  options: { readonly earlierDays?: readonly string[]; readonly months?: number } = {},
) {
  const { months = MONTHS } = options;
  await stores.listings.upsert(listingsOf(months));
  for (const asOf of options.earlierDays ?? []) await runDaily({ stores, now, fitMarket: fitOnce(months) }, { asOf });
  const report = await runDaily({ stores, now, fitMarket: fitOnce(months) }, { asOf: FIXTURE_DAY });
  const reported: unknown[] = [];
  let scans = 0;
  const api = createApi({
    stores,
    predictor: new LLMPredictor({ stores, now }),
    insightWriter: new MarketInsightsGenerator({ stores, now }),
    analyst: new MarketAnalyst({ stores, now, tools: ANALYST_TOOLS, builtIn: builtInInterpreter() }),
    dataset: { name: 'Synthetic market', synthetic: true },
    enqueueScan: async () => {
      scans += 1;
    },
    now,
    onError: (error) => reported.push(error),
    rateLimit: false,
  });
  return { api, report, reported, scans: () => scans };
}
