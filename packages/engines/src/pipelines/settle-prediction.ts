import { EarlySettlementError, MixedMarketError } from '../errors.ts';
import { attributeMiss } from '../forecasting/accuracy/attribute-miss.ts';
import type { IsoDate } from '../market/calendar.ts';
import { addDays } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import { marketKey } from '../market/price.ts';
import type { PredictionOutcome, PricePrediction } from '../market/price-prediction.ts';
import { segmentsOf } from '../market/segment.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { valueReferenceCar } from './value-reference-car.ts';

/** Days before and after the target date whose sales count as the outcome. */
export const SETTLEMENT_WINDOW_DAYS = 30;

/** Sales of the segment within the window without which a prediction stays open. */
export const MINIMUM_SETTLEMENT_SALES = 5;

/**
 * Scores one prediction: the reference car of then, aged to the target date, as the market fitted on the settling day
 * values it at the level of the target's month. The lowest and highest constant-quality price are those of single sales
 * within 30 days of the target and after the prediction was made, each moved to the reference car. Settling before the target date is an
 * `EarlySettlementError`, by another market a `MixedMarketError`; fewer than 5 sales in the window leave it open.
 */
export function settlePrediction(options: {
  readonly prediction: PricePrediction;
  /** Fitted as of the settling day. */
  readonly valuation: FittedValuation;
  readonly sales: readonly Sale[];
  readonly settledOn: IsoDate;
}): PredictionOutcome | NotEnoughData {
  const { prediction, valuation, settledOn } = options;
  const { targetDate } = prediction;
  if (settledOn < targetDate) throw new EarlySettlementError({ predictionId: prediction.id, targetDate, settledOn });
  if (marketKey(prediction.market) !== marketKey(valuation.market)) {
    throw new MixedMarketError(
      `Prediction ${prediction.id} is about ${marketKey(prediction.market)} and cannot be settled in ${marketKey(valuation.market)}.`,
    );
  }
  const valueOn = (valuedOn: IsoDate) =>
    valueReferenceCar(prediction.referenceCar, { valuation, names: prediction, asOf: prediction.asOf, valuedOn });
  const actual = valueOn(targetDate);
  if (actual.status !== 'ok') return actual;

  const from = addDays(targetDate, -SETTLEMENT_WINDOW_DAYS);
  const to = addDays(targetDate, SETTLEMENT_WINDOW_DAYS);
  const prices: number[] = [];
  let soldLogValue = 0;
  let paidLog = 0;
  for (const sale of options.sales) {
    // What the prediction could know when it was made says nothing about whether it came true.
    const isNews = sale.endedOn > prediction.asOf && sale.endedOn <= settledOn && sale.knownOn <= settledOn;
    const inWindow = isNews && sale.endedOn >= from && sale.endedOn <= to;
    if (!inWindow || !segmentsOf(sale.vehicle).includes(prediction.segment)) continue;
    const value = valuation.valueLeftOut(sale);
    if (value.status !== 'ok') continue;
    prices.push(actual.amount * (sale.price.amount / value.amount));
    soldLogValue += Math.log(value.amount);
    paidLog += Math.log(sale.price.amount);
  }
  if (prices.length < MINIMUM_SETTLEMENT_SALES) {
    return notEnoughData('too few sales of the segment around the target date', {
      found: prices.length,
      needed: MINIMUM_SETTLEMENT_SALES,
    });
  }
  const before = valueOn(prediction.asOf);
  const attribution =
    prediction.indexGrowth === undefined || before.status !== 'ok'
      ? undefined
      : attributeMiss({
          predicted: prediction.predictedPrice,
          predictedAtActualGrowth:
            (prediction.predictedPrice / prediction.indexGrowth) * Math.exp(actual.marketLevel - before.marketLevel),
          actualReference: actual.amount,
          soldCarsValue: Math.exp(soldLogValue / prices.length),
          paid: Math.exp(paidLog / prices.length),
        });
  const miss = (price: number): number => Math.abs(price - actual.amount) / actual.amount;
  return {
    predictionId: prediction.id,
    settledOn,
    saleCount: prices.length,
    actualPrice: actual.amount,
    actualLow: Math.round(Math.min(...prices)),
    actualHigh: Math.round(Math.max(...prices)),
    absolutePercentageError: miss(prediction.predictedPrice),
    naiveAbsolutePercentageError: miss(prediction.naivePrice),
    covered: prediction.intervals.map(({ confidenceLevel, lower, upper }) => {
      return { confidenceLevel, covered: actual.amount >= lower && actual.amount <= upper };
    }),
    ...(attribution === undefined ? {} : { attribution }),
  };
}
