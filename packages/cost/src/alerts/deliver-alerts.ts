import type { AlertOutbox } from './alert-outbox.ts';
import type { CostAlert } from './cost-alert.ts';

/** Tells people of an alert: a console, a webhook, a mail. It may be told the same alert twice; `alertId` says so. */
export interface AlertDeliverer {
  /** Rejects where the alert was not delivered. */
  deliver(alert: CostAlert): Promise<void>;
}

const DEFAULT_LEASE_MS = 60_000;
const BATCH = 50;

/**
 * Delivers what the outbox has, each alert at least once. One that fails stays in the outbox and is tried again when its
 * lease is over. Any number of processes may run this at once.
 */
export async function deliverAlerts(options: {
  readonly outbox: AlertOutbox;
  readonly deliverer: AlertDeliverer;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long an alert is left to one process. Default 60,000. */
  readonly leaseMs?: number;
  readonly onError?: (error: unknown, alert: CostAlert) => void;
}): Promise<{ readonly delivered: number; readonly failed: number }> {
  const { outbox, deliverer, now, leaseMs = DEFAULT_LEASE_MS, onError } = options;
  let delivered = 0;
  let failed = 0;
  for (;;) {
    const claimed = await outbox.claim({ limit: BATCH, at: now(), leaseMs });
    for (const alert of claimed) {
      try {
        await deliverer.deliver(alert);
        await outbox.markDelivered(alert.alertId, { at: now() });
        delivered += 1;
      } catch (error) {
        failed += 1;
        onError?.(error, alert);
      }
    }
    if (claimed.length < BATCH) return { delivered, failed };
  }
}
