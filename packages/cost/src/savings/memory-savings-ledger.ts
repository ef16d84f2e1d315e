import type { SavingGroup, SavingLine, SavingsLedger } from './savings-ledger.ts';

/** Savings of this process. */
export function memorySavingsLedger(): SavingsLedger {
  const lines = new Map<string, SavingLine>();
  return {
    record(batch) {
      const before = lines.size;
      for (const line of batch) if (!lines.has(line.savingId)) lines.set(line.savingId, line);
      return Promise.resolve(lines.size - before);
    },
    totals({ from, to, by }) {
      const groups = new Map<string | null, SavingGroup>();
      for (const line of lines.values()) {
        if (line.at < from || line.at >= to) continue;
        const group = groups.get(line[by]);
        groups.set(line[by], {
          key: line[by],
          lineCount: (group?.lineCount ?? 0) + 1,
          savedNanoUsd: (group?.savedNanoUsd ?? 0n) + line.savedNanoUsd,
          estimatedNanoUsd: (group?.estimatedNanoUsd ?? 0n) + (line.basis === 'estimated' ? line.savedNanoUsd : 0n),
        });
      }
      return Promise.resolve([...groups.values()].sort(bySaving));
    },
  };
}

function bySaving(left: SavingGroup, right: SavingGroup): number {
  if (left.savedNanoUsd !== right.savedNanoUsd) return left.savedNanoUsd > right.savedNanoUsd ? -1 : 1;
  return (left.key ?? '') < (right.key ?? '') ? -1 : 1;
}
