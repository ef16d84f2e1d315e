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
const { listings } = generateMarket({
  preset: 'demo',
  seed: 11,
  endsOn: FIXTURE_DAY,
  salesPerMonth: 40,
  months: 24,
  activeListings: 40,
});

/** The real fit, done once a day: two kinds of store hold the same rows. */
const fitted = new Map<string, ReturnType<MarketFitter>>();
const fitOnce: MarketFitter = (request) => {
  const known = fitted.get(request.asOf) ?? fitMarket(request);
  fitted.set(request.asOf, known);
  return known;
};

/**
 * The API over stores that hold a synthetic market and its analysis of the fixture day (and of earlier days, where
 * asked for), nothing replaced.
 */
export async function analysedApi(stores: EngineStores, options: { readonly earlierDays?: readonly string[] } = {}) {
  await stores.listings.upsert(listings);
  for (const asOf of options.earlierDays ?? []) await runDaily({ stores, now, fitMarket: fitOnce }, { asOf });
  const report = await runDaily({ stores, now, fitMarket: fitOnce }, { asOf: FIXTURE_DAY });
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
