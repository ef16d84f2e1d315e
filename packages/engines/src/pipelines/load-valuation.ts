import type { IsoDate } from '../market/calendar.ts';
import type { FittedModelStore } from '../market/ports/fitted-model-store.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { VALUATION_VERSION } from '../valuation/fit-payload.ts';
import { valuationFromPayload } from '../valuation/fitted-valuation.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { VALUATION_MODEL } from './fitted-model-kinds.ts';

/** The newest fitted valuation of a market, `null` where none is stored. */
export type LoadValuation = (market: MarketScope) => Promise<FittedValuation | null>;

/** Reads stored valuations up to a day, each market once. Never fits. */
export function loadValuations(store: FittedModelStore, options: { readonly asOf: IsoDate }): LoadValuation {
  const loaded = new Map<string, Promise<FittedValuation | null>>();
  return (scope) => {
    const market = marketKey(scope);
    const known = loaded.get(market);
    if (known !== undefined) return known;
    const query = { kind: VALUATION_MODEL, market, version: VALUATION_VERSION, asOf: options.asOf };
    const loading = store
      .latest(query)
      .then((record) => (record === null ? null : valuationFromPayload(record.payload)));
    loaded.set(market, loading);
    return loading;
  };
}
