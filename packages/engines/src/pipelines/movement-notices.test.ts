import { describe, expect, test } from 'vitest';
import type { MarketEvent } from '../market/market-event.ts';
import { addDays } from '../market/calendar.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { MARKET_EVENTS, MARKET_EVENTS_VERSION } from './fitted-model-kinds.ts';
import { movementNotices } from './movement-notices.ts';
import { writeMovements } from './write-movements.ts';

const market = { priceKind: 'sold', currency: 'USD' } as const;
const event: MarketEvent = {
  series: 'volume',
  segment: 'porsche/911',
  direction: 'up',
  startedOn: '2024-05-02',
  detectedOn: '2024-06-05',
  levelBefore: 12,
  levelSince: 21,
};
const old: MarketEvent = { ...event, direction: 'down', startedOn: '2023-03-02', detectedOn: '2023-05-03' };

describe('movementNotices', () => {
  test('tells a new event once, however many days find it, and an old one never', async () => {
    const stores = createMemoryStores();
    const dependencies = { stores, now: () => Date.parse('2024-06-10T06:00:00Z') };
    let sent = 0;
    for (const day of [0, 1, 2, 40]) {
      const asOf = addDays('2024-06-06', day);
      const events = [old, event];
      const record = { kind: MARKET_EVENTS, version: MARKET_EVENTS_VERSION, market: 'sold/USD', asOf, dataHash: 'x' };
      await stores.fittedModels.save({ ...record, payload: events });
      await writeMovements({ dependencies, asOf }, { market, events, sales: [] });
      const notices = await movementNotices(dependencies, { asOf, markets: [{ market }] });
      expect(notices).toHaveLength(day === 40 ? 0 : 1);
      sent += await stores.notifier.notify(notices);
    }
    expect(sent).toBe(1);
    const [text, ...others] = await stores.insights.list({ type: 'market_movement', limit: 10 });
    expect(others).toHaveLength(0);
    expect(text!.summary).toContain('rose 75.0%');
    expect(stores.notifier.notifications()[0]).toMatchObject({ title: text!.title, body: text!.summary });
  });

  test('says nothing before the first analysis, or from one of an earlier day', async () => {
    const stores = createMemoryStores();
    const dependencies = { stores, now: () => 0 };
    expect(await movementNotices(dependencies, { asOf: '2024-06-06', markets: [{ market }] })).toEqual([]);
    const record = { kind: MARKET_EVENTS, version: MARKET_EVENTS_VERSION, market: 'sold/USD', dataHash: 'x' };
    await stores.fittedModels.save({ ...record, asOf: '2024-06-05', payload: [event] });
    expect(await movementNotices(dependencies, { asOf: '2024-06-06', markets: [{ market }] })).toEqual([]);
  });
});
