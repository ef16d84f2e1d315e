import type { FittedModelRecord, FittedModelStore } from '../ports/fitted-model-store.ts';
import { immutableJson } from './immutable-copy.ts';

/** Keeps fitted models in this process. */
export function memoryFittedModelStore(): FittedModelStore {
  const records = new Map<string, FittedModelRecord>();

  return {
    async save(record) {
      const { kind, market, asOf, version } = record;
      records.set(JSON.stringify([kind, market, version, asOf]), immutableJson(record));
    },
    async latest({ kind, market, version, asOf }) {
      let newest: FittedModelRecord | null = null;
      for (const record of records.values()) {
        if (record.kind !== kind || record.market !== market || record.version !== version) continue;
        if (record.asOf <= asOf && (newest === null || record.asOf > newest.asOf)) newest = record;
      }
      return newest;
    },
  };
}
