import type { CallLedger, CostGroup } from './call-ledger.ts';
import type { CallRecord } from './call-record.ts';

/** A ledger in this process. */
export function memoryCallLedger(): CallLedger {
  const records = new Map<string, CallRecord>();
  return {
    book(batch) {
      const before = records.size;
      for (const record of batch) if (!records.has(record.attemptId)) records.set(record.attemptId, record);
      return Promise.resolve(records.size - before);
    },
    costs({ from, to, by }) {
      const groups = new Map<string | null, CostGroup>();
      for (const record of records.values()) {
        if (record.startedAt < from || record.startedAt >= to) continue;
        const key = record[by];
        const group = groups.get(key);
        groups.set(key, {
          key,
          callCount: (group?.callCount ?? 0) + 1,
          failedCallCount: (group?.failedCallCount ?? 0) + (record.outcome === 'answered' ? 0 : 1),
          unpricedCallCount: (group?.unpricedCallCount ?? 0) + (record.costNanoUsd === null ? 1 : 0),
          tokenCount: (group?.tokenCount ?? 0) + (record.tokenCount ?? 0),
          costNanoUsd: (group?.costNanoUsd ?? 0n) + (record.costNanoUsd ?? 0n),
        });
      }
      return Promise.resolve([...groups.values()].sort(byCost));
    },
  };
}

function byCost(left: CostGroup, right: CostGroup): number {
  if (left.costNanoUsd !== right.costNanoUsd) return left.costNanoUsd > right.costNanoUsd ? -1 : 1;
  return (left.key ?? '') < (right.key ?? '') ? -1 : 1;
}
