import { beforeEach, describe, expect, test } from 'vitest';
import type { Notification, Notifier } from '../market/ports/notifier.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId } from './sample-listing.ts';

/** Every sentence of the `Notifier` contract, as tests. */
export function describeNotifier(subject: ContractSubject<Notifier>): void {
  describe(`notifier: ${subject.name}`, () => {
    let notifier: Notifier;
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
