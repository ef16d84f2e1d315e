import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import type { PredictionLedger } from '../market/ports/prediction-ledger.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PredictionOutcome, PricePrediction } from '../market/price-prediction.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { computedPart } from './market-rows.ts';
import { MINIMUM_SETTLEMENT_SALES, SETTLEMENT_WINDOW_DAYS, settlePrediction } from './settle-prediction.ts';

/**
 * Days after its target date for which a prediction without enough sales around it is tried again: long enough for late
 * sales to become known. After that it stays without an outcome.
 */
export const SETTLEMENT_PATIENCE_DAYS = 90;

/** Predictions that came due, those that could be scored, and why the others could not. */
export interface SettledPredictions {
  readonly outcomes: readonly PredictionOutcome[];
  /** Left open, by reason: they are tried again on later days. */
  readonly unsettled: Readonly<Record<string, number>>;
  /** Ids of the predictions left open. */
  readonly openIds: readonly string[];
}

/** Predictions of one market that are due and still within patience, oldest target first. */
export async function duePredictions(
  ledger: PredictionLedger,
  options: { readonly market: MarketScope; readonly asOf: IsoDate },
): Promise<readonly PricePrediction[]> {
  const { market, asOf } = options;
  const due = await ledger.due({ asOf, targetFrom: addDays(asOf, -SETTLEMENT_PATIENCE_DAYS) });
  return due.filter((prediction) => marketKey(prediction.market) === marketKey(market));
}

/**
 * Scores due predictions of one market against the sales around their target dates, which are read once for all of
 * them. Computes only: recording the outcomes is the caller's. `valuation` must be fitted as of the settling day.
 */
export async function settleDue(
  predictions: readonly PricePrediction[],
  options: { readonly valuation: FittedValuation; readonly settledOn: IsoDate; readonly marketData: MarketData },
): Promise<SettledPredictions> {
  const { valuation, settledOn } = options;
  const salesOf = await salesAround(predictions, options);
  const outcomes: PredictionOutcome[] = [];
  const unsettled: Record<string, number> = {};
  const openIds: string[] = [];
  for (const prediction of predictions) {
    const { from, to } = windowOf(prediction.targetDate);
    const sales = (salesOf.get(prediction.segment) ?? []).filter(
      (sale) => sale.endedOn > prediction.asOf && sale.endedOn >= from && sale.endedOn <= to,
    );
    const outcome =
      sales.length < MINIMUM_SETTLEMENT_SALES
        ? notEnoughData('too few sales of the segment around the target date', {
            found: sales.length,
            needed: MINIMUM_SETTLEMENT_SALES,
          })
        : settlePrediction({ prediction, valuation, sales, settledOn });
    if ('status' in outcome) {
      unsettled[outcome.reason] = (unsettled[outcome.reason] ?? 0) + 1;
      openIds.push(prediction.id);
    } else outcomes.push(outcome);
  }
  return { outcomes, unsettled, openIds };
}

function windowOf(targetDate: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: addDays(targetDate, -SETTLEMENT_WINDOW_DAYS), to: addDays(targetDate, SETTLEMENT_WINDOW_DAYS) };
}

/** The sales within the windows of any of the predictions, by every segment they belong to. */
async function salesAround(
  predictions: readonly PricePrediction[],
  options: { readonly valuation: FittedValuation; readonly settledOn: IsoDate; readonly marketData: MarketData },
): Promise<ReadonlyMap<SegmentId, readonly Sale[]>> {
  const { valuation, settledOn: asOf, marketData } = options;
  const salesOf = new Map<SegmentId, Sale[]>(predictions.map(({ segment }) => [segment, []]));
  const targets = predictions.map(({ targetDate }) => targetDate).sort();
  const [first] = targets;
  const last = targets.at(-1);
  if (first === undefined || last === undefined) return salesOf;
  const range = { from: windowOf(first).from, to: windowOf(last).to };
  for await (const sale of marketData.sales({ market: valuation.market, asOf, ...range })) {
    const computed = computedPart(sale);
    for (const segment of segmentsOf(sale.vehicle)) salesOf.get(segment)?.push(computed);
  }
  return salesOf;
}
