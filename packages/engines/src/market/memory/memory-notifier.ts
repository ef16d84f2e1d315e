import type { Notification, Notifier } from '../ports/notifier.ts';
import { immutableCopy } from './immutable-copy.ts';

/** A notifier whose notices are read in the same process. */
export interface MemoryNotifier extends Notifier {
  /** Every notice handed over so far, oldest first. */
  notifications(): readonly Notification[];
}

/** Collects notices in this process; reading them is their delivery, so none can fail. */
export function memoryNotifier(): MemoryNotifier {
  const known = new Map<string, Notification>();

  return {
    async notify(notifications) {
      const before = known.size;
      for (const notification of notifications.map(immutableCopy)) {
        if (!known.has(notification.id)) known.set(notification.id, notification);
      }
      return known.size - before;
    },
    notifications() {
      return [...known.values()];
    },
  };
}
