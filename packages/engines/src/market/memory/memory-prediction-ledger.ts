import { EarlySettlementError, UnknownPredictionError } from '../../errors.ts';
import { marketKey } from '../price.ts';
import type { LedgerEntry, PredictionLedger } from '../ports/prediction-ledger.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps predictions and their outcomes in this process. */
export function memoryPredictionLedger(): PredictionLedger {
  const entries = new Map<string, LedgerEntry>();

  return {
    async record(predictions) {
      const copies = predictions.map(immutableCopy);
      const before = entries.size;
      for (const prediction of copies) {
        if (!entries.has(prediction.id)) entries.set(prediction.id, Object.freeze({ prediction, outcome: null }));
      }
      return entries.size - before;
    },
    async byId(id) {
      return entries.get(id) ?? null;
    },
    async list({ market, segment, horizon, asOf, settled, limit = 100 }) {
      return [...entries.values()]
        .filter(({ prediction }) => market === undefined || marketKey(prediction.market) === market)
        .filter(({ prediction }) => segment === undefined || prediction.segment === segment)
        .filter(({ prediction }) => horizon === undefined || prediction.horizon === horizon)
        .filter(({ prediction }) => asOf === undefined || prediction.asOf === asOf)
        .filter(({ outcome }) => settled === undefined || settled === (outcome !== null))
        .sort(
          (left, right) =>
            compareText(right.prediction.asOf, left.prediction.asOf) ||
            compareText(left.prediction.id, right.prediction.id),
        )
        .slice(0, limit);
    },
    async due({ asOf, targetFrom = '', limit = Number.POSITIVE_INFINITY }) {
      return [...entries.values()]
        .filter(({ prediction, outcome }) => outcome === null && prediction.targetDate <= asOf)
        .filter(({ prediction }) => prediction.targetDate >= targetFrom)
        .map((entry) => entry.prediction)
        .sort((left, right) => compareText(left.targetDate, right.targetDate) || compareText(left.id, right.id))
        .slice(0, limit);
    },
    async settle(outcomes) {
      for (const { predictionId, settledOn } of outcomes) {
        const entry = entries.get(predictionId);
        if (entry === undefined) throw new UnknownPredictionError(predictionId);
        const { targetDate } = entry.prediction;
        if (settledOn < targetDate) throw new EarlySettlementError({ predictionId, targetDate, settledOn });
      }
      let settled = 0;
      for (const outcome of outcomes.map(immutableCopy)) {
        const entry = entries.get(outcome.predictionId);
        if (entry === undefined || entry.outcome !== null) continue;
        entries.set(outcome.predictionId, Object.freeze({ prediction: entry.prediction, outcome }));
        settled += 1;
      }
      return settled;
    },
  };
}
