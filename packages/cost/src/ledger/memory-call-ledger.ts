import type { BookedCall, CallLedger, CostAdjustment, CostDimension, CostGroup } from './call-ledger.ts';
import type { CallRecord } from './call-record.ts';

/** A ledger in this process. */
export function memoryCallLedger(): CallLedger {
  const records = new Map<string, CallRecord>();
  const adjustments = new Map<string, CostAdjustment>();
  const booked = ({ from, to }: { readonly from: number; readonly to: number }): readonly BookedCall[] => {
    const sums = new Map<string, { readonly total: bigint; readonly count: number }>();
    for (const { attemptId, deltaNanoUsd } of adjustments.values()) {
      const { total, count } = sums.get(attemptId) ?? { total: 0n, count: 0 };
      sums.set(attemptId, { total: total + deltaNanoUsd, count: count + 1 });
    }
    return [...records.values()]
      .filter((record) => record.startedAt >= from && record.startedAt < to)
      .map((record) => {
        const sum = sums.get(record.attemptId);
        return { ...record, adjustedNanoUsd: sum?.total ?? null, adjustmentCount: sum?.count ?? 0 };
      });
  };
  return {
    book(batch) {
      const before = records.size;
      for (const record of batch) if (!records.has(record.attemptId)) records.set(record.attemptId, record);
      return Promise.resolve(records.size - before);
    },
    costs: ({ by, ...period }) => Promise.resolve(groupsOf(booked(period), by)),
    dailyCosts({ by, ...period }) {
      const days = Map.groupBy(booked(period), ({ startedAt }) => new Date(startedAt).toISOString().slice(0, 10));
      const sorted = [...days].sort(([left], [right]) => (left < right ? -1 : 1));
      return Promise.resolve(sorted.flatMap(([day, calls]) => groupsOf(calls, by).map((group) => ({ day, ...group }))));
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

function groupsOf(calls: readonly BookedCall[], by: CostDimension): readonly CostGroup[] {
  const groups = new Map<string | null, CostGroup>();
  for (const call of calls) {
    const key = keyOf(call, by);
    const group = groups.get(key);
    const unpriced = call.costNanoUsd === null && call.adjustedNanoUsd === null && call.usageSource !== null;
    groups.set(key, {
      key,
      callCount: (group?.callCount ?? 0) + 1,
      failedCallCount: (group?.failedCallCount ?? 0) + (call.outcome === 'answered' ? 0 : 1),
      unpricedCallCount: (group?.unpricedCallCount ?? 0) + (unpriced ? 1 : 0),
      tokenCount: (group?.tokenCount ?? 0) + (call.tokenCount ?? 0),
      costNanoUsd: (group?.costNanoUsd ?? 0n) + (call.costNanoUsd ?? 0n) + (call.adjustedNanoUsd ?? 0n),
    });
  }
  return [...groups.values()].sort(byCost);
}

function keyOf(call: CallRecord, by: CostDimension): string | null {
  if (by !== 'promptVersion' || call.promptVersion === null || call.promptName === null) return call[by];
  return `${call.promptName}@${call.promptVersion}`;
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
