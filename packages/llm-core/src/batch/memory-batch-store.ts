import type { BatchRecord, BatchStore } from './batch-store.ts';

/** Keeps batches in this process: nothing outlasts it. */
export function memoryBatchStore(): BatchStore {
  const records = new Map<string, BatchRecord>();
  return {
    get: (key) => Promise.resolve(records.get(key) ?? null),
    insert(record) {
      const isNew = !records.has(record.key);
      if (isNew) records.set(record.key, record);
      return Promise.resolve(isNew);
    },
    replace(record, { claimId }) {
      const isHeld = records.get(record.key)?.claimId === claimId;
      if (isHeld) records.set(record.key, record);
      return Promise.resolve(isHeld);
    },
    remove(key) {
      records.delete(key);
      return Promise.resolve();
    },
  };
}
