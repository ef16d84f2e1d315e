import type { FeatureEvent, FeatureEventLog } from '../ports/feature-event-log.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps feature events in this process. */
export function memoryFeatureEventLog(): FeatureEventLog {
  const events = new Map<string, FeatureEvent>();

  return {
    async append(event) {
      if (!events.has(event.id)) events.set(event.id, immutableCopy(event));
    },
    async countByName({ from, to }) {
      const counts = new Map<string, number>();
      for (const { name, occurredAt } of events.values()) {
        if (occurredAt >= from && occurredAt < to) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      return Object.fromEntries(counts);
    },
  };
}
