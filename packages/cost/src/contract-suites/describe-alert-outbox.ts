import { describe, expect, it } from 'vitest';
import type { AlertOutbox, BudgetAlert } from '../alerts/alert-outbox.ts';

const noon = Date.UTC(2026, 10, 23, 12);

function alert(alertId: string, overrides: Partial<BudgetAlert> = {}): BudgetAlert {
  return {
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
  describe(`AlertOutbox: ${options.name}`, () => {
    it('has nothing to deliver where nothing was put', async () => {
      const outbox = await options.createOutbox();
      expect(await outbox.undelivered({ limit: 10 })).toEqual([]);
      expect(await outbox.put([])).toBe(0);
      await outbox.markDelivered('nothing', { at: noon });
    });

    it('takes an alert once, from however many at once, and keeps the first', async () => {
      const outbox = await options.createOutbox();
      const counts = await Promise.all(Array.from({ length: 50 }, () => outbox.put([alert('one')])));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await outbox.put([alert('one', { spentNanoUsd: 1n }), alert('two', { raisedAt: noon + 1 })])).toBe(1);
      expect(await outbox.undelivered({ limit: 10 })).toEqual([alert('one'), alert('two', { raisedAt: noon + 1 })]);
    });

    it('hands out the oldest first until it is delivered, and never raises it again', async () => {
      const outbox = await options.createOutbox();
      await outbox.put([alert('late', { raisedAt: noon + 2 }), alert('early', { raisedAt: noon + 1 })]);
      expect((await outbox.undelivered({ limit: 1 })).map((each) => each.alertId)).toEqual(['early']);
      await outbox.markDelivered('early', { at: noon + 3 });
      expect((await outbox.undelivered({ limit: 10 })).map((each) => each.alertId)).toEqual(['late']);
      expect(await outbox.put([alert('early')])).toBe(0);
      expect((await outbox.undelivered({ limit: 10 })).map((each) => each.alertId)).toEqual(['late']);
    });
  });
}
