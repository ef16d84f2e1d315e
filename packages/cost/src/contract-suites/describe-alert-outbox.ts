import { describe, expect, it } from 'vitest';
import type { AlertOutbox } from '../alerts/alert-outbox.ts';
import type { BudgetThresholdAlert, CostAlert } from '../alerts/cost-alert.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const take = { limit: 10, leaseMs: 1000 };

function alert(alertId: string, overrides: Partial<BudgetThresholdAlert> = {}): CostAlert {
  return {
    kind: 'budget-threshold',
    alertId,
    budgetId: 'global',
    windowStart: Date.UTC(2026, 10, 23),
    threshold: 0.8,
    spentNanoUsd: 9_007_199_254_740_993n,
    limitNanoUsd: 10_000_000_000_000_000n,
    raisedAt: noon,
    ...overrides,
  };
}

/** Proves that an outbox keeps the contract of `AlertOutbox`. Every test gets an empty one. */
export function describeAlertOutbox(options: {
  readonly name: string;
  readonly createOutbox: () => Promise<AlertOutbox> | AlertOutbox;
}): void {
  const ids = (alerts: readonly CostAlert[]) => alerts.map(({ alertId }) => alertId);

  describe(`AlertOutbox: ${options.name}`, () => {
    it('has nothing to deliver where nothing was put', async () => {
      const outbox = await options.createOutbox();
      expect(await outbox.claim({ ...take, at: noon })).toEqual([]);
      expect(await outbox.recent({ limit: 10 })).toEqual([]);
      expect(await outbox.put([])).toBe(0);
      await outbox.markDelivered('nothing', { at: noon });
    });

    it('takes an alert once, from however many at once, and keeps the first', async () => {
      const outbox = await options.createOutbox();
      const counts = await Promise.all(Array.from({ length: 50 }, () => outbox.put([alert('one')])));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      const second = alert('two', { raisedAt: noon + 1 });
      expect(await outbox.put([alert('one', { spentNanoUsd: 1n }), second])).toBe(1);
      expect(await outbox.claim({ ...take, at: noon })).toEqual([alert('one'), second]);
    });

    it('gives back every kind as it was put', async () => {
      const outbox = await options.createOutbox();
      const alerts: readonly CostAlert[] = [
        { kind: 'unpriced-model', alertId: 'a', raisedAt: noon, provider: 'openai', model: 'gpt-9' },
        {
          kind: 'burn-rate',
          alertId: 'b',
          raisedAt: noon + 1,
          budgetId: 'global',
          windowStart: noon,
          burnRate: 14.5,
          overMs: 3_600_000,
          spentNanoUsd: 1n,
          limitNanoUsd: 2n,
        },
        {
          kind: 'spend-anomaly',
          alertId: 'c',
          raisedAt: noon + 2,
          day: '2026-11-22',
          dimension: 'feature',
          key: null,
          costNanoUsd: 7n,
          usualNanoUsd: 1n,
          robustZ: 9.25,
        },
      ];
      await outbox.put(alerts);
      expect(await outbox.claim({ ...take, at: noon + 5 })).toEqual(alerts);
      expect(await outbox.recent({ limit: 2 })).toEqual([alerts[2], alerts[1]]);
    });

    it('hands out the oldest first, each to one that claims, and never raises it again', async () => {
      const outbox = await options.createOutbox();
      await outbox.put([alert('late', { raisedAt: noon + 2 }), alert('early', { raisedAt: noon + 1 })]);
      expect(ids(await outbox.claim({ ...take, limit: 1, at: noon + 3 }))).toEqual(['early']);
      expect(ids(await outbox.claim({ ...take, at: noon + 3 }))).toEqual(['late']);
      expect(await outbox.claim({ ...take, at: noon + 3 })).toEqual([]);
      await outbox.markDelivered('early', { at: noon + 4 });
      expect(await outbox.put([alert('early')])).toBe(0);
      expect(ids(await outbox.recent({ limit: 10 }))).toEqual(['late', 'early']);
    });

    it('gives out again what was claimed and not delivered in time', async () => {
      const outbox = await options.createOutbox();
      await outbox.put([alert('one')]);
      await outbox.claim({ ...take, at: noon });
      expect(await outbox.claim({ ...take, at: noon + 999 })).toEqual([]);
      expect(ids(await outbox.claim({ ...take, at: noon + 1000 }))).toEqual(['one']);
      await outbox.markDelivered('one', { at: noon + 1001 });
      expect(await outbox.claim({ ...take, at: noon + 9000 })).toEqual([]);
    });

    it('gives an alert to one of many that claim at once', async () => {
      const outbox = await options.createOutbox();
      await outbox.put(Array.from({ length: 30 }, (_, index) => alert(`alert-${index}`)));
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => outbox.claim({ limit: 5, leaseMs: 1000, at: noon })),
      );
      const given = claims.flatMap(ids);
      expect(new Set(given).size).toBe(given.length);
      expect(given.length + (await outbox.claim({ limit: 100, leaseMs: 1000, at: noon })).length).toBe(30);
    });
  });
}
