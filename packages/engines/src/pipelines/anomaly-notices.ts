import type { Anomaly } from '../market/anomaly.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Notification } from '../market/ports/notification-outbox.ts';

/** One notice for every critical anomaly that is still open, under an id of its own, so that it is sent once ever. */
export function anomalyNotices(
  { now }: { readonly now: () => number },
  anomalies: readonly Anomaly[],
): readonly Notification[] {
  const createdAt = now();
  return anomalies
    .filter((anomaly) => anomaly.severity === 'critical' && anomaly.status === 'active')
    .map((anomaly) => ({
      id: deterministicUuid(`notification anomaly ${anomaly.id}`),
      topic: anomaly.type === 'data_quality' ? 'data_quality' : 'anomaly',
      title: `${anomaly.synthetic ? '[synthetic] ' : ''}${anomaly.listingTitle}`,
      body: anomaly.explanation,
      createdAt,
    }));
}
