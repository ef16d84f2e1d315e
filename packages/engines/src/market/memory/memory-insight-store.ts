import type { MarketInsight } from '../insight.ts';
import type { InsightStore } from '../ports/insight-store.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps insights in this process. */
export function memoryInsightStore(): InsightStore {
  const rows = new Map<string, MarketInsight>();

  return {
    async save(insights) {
      const copies = insights.map(immutableCopy);
      const before = rows.size;
      for (const insight of copies) {
        if (!rows.has(insight.id)) rows.set(insight.id, insight);
      }
      return rows.size - before;
    },
    async byId(id) {
      return rows.get(id) ?? null;
    },
    async list({ type, model, trim, asOf, limit = 20 }) {
      return [...rows.values()]
        .filter((insight) => type === undefined || insight.type === type)
        .filter((insight) => model === undefined || insight.model === model)
        .filter((insight) => trim === undefined || insight.trim === trim)
        .filter((insight) => asOf === undefined || insight.analysisDate <= asOf)
        .sort((left, right) => compareText(right.analysisDate, left.analysisDate) || compareText(left.id, right.id))
        .slice(0, limit);
    },
  };
}
