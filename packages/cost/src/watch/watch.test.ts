import { describe, expect, it } from 'vitest';
import { memoryAlertOutbox } from '../alerts/memory-alert-outbox.ts';
import type { Budget } from '../budgets/budget.ts';
import { memoryBudgetStore } from '../budgets/memory-budget-store.ts';
import { CostMonitor } from '../cost-monitor.ts';
import { memoryCallLedger } from '../ledger/memory-call-ledger.ts';
import { raiseBurnRateAlerts } from './burn-rate.ts';
import { findSpendAnomalies } from './spend-anomalies.ts';

const NOON = Date.UTC(2026, 10, 15, 12);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const month: Budget = {
  id: 'month',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
  limitNanoUsd: 720_000_000_000n,
};

describe('burn rate', () => {
  // $720 a month of 720 hours: a dollar an hour is even.
  async function spend(usdPerQuarter: number, options: { readonly hours: number; readonly until?: number }) {
    const store = memoryBudgetStore();
    const outbox = memoryAlertOutbox();
    const until = options.until ?? NOON;
    for (let at = until - options.hours * HOUR_MS; at < until; at += HOUR_MS / 4) {
      const holdId = `${at}`;
      const amountNanoUsd = BigInt(Math.round(usdPerQuarter * 1e9));
      const claims = [{ budgetId: 'month', limitNanoUsd: 10n ** 15n, windowStart: 0 }];
      await store.reserve({ holdId, at, expiresAt: at + 1, amountNanoUsd, claims });
      await store.settle({ holdId, amountNanoUsd });
    }
    const raise = (at = NOON) => raiseBurnRateAlerts({ store, outbox }, { budgets: [month], at });
    return { raise, outbox };
  }

  it('is no alert where a budget is spent evenly', async () => {
    const { raise } = await spend(0.24, { hours: 300 });
    expect(await raise()).toBe(0);
  });

  it('is an alert within the hour where 2 % of a month went in it, once', async () => {
    const { raise, outbox } = await spend(4, { hours: 1 });
    expect(await raise()).toBe(1);
    expect(await outbox.recent({ limit: 5 })).toMatchObject([
      { kind: 'burn-rate', burnRate: 16, overMs: HOUR_MS, spentNanoUsd: 16_000_000_000n },
    ]);
    expect(await raise(NOON + 60_000)).toBe(0);
  });

  it('is an alert within three days where the budget will not last', async () => {
    const { raise, outbox } = await spend(0.5, { hours: 80 });
    expect(await raise()).toBe(1);
    expect(await outbox.recent({ limit: 5 })).toMatchObject([{ overMs: 72 * HOUR_MS }]);
  });

  it('is no alert any more when the spending is over', async () => {
    const { raise } = await spend(4, { hours: 0.5, until: NOON - HOUR_MS / 2 });
    expect(await raise()).toBe(0);
  });
});

describe('anomalies of spending', () => {
  async function ledgerOf(usdByDay: readonly number[]) {
    const ledger = memoryCallLedger();
    let id = 0;
    for (const [index, usd] of usdByDay.entries()) {
      if (usd === 0) continue;
      const now = () => NOON - (usdByDay.length - 1 - index) * DAY_MS;
      await new CostMonitor({ ledger, now, newId: () => `call-${++id}` }).trackUsage('openai', 'gpt-6-luna', 1, usd);
    }
    return ledger;
  }
  const find = async (usdByDay: readonly number[]) =>
    findSpendAnomalies(await ledgerOf(usdByDay), { day: '2026-11-15', by: 'servedModel', at: NOON });

  it('are days far above the usual, earlier peaks or not', async () => {
    const usual = [1, 1.1, 0.9, 1, 8, 1.2, 0.8, 1, 1.1, 0.9];
    expect(await find([...usual, 1.2])).toEqual([]);
    expect(await find([...usual, 6])).toMatchObject([
      {
        kind: 'spend-anomaly',
        alertId: 'spend-anomaly/servedModel/gpt-6-luna/2026-11-15',
        key: 'gpt-6-luna',
        costNanoUsd: 6_000_000_000n,
        usualNanoUsd: 1_000_000_000n,
      },
    ]);
  });

  it('are neither cents nor what has no past', async () => {
    expect(await find([...Array.from({ length: 10 }, () => 0.001), 0.05])).toEqual([]);
    expect(await find([1, 1, 1, 50])).toEqual([]);
  });
});
