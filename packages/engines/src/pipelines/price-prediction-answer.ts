import type { Fact, MarketInsight } from '../market/insight.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import type { SegmentPredictions } from './find-predictions.ts';

/** Predictions with the words and facts that belong to them. */
export interface PricePredictionAnswer {
  readonly status: 'ok';
  readonly segment: SegmentId;
  /** One a horizon, shortest first. */
  readonly predictions: readonly PricePrediction[];
  /** Text and facts of the longest horizon asked for. */
  readonly insight: MarketInsight;
  /** What the world outside is like as far as the caller said so, what the method assumes, and what may go wrong: facts of the insight. */
  readonly marketConditions: readonly Fact[];
  readonly keyAssumptions: readonly Fact[];
  readonly riskFactors: readonly Fact[];
  /** The same for further segments that the words name, most sales first: the other generations of a trim. */
  readonly alternatives: readonly SegmentPredictions[];
}

/** The facts of a text about a prediction that say what it rests on and what may go wrong. */
export function contextFacts({
  facts,
}: Pick<MarketInsight, 'facts'>): Pick<PricePredictionAnswer, 'marketConditions' | 'keyAssumptions' | 'riskFactors'> {
  const of = (group: string): readonly Fact[] => facts.filter(({ id }) => id.startsWith(`${group}.`));
  return { marketConditions: of('conditions'), keyAssumptions: of('assumptions'), riskFactors: of('risks') };
}
