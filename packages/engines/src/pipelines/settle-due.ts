import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PredictionOutcome, PricePrediction } from '../market/price-prediction.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { computedPart } from './market-rows.ts';
import { SETTLEMENT_WINDOW_DAYS, settlePrediction } from './settle-prediction.ts';

/** Predictions that came due, those that could be scored, and why the others could not. */
export interface SettledPredictions {
  readonly outcomes: readonly PredictionOutcome[];
  /** Left open, by reason: they are tried again on later days. */
  readonly unsettled: Readonly<Record<string, number>>;
  /** Ids of the predictions left open. */
  readonly openIds: readonly string[];
}

/** The due predictions of one market, oldest target first. */
export function ofMarket(predictions: readonly PricePrediction[], market: MarketScope): readonly PricePrediction[] {
  return predictions.filter((prediction) => marketKey(prediction.market) === marketKey(market));
}

/**
 * Scores due predictions of one market against the sales around their target dates. Computes only: recording the
 * outcomes is the caller's. `valuation` must be fitted as of the settling day.
 */
export async function settleDue(
  predictions: readonly PricePrediction[],
  options: { readonly valuation: FittedValuation; readonly settledOn: IsoDate; readonly marketData: MarketData },
): Promise<SettledPredictions> {
  const { valuation, settledOn, marketData } = options;
  const outcomes: PredictionOutcome[] = [];
  const unsettled: Record<string, number> = {};
  const openIds: string[] = [];
  for (const [targetDate, group] of Map.groupBy(predictions, (prediction) => prediction.targetDate)) {
    const sales: Sale[] = [];
    const window = {
      from: addDays(targetDate, -SETTLEMENT_WINDOW_DAYS),
      to: addDays(targetDate, SETTLEMENT_WINDOW_DAYS),
    };
    for await (const sale of marketData.sales({ market: valuation.market, asOf: settledOn, ...window })) {
      sales.push(computedPart(sale));
    }
    for (const prediction of group) {
      const outcome = settlePrediction({ prediction, valuation, sales, settledOn });
      if ('status' in outcome) {
        unsettled[outcome.reason] = (unsettled[outcome.reason] ?? 0) + 1;
        openIds.push(prediction.id);
      } else outcomes.push(outcome);
    }
  }
  return { outcomes, unsettled, openIds };
}
