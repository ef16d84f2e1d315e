import { expect, it } from 'vitest';
import { alertText } from './alert-text.ts';
import type { CostAlert } from './cost-alert.ts';
import { deliverAlerts } from './deliver-alerts.ts';
import { memoryAlertOutbox } from './memory-alert-outbox.ts';

const alert = (alertId: string): CostAlert => ({
  kind: 'budget-threshold',
  alertId,
  budgetId: 'month',
  windowStart: 0,
  threshold: 0.8,
  spentNanoUsd: 810_000_000n,
  limitNanoUsd: 1_000_000_000n,
  raisedAt: 1,
});

it('delivers what is there once, and again later what failed', async () => {
  const outbox = memoryAlertOutbox();
  await outbox.put(Array.from({ length: 120 }, (_, index) => alert(`alert-${index}`)));
  let time = 1000;
  let broken = true;
  const told: string[] = [];
  const failures: unknown[] = [];
  const run = () =>
    deliverAlerts({
      outbox,
      now: () => time,
      onError: (error) => failures.push(error),
      deliverer: {
        deliver({ alertId }) {
          if (broken && alertId === 'alert-7') return Promise.reject(new TypeError('no route'));
          told.push(alertId);
          return Promise.resolve();
        },
      },
    });
  expect(await run()).toEqual({ delivered: 119, failed: 1 });
  expect(await run()).toEqual({ delivered: 0, failed: 0 });
  broken = false;
  time += 60_000;
  expect(await run()).toEqual({ delivered: 1, failed: 0 });
  expect([new Set(told).size, told.length, failures.length]).toEqual([120, 120, 1]);
});

it('says what happened in one sentence', () => {
  expect(alertText(alert('a'))).toBe('The budget "month" has spent $0.81 of $1, which is 80 % or more.');
  expect(alertText({ kind: 'unpriced-model', alertId: 'b', raisedAt: 0, provider: 'openai', model: 'gpt-9' })).toMatch(
    /^gpt-9 of openai is called and has no price/,
  );
});
