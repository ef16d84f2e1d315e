import { expect, it } from 'vitest';
import { memoryAlertOutbox } from './alerts/memory-alert-outbox.ts';
import { memoryBudgetStore } from './budgets/memory-budget-store.ts';
import { CostMonitor } from './cost-monitor.ts';
import { memoryCallLedger } from './ledger/memory-call-ledger.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

it('raises an alert of a budget once, however many ask at once', async () => {
  const store = memoryBudgetStore();
  const outbox = memoryAlertOutbox();
  const budget = {
    id: 'day',
    scope: { kind: 'global' },
    window: { kind: 'calendar', period: 'day', timeZone: 'UTC' },
    limitNanoUsd: 100n,
  } as const;
  const claims = [{ budgetId: 'day', limitNanoUsd: 100n, windowStart: Date.UTC(2026, 10, 23) }];
  await store.reserve({ holdId: '1', at: NOON, expiresAt: NOON + 1, amountNanoUsd: 80n, claims });
  await store.settle({ holdId: '1', amountNanoUsd: 80n });
  const monitor = new CostMonitor({
    ledger: memoryCallLedger(),
    now: () => NOON,
    newId: () => 'id',
    budgets: { inForce: () => [budget], store, outbox },
  });
  expect(await monitor.alertOnThreshold(0.81)).toBe(0);
  const counts = await Promise.all(Array.from({ length: 50 }, () => monitor.alertOnThreshold(0.8)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await outbox.recent({ limit: 5 })).toMatchObject([{ budgetId: 'day', threshold: 0.8, spentNanoUsd: 80n }]);
  await expect(monitor.alertOnThreshold(80)).rejects.toMatchObject({ code: 'invalid-amount' });
});

it('says which port a method misses', async () => {
  const monitor = new CostMonitor({ ledger: memoryCallLedger(), now: () => NOON, newId: () => 'id' });
  await expect(monitor.alertOnThreshold(0.8)).rejects.toMatchObject({ code: 'not-configured' });
  await expect(monitor.reprice({ from: 0, to: NOON, reason: 'x' })).rejects.toThrow('"priceBook"');
  expect(await monitor.optimizeModelSelection()).toEqual([]);
  expect(await monitor.forecastMonth()).toMatchObject({ month: '2026-11', status: 'not-enough-data' });
});
