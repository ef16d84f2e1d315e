import type { AlertOutbox, BudgetAlert } from './alert-outbox.ts';

/** Alerts of this process. */
export function memoryAlertOutbox(): AlertOutbox {
  const alerts = new Map<string, BudgetAlert>();
  const delivered = new Set<string>();
  return {
    put(batch) {
      const before = alerts.size;
      for (const alert of batch) if (!alerts.has(alert.alertId)) alerts.set(alert.alertId, alert);
      return Promise.resolve(alerts.size - before);
    },
    undelivered: ({ limit }) =>
      Promise.resolve(
        [...alerts.values()]
          .filter((alert) => !delivered.has(alert.alertId))
          .sort((left, right) => left.raisedAt - right.raisedAt || (left.alertId < right.alertId ? -1 : 1))
          .slice(0, limit),
      ),
    markDelivered(alertId) {
      delivered.add(alertId);
      return Promise.resolve();
    },
  };
}
