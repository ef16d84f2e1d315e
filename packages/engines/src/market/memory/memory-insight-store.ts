import { INSIGHT_TYPES, type MarketInsight } from '../insight.ts';
import type { InsightFeedback, InsightStore } from '../ports/insight-store.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps insights in this process. */
export function memoryInsightStore(): InsightStore {
  const rows = new Map<string, MarketInsight>();
  const feedback = new Map<string, Map<string, InsightFeedback>>();

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
        .sort(
          (left, right) =>
            compareText(right.analysisDate, left.analysisDate) ||
            INSIGHT_TYPES.indexOf(left.type) - INSIGHT_TYPES.indexOf(right.type) ||
            compareText(left.id, right.id),
        )
        .slice(0, limit);
    },
    async recordFeedback(given) {
      if (!rows.has(given.insightId)) return false;
      const voices = feedback.get(given.insightId) ?? new Map<string, InsightFeedback>();
      const known = voices.get(given.userId);
      if (known === undefined || known.givenAt <= given.givenAt) voices.set(given.userId, given);
      feedback.set(given.insightId, voices);
      return true;
    },
    async feedbackOf(insightId) {
      const voices = [...(feedback.get(insightId)?.values() ?? [])];
      const useful = voices.filter(({ isUseful }) => isUseful).length;
      return { useful, notUseful: voices.length - useful };
    },
    async eraseFeedbackOf(userId) {
      return [...feedback.values()].filter((voices) => voices.delete(userId)).length;
    },
  };
}
