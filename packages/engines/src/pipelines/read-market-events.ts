import type { MarketEvent } from '../market/market-event.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { FittedModelStore } from '../market/ports/fitted-model-store.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { MARKET_EVENTS, MARKET_EVENTS_VERSION } from './fitted-model-kinds.ts';

/** The movements that the newest analysis up to a day stored for a market; `null` before the first. */
export async function readMarketEvents(
  stores: { readonly fittedModels: FittedModelStore },
  { market, asOf }: { readonly market: MarketScope; readonly asOf: IsoDate },
): Promise<{ readonly asOf: IsoDate; readonly events: readonly MarketEvent[] } | null> {
  const query = { kind: MARKET_EVENTS, version: MARKET_EVENTS_VERSION, market: marketKey(market), asOf };
  const record = await stores.fittedModels.latest(query);
  return record === null ? null : { asOf: record.asOf, events: record.payload as readonly MarketEvent[] };
}
