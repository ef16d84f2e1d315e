import type { Anomaly } from '../anomaly.ts';
import type { AnomalyStore } from '../ports/anomaly-store.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps anomalies and the verdicts on them in this process. */
export function memoryAnomalyStore(): AnomalyStore {
  const rows = new Map<string, Anomaly>();

  return {
    async save(anomalies) {
      const copies = anomalies.map(immutableCopy);
      const before = rows.size;
      for (const found of copies) {
        const known = rows.get(found.id);
        if (known === undefined) {
          rows.set(found.id, found);
          continue;
        }
        const { detectedOn, status, resolvedOn, resolutionNote } = known;
        rows.set(found.id, Object.freeze({ ...found, detectedOn, status, resolvedOn, resolutionNote }));
      }
      return rows.size - before;
    },
    async byId(id) {
      return rows.get(id) ?? null;
    },
    async list({ severity, status, type, detectedFrom = '', limit = 100, offset = 0 }) {
      const found = [...rows.values()]
        .filter((anomaly) => severity === undefined || anomaly.severity === severity)
        .filter((anomaly) => status === undefined || anomaly.status === status)
        .filter((anomaly) => type === undefined || anomaly.type === type)
        .filter((anomaly) => anomaly.detectedOn >= detectedFrom)
        .sort((left, right) => right.score - left.score || compareText(left.id, right.id));
      return { anomalies: found.slice(offset, offset + limit), total: found.length };
    },
    async resolve({ id, status, note, resolvedOn }) {
      const known = rows.get(id);
      if (known === undefined) return null;
      const resolved = Object.freeze({ ...known, status, resolvedOn, resolutionNote: note });
      rows.set(id, resolved);
      return resolved;
    },
    async withdraw(ids) {
      const open = new Set(ids.filter((id) => rows.get(id)?.status === 'active'));
      for (const id of open) rows.delete(id);
      return open.size;
    },
  };
}
