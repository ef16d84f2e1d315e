import { describe, expect, it } from 'vitest';
import { memoryCallLedger } from '../ledger/memory-call-ledger.ts';
import { CostMonitor } from '../cost-monitor.ts';
import { forecastMonth } from './forecast-month.ts';
import { recentLevelForecaster } from './recent-level-forecaster.ts';

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 10, 20, 12);

async function ledgerOf(usdOfDay: (at: number) => number, options: { readonly days: number }) {
  const ledger = memoryCallLedger();
  let id = 0;
  for (let back = options.days; back >= 0; back--) {
    const at = NOON - back * DAY_MS;
    const monitor = new CostMonitor({ ledger, now: () => at, newId: () => `call-${++id}` });
    await monitor.trackUsage('openai', 'gpt-6-luna', 1, usdOfDay(at));
  }
  return ledger;
}

it('adds what is to come to what is spent: even days go on as they are', async () => {
  const ledger = await ledgerOf(() => 2, { days: 40 });
  // 20 days of $2 are booked; half of today and ten days are to come.
  expect(await forecastMonth(ledger, { at: NOON })).toEqual({
    month: '2026-11',
    spentNanoUsd: 40_000_000_000n,
    status: 'ok',
    expectedNanoUsd: 61_000_000_000n,
    lowerNanoUsd: 61_000_000_000n,
    upperNanoUsd: 61_000_000_000n,
    confidenceLevel: 0.9,
    historyDays: 40,
  });
});

it('knows weekends', async () => {
  const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay());
  const ledger = await ledgerOf((at) => (isWeekend(at) ? 0.5 : 2), { days: 56 });
  const forecast = await forecastMonth(ledger, { at: NOON });
  if (forecast.status !== 'ok') throw new TypeError('there are eight weeks of history');
  // From the 20th, a Friday, at noon: half a Friday, Monday to Friday, Monday, and four days of weekend.
  const expected = 2 * 0.5 + 6 * 2 + 4 * 0.5;
  const told = Number(forecast.expectedNanoUsd - forecast.spentNanoUsd) / 1e9;
  expect(Math.abs(told / expected - 1)).toBeLessThan(0.06);
});

it('says so where there is not enough history', async () => {
  const ledger = await ledgerOf(() => 2, { days: 3 });
  expect(await forecastMonth(ledger, { at: NOON })).toEqual({
    month: '2026-11',
    spentNanoUsd: 8_000_000_000n,
    status: 'not-enough-data',
    foundDays: 3,
    neededDays: 7,
  });
  expect(await forecastMonth(memoryCallLedger(), { at: NOON })).toMatchObject({ foundDays: 0 });
});

describe('the interval', () => {
  // Mulberry32, and the sum of twelve as a normal deviate.
  function deviates(seed: number): () => number {
    let state = seed;
    const uniform = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    return () => Array.from({ length: 12 }, uniform).reduce((sum, each) => sum + each, -6);
  }

  it.each([
    ['independent days', 0],
    ['days that take after the day before', 0.5],
  ])('covers what came about as often as it says: %s', async (_name, memory) => {
    const forecaster = recentLevelForecaster();
    let covered = 0;
    const months = 600;
    for (let month = 0; month < months; month++) {
      const next = deviates(month * 7919 + 13);
      let deviation = next();
      const spend = () => {
        deviation = memory * deviation + Math.sqrt(1 - memory ** 2) * next();
        return 100 + 25 * deviation;
      };
      const dayOf = (index: number) => new Date(Date.UTC(2026, 8, 1) + index * DAY_MS).toISOString().slice(0, 10);
      const history = Array.from({ length: 42 }, (_, index) => ({ day: dayOf(index), nanoUsd: spend() }));
      const days = Array.from({ length: 12 }, (_, index) => ({ day: dayOf(42 + index), share: 1 }));
      const actual = days.reduce((sum) => sum + spend(), 0);
      const forecast = await forecaster.forecast({ history, days, confidenceLevel: 0.9 });
      if (forecast.status !== 'ok') throw new TypeError('there are six weeks of history');
      if (actual >= forecast.lowerNanoUsd && actual <= forecast.upperNanoUsd) covered += 1;
    }
    expect(covered / months).toBeGreaterThan(0.82);
    expect(covered / months).toBeLessThan(0.98);
  });
});
