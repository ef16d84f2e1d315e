import type { AlertOutbox } from './alert-outbox.ts';
import type { CostAlert } from './cost-alert.ts';

/** Alerts of this process. */
export function memoryAlertOutbox(): AlertOutbox {
  const alerts = new Map<string, CostAlert>();
  const delivered = new Set<string>();
  const leasedUntil = new Map<string, number>();
  return {
    put(batch) {
      const before = alerts.size;
      for (const alert of batch) if (!alerts.has(alert.alertId)) alerts.set(alert.alertId, alert);
      return Promise.resolve(alerts.size - before);
    },
    claim({ limit, at, leaseMs }) {
      const free = [...alerts.values()]
        .filter(({ alertId }) => !delivered.has(alertId) && (leasedUntil.get(alertId) ?? at) <= at)
        .sort(byTime)
        .slice(0, limit);
      for (const { alertId } of free) leasedUntil.set(alertId, at + leaseMs);
      return Promise.resolve(free);
    },
    markDelivered(alertId) {
      delivered.add(alertId);
      return Promise.resolve();
    },
    recent: ({ limit }) => Promise.resolve([...alerts.values()].sort(byTime).reverse().slice(0, limit)),
  };
}

function byTime(left: CostAlert, right: CostAlert): number {
  return left.raisedAt - right.raisedAt || (left.alertId < right.alertId ? -1 : 1);
}
