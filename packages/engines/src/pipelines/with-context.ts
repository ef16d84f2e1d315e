import { indexPassage } from '../insights/index-passage.ts';
import { predictionContext } from '../insights/prediction-context.ts';
import { vehicleName } from '../insights/segment-name.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { PricePrediction } from '../market/price-prediction.ts';

/** Predictions of an analysis with what each rests on, in their order. */
export function withContexts({
  indices,
  predictions,
}: {
  readonly indices: readonly MarketIndex[];
  readonly predictions: readonly PricePrediction[];
}): readonly PricePrediction[] {
  const bySegment = new Map(indices.map((index) => [index.segment, index]));
  return predictions.map((prediction) => withContext(prediction, bySegment.get(prediction.segment)));
}

/**
 * A prediction with what it rests on: how the market stood on its day, what the method takes as given, and what may go
 * wrong, the same facts that its text tells. Without an index of its segment no condition is known.
 */
function withContext(prediction: PricePrediction, index: MarketIndex | undefined): PricePrediction {
  const { assumptions, risks } = predictionContext(prediction);
  const passage =
    index === undefined ? null : indexPassage(index, { prefix: 'history', name: vehicleName(prediction) });
  return {
    ...prediction,
    context: {
      marketConditions: passage?.facts ?? [],
      keyAssumptions: assumptions.map(({ value }) => String(value)),
      riskFactors: risks.map(({ value }) => String(value)),
    },
  };
}
