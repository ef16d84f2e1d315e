import type { MarketEvent } from '../market/market-event.ts';
import { writeMovementText } from '../insights/write-movement-text.ts';
import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { writeOnce } from './write-once.ts';

/** Movements that were told so many days ago or longer are history: nobody is alerted and nothing is written. */
export const NEW_EVENT_DAYS = 28;

/** What tells one event from all others, whatever day it is found again on. */
export function eventIdentity(market: MarketScope, { series, segment, direction, detectedOn }: MarketEvent) {
  return ['market_movement', marketKey(market), series, segment, direction, detectedOn] as const;
}

/** The events that gave themselves away in the last days up to `asOf`. */
export function newEvents(events: readonly MarketEvent[], asOf: IsoDate): readonly MarketEvent[] {
  const since = addDays(asOf, -NEW_EVENT_DAYS);
  return events.filter(({ detectedOn }) => detectedOn > since && detectedOn <= asOf);
}

/** Writes a text for every new event, once ever. It is the template's: a movement costs nothing to tell. */
export async function writeMovements(
  { dependencies, asOf }: { readonly dependencies: PipelineDependencies; readonly asOf: IsoDate },
  options: {
    readonly market: MarketScope;
    readonly events: readonly MarketEvent[];
    readonly sales: readonly Sale[];
  },
): Promise<void> {
  const { stores, now } = dependencies;
  const { market, events, sales } = options;
  for (const event of newEvents(events, asOf)) {
    const known = sales.filter(({ endedOn }) => endedOn <= event.detectedOn);
    const synthetic = known.some((sale) => sale.synthetic);
    await writeOnce(
      { stores, now },
      {
        identity: eventIdentity(market, event),
        write: (writing) => writeMovementText({ market, asOf, event, saleCount: known.length, synthetic }, writing),
      },
    );
  }
}
