import { addCounts, NO_COUNTS } from './cache-counts.ts';
import type { CacheStatsGroup, CacheStatsLine, CacheStatsStore } from './cache-stats-store.ts';

/** Counts of this process. */
export function memoryCacheStatsStore(): CacheStatsStore {
  const lines = new Map<string, CacheStatsLine>();
  const within = ({ fromDay, toDay, by }: Parameters<CacheStatsStore['daily']>[0]) =>
    [...lines.values()].filter(({ day, dimension }) => dimension === by && day >= fromDay && day <= toDay);
  return {
    add(batch) {
      for (const line of batch) {
        const { day, dimension, key } = line;
        const id = `${day}\n${dimension}\n${key}`;
        lines.set(id, { day, dimension, key, ...addCounts(lines.get(id) ?? NO_COUNTS, line) });
      }
      return Promise.resolve();
    },
    totals({ limit = Number.POSITIVE_INFINITY, ...query }) {
      const groups = new Map<string, CacheStatsGroup>();
      for (const line of within(query)) {
        groups.set(line.key, { key: line.key, ...addCounts(groups.get(line.key) ?? NO_COUNTS, line) });
      }
      return Promise.resolve([...groups.values()].sort(byQuestions).slice(0, limit));
    },
    daily: (query) => Promise.resolve(within(query).sort(byDay)),
  };
}

function questions({ hits, misses, stale }: CacheStatsGroup): number {
  return hits + misses + stale;
}

function byQuestions(left: CacheStatsGroup, right: CacheStatsGroup): number {
  return questions(right) - questions(left) || (left.key < right.key ? -1 : 1);
}

function byDay(left: CacheStatsLine, right: CacheStatsLine): number {
  if (left.day !== right.day) return left.day < right.day ? -1 : 1;
  return left.key < right.key ? -1 : 1;
}
