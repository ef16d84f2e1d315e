import type { Notification, NotificationOutbox } from '../ports/notification-outbox.ts';
import { immutableCopy } from './immutable-copy.ts';

/** An outbox whose notices can be read in the same process. */
export interface MemoryNotifier extends NotificationOutbox {
  /** Every notice handed over so far, oldest first. */
  notifications(): readonly Notification[];
}

/** Keeps notices in this process. */
export function memoryNotifier(): MemoryNotifier {
  const known = new Map<string, Notification>();
  const leasedUntil = new Map<string, number>();

  return {
    async notify(notifications) {
      const before = known.size;
      for (const notification of notifications.map(immutableCopy)) {
        if (!known.has(notification.id)) {
          known.set(notification.id, notification);
          leasedUntil.set(notification.id, Number.NEGATIVE_INFINITY);
        }
      }
      return known.size - before;
    },
    async claim({ limit, at, leaseMs }) {
      const claimed = [...known.values()]
        .filter(({ id }) => (leasedUntil.get(id) ?? Number.POSITIVE_INFINITY) <= at)
        .toSorted(oldestFirst)
        .slice(0, limit);
      for (const { id } of claimed) leasedUntil.set(id, at + leaseMs);
      return claimed;
    },
    async markDelivered(id) {
      leasedUntil.delete(id);
    },
    async markFailed() {
      // The lease says when it is tried again; nobody reads the reason in this process.
    },
    async recent({ recipient, limit }) {
      return [...known.values()]
        .filter((notification) => (notification.recipient ?? null) === recipient)
        .toSorted((left, right) => oldestFirst(right, left))
        .slice(0, limit);
    },
    notifications() {
      return [...known.values()];
    },
  };
}

function oldestFirst(left: Notification, right: Notification): number {
  return left.createdAt - right.createdAt || (left.id < right.id ? -1 : 1);
}
