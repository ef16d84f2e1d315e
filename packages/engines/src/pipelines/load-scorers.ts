import { anomalyJudgeFromPayload } from '../anomalies/judge/anomaly-judge.ts';
import { ANOMALY_JUDGE_VERSION } from '../anomalies/judge/judge-payload.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { FittedModelStore } from '../market/ports/fitted-model-store.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { ANOMALY_JUDGE_MODEL } from './fitted-model-kinds.ts';
import { loadValuations } from './load-valuation.ts';
import type { ListingScorer } from './score-listings.ts';

/** What the newest analysis of a market scores listings by, `null` where none is stored. */
export type LoadScorer = (market: MarketScope) => Promise<ListingScorer | null>;

/** Reads what daily runs stored up to a day, each market once. Never fits. */
export function loadScorers(store: FittedModelStore, options: { readonly asOf: IsoDate }): LoadScorer {
  const valuationOf = loadValuations(store, options);
  const loaded = new Map<string, Promise<ListingScorer | null>>();
  const load = async (scope: MarketScope): Promise<ListingScorer | null> => {
    const valuation = await valuationOf(scope);
    if (valuation === null) return null;
    const query = { kind: ANOMALY_JUDGE_MODEL, market: marketKey(scope), version: ANOMALY_JUDGE_VERSION };
    const record = await store.latest({ ...query, asOf: valuation.asOf });
    return record === null ? null : { valuation, judge: anomalyJudgeFromPayload(record.payload) };
  };
  return (scope) => {
    const market = marketKey(scope);
    const known = loaded.get(market) ?? load(scope);
    loaded.set(market, known);
    return known;
  };
}
