import type { NotificationOutbox } from '@pa/engines';
import { postSigned, type WebhookReceiver } from './webhook-receiver.ts';

const LEASE_MS = 60_000;
const BATCH = 50;

/**
 * Posts the notices that wait, each at least once, oldest first. Without a receiver the inbox of the admin is where they
 * are read, and they count as delivered: a receiver that is set up later is not sent what is old. One that fails stays and
 * is tried again when its lease is over. Any number of processes may run this at once.
 */
export async function deliverNotices(options: {
  readonly outbox: NotificationOutbox;
  readonly receiver: WebhookReceiver | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onError?: (error: unknown) => void;
}): Promise<{ readonly delivered: number; readonly failed: number }> {
  const { outbox, receiver, now, onError } = options;
  let delivered = 0;
  let failed = 0;
  for (;;) {
    const claimed = await outbox.claim({ limit: BATCH, at: now(), leaseMs: LEASE_MS });
    for (const { id, topic, title, body, createdAt, recipient = null } of claimed) {
      try {
        if (receiver !== null) {
          const data = { title, body, recipient };
          await postSigned(receiver, { id, type: `notice.${topic}`, raisedAt: createdAt, data });
        }
        await outbox.markDelivered(id, { at: now() });
        delivered += 1;
      } catch (error) {
        failed += 1;
        await outbox.markFailed(id, { error: (error as Error).message });
        onError?.(error);
      }
    }
    if (claimed.length < BATCH) return { delivered, failed };
  }
}
