import type { BookedCall, CallLedger, CostAdjustment, CostGroup } from './call-ledger.ts';
import type { CallRecord } from './call-record.ts';

/** A ledger in this process. */
export function memoryCallLedger(): CallLedger {
  const records = new Map<string, CallRecord>();
  const adjustments = new Map<string, CostAdjustment>();
  const booked = ({ from, to }: { readonly from: number; readonly to: number }): readonly BookedCall[] => {
    const sums = new Map<string, bigint>();
    for (const { attemptId, deltaNanoUsd } of adjustments.values()) {
      sums.set(attemptId, (sums.get(attemptId) ?? 0n) + deltaNanoUsd);
    }
    return [...records.values()]
      .filter((record) => record.startedAt >= from && record.startedAt < to)
      .map((record) => ({ ...record, adjustedNanoUsd: sums.get(record.attemptId) ?? null }));
  };
  return {
    book(batch) {
      const before = records.size;
      for (const record of batch) if (!records.has(record.attemptId)) records.set(record.attemptId, record);
      return Promise.resolve(records.size - before);
    },
    costs({ by, ...period }) {
      const groups = new Map<string | null, CostGroup>();
      for (const record of booked(period)) {
        const key = record[by];
        const group = groups.get(key);
        const unpriced = record.costNanoUsd === null && record.adjustedNanoUsd === null;
        groups.set(key, {
          key,
          callCount: (group?.callCount ?? 0) + 1,
          failedCallCount: (group?.failedCallCount ?? 0) + (record.outcome === 'answered' ? 0 : 1),
          unpricedCallCount: (group?.unpricedCallCount ?? 0) + (unpriced ? 1 : 0),
          tokenCount: (group?.tokenCount ?? 0) + (record.tokenCount ?? 0),
          costNanoUsd: (group?.costNanoUsd ?? 0n) + (record.costNanoUsd ?? 0n) + (record.adjustedNanoUsd ?? 0n),
        });
      }
      return Promise.resolve([...groups.values()].sort(byCost));
    },
    calls({ after, limit, ...period }) {
      const sorted = booked(period).toSorted(byTime);
      const rest = after === undefined ? sorted : sorted.filter((record) => byTime(record, after) > 0);
      return Promise.resolve(rest.slice(0, limit));
    },
    adjust(batch) {
      const before = adjustments.size;
      const unknown = batch.find((adjustment) => !records.has(adjustment.attemptId));
      if (unknown !== undefined) {
        return Promise.reject(new TypeError(`There is no booked call ${unknown.attemptId} to adjust.`));
      }
      for (const adjustment of batch) {
        if (!adjustments.has(adjustment.adjustmentId)) adjustments.set(adjustment.adjustmentId, adjustment);
      }
      return Promise.resolve(adjustments.size - before);
    },
  };
}

type Instant = Pick<CallRecord, 'startedAt' | 'attemptId'>;

function byTime(left: Instant, right: Instant): number {
  if (left.startedAt !== right.startedAt) return left.startedAt - right.startedAt;
  return left.attemptId < right.attemptId ? -1 : left.attemptId > right.attemptId ? 1 : 0;
}

function byCost(left: CostGroup, right: CostGroup): number {
  if (left.costNanoUsd !== right.costNanoUsd) return left.costNanoUsd > right.costNanoUsd ? -1 : 1;
  return (left.key ?? '') < (right.key ?? '') ? -1 : 1;
}
