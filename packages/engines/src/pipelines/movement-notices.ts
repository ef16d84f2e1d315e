import type { IsoDate } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Notification } from '../market/ports/notification-outbox.ts';
import type { MarketScope } from '../market/price.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { readMarketEvents } from './read-market-events.ts';
import { eventIdentity, newEvents } from './write-movements.ts';

/** One notice for every new event of these markets, with the words of its text; each is sent once ever. */
export async function movementNotices(
  { stores, now }: Pick<PipelineDependencies, 'stores' | 'now'>,
  options: { readonly asOf: IsoDate; readonly markets: readonly { readonly market: MarketScope }[] },
): Promise<readonly Notification[]> {
  const { asOf } = options;
  const notices: Notification[] = [];
  for (const { market } of options.markets) {
    const stored = await readMarketEvents(stores, { market, asOf });
    if (stored?.asOf !== asOf) continue;
    for (const event of newEvents(stored.events, asOf)) {
      const identity = eventIdentity(market, event);
      const text = await stores.insights.byId(deterministicUuid(JSON.stringify(['insight', ...identity])));
      if (text === null) continue;
      notices.push({
        id: deterministicUuid(`notification ${identity.join(' ')}`),
        topic: 'daily_run',
        title: text.title,
        body: text.summary,
        createdAt: now(),
      });
    }
  }
  return notices;
}
