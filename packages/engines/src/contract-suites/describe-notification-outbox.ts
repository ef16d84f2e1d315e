import { beforeEach, describe, expect, test } from 'vitest';
import type { Notification, NotificationOutbox } from '../market/ports/notification-outbox.ts';
import { profileIdOf } from '../market/user-preferences.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId } from './sample-listing.ts';

/** Every sentence of the contracts of `Notifier` and `NotificationOutbox`, as tests. */
export function describeNotificationOutbox(subject: ContractSubject<NotificationOutbox>): void {
  describe(`notification outbox: ${subject.name}`, () => {
    let notifier: NotificationOutbox;
    beforeEach(async () => {
      notifier = await subject.createStore();
    });

    test('new notices are counted', async () => {
      expect(await notifier.notify([])).toBe(0);
      expect(await notifier.notify([sampleNotification(1), sampleNotification(2, { topic: 'anomaly' })])).toBe(2);
    });

    test('an id that is known is ignored, within a batch and later', async () => {
      expect(await notifier.notify([sampleNotification(1), sampleNotification(1)])).toBe(1);
      expect(await notifier.notify([sampleNotification(1, { title: 'again' }), sampleNotification(2)])).toBe(1);
      expect(await notifier.notify([sampleNotification(1), sampleNotification(2)])).toBe(0);
    });

    test('two writers at once count every notice once', async () => {
      const batch = Array.from({ length: 10 }, (_, n) => sampleNotification(n));
      const counts = await Promise.all([notifier.notify(batch), notifier.notify(batch)]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    });

    test('notices are given out oldest first, each to one deliverer until its lease is over', async () => {
      const batch = Array.from({ length: 6 }, (_, n) => sampleNotification(n));
      await notifier.notify(batch.toReversed());
      expect(await notifier.claim({ limit: 2, at: 1_000, leaseMs: 500 })).toEqual(batch.slice(0, 2));
      const both = await Promise.all([
        notifier.claim({ limit: 10, at: 1_499, leaseMs: 500 }),
        notifier.claim({ limit: 10, at: 1_499, leaseMs: 500 }),
      ]);
      expect(both.flat().toSorted((left, right) => left.createdAt - right.createdAt)).toEqual(batch.slice(2));
      expect(await notifier.claim({ limit: 10, at: 1_500, leaseMs: 100 })).toEqual(batch.slice(0, 2));
    });

    test('a notice that was delivered is never given out again, one that failed is when its lease is over', async () => {
      await notifier.notify([sampleNotification(1), sampleNotification(2)]);
      await notifier.claim({ limit: 10, at: 0, leaseMs: 100 });
      await notifier.markDelivered(sampleNotification(1).id, { at: 50 });
      await notifier.markFailed(sampleNotification(2).id, { error: 'The receiver answered 500.' });
      await notifier.markDelivered('nobody knows it', { at: 50 });
      expect(await notifier.claim({ limit: 10, at: 99, leaseMs: 100 })).toEqual([]);
      expect(await notifier.claim({ limit: 10, at: 100, leaseMs: 100 })).toEqual([sampleNotification(2)]);
      expect(await notifier.notify([sampleNotification(1)])).toBe(0);
    });

    test('the newest are read first, of the service and of each person apart', async () => {
      const ann = profileIdOf('ann');
      const hers = [2, 4].map((n) => sampleNotification(n, { recipient: ann }));
      await notifier.notify([sampleNotification(1), ...hers, sampleNotification(3)]);
      expect(await notifier.recent({ recipient: ann, limit: 10 })).toEqual(hers.toReversed());
      expect(await notifier.recent({ recipient: ann, limit: 1 })).toEqual([hers[1]]);
      expect(await notifier.recent({ recipient: null, limit: 10 })).toEqual([
        sampleNotification(3),
        sampleNotification(1),
      ]);
      expect(await notifier.recent({ recipient: profileIdOf('bob'), limit: 10 })).toEqual([]);
    });
  });
}

function sampleNotification(n: number, changes: Partial<Notification> = {}): Notification {
  return {
    id: sampleId(n, 5),
    topic: 'daily_run',
    title: `The run of the day ${n}`,
    body: AWKWARD_TEXT,
    createdAt: Date.UTC(2024, 5, 30) + n,
    ...changes,
  };
}
