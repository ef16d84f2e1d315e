import { ALARM_WINDOW_DAYS, alarmsOfDay } from '../anomalies/severity/alarm-budget.ts';
import type { Anomaly } from '../market/anomaly.ts';
import { addDays, type IsoDate } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Notification } from '../market/ports/notification-outbox.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

/** More anomalies than four weeks have. */
const ALL = 1_000_000;

/**
 * The notices that new findings call for: one for every open finding that is critical, or, where `alarmsPerDay` is set, for
 * those of the day that the alarm budget chooses. Each has an id of its own, so that it is sent once ever.
 */
export async function alarmNotices(
  { stores, now, alarmsPerDay }: Pick<PipelineDependencies, 'stores' | 'now' | 'alarmsPerDay'>,
  { asOf, found }: { readonly asOf: IsoDate; readonly found: readonly Anomaly[] },
): Promise<readonly Notification[]> {
  if (alarmsPerDay === undefined) {
    return anomalyNotices({ now }, found);
  }
  const detectedFrom = addDays(asOf, -ALARM_WINDOW_DAYS);
  const { anomalies } = await stores.anomalies.list({ detectedFrom, limit: ALL });
  return noticesOf(alarmsOfDay(anomalies, { asOf, alarmsPerDay }), now());
}

/** One notice for every critical anomaly that is still open, under an id of its own, so that it is sent once ever. */
export function anomalyNotices(
  { now }: { readonly now: () => number },
  anomalies: readonly Anomaly[],
): readonly Notification[] {
  return noticesOf(
    anomalies.filter(({ severity }) => severity === 'critical'),
    now(),
  );
}

function noticesOf(anomalies: readonly Anomaly[], createdAt: number): readonly Notification[] {
  return anomalies
    .filter(({ status }) => status === 'active')
    .map((anomaly) => ({
      id: deterministicUuid(`notification anomaly ${anomaly.id}`),
      topic: anomaly.type === 'data_quality' ? 'data_quality' : 'anomaly',
      title: `${anomaly.synthetic ? '[synthetic] ' : ''}${anomaly.listingTitle}`,
      body: anomaly.explanation,
      createdAt,
    }));
}
