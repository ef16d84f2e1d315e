import { describe, expect, it } from 'vitest';
import { EarlySettlementError, MixedMarketError } from '../errors.ts';
import { fitMarketIndices } from '../forecasting/fit-market-indices.ts';
import { forecastIndex } from '../forecasting/forecast-index.ts';
import type { IndexForecast } from '../forecasting/index-forecast.ts';
import { addDays, addMonthsToDay } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { isSale } from '../market/listing.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { segmentsOf } from '../market/segment.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import { indexObservations } from '../valuation/index-observations.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { predictSegment } from './predict-segment.ts';
import { referenceCarFacts } from './reference-car.ts';
import { settlePrediction } from './settle-prediction.ts';

const HORIZONS = ['1m', '3m', '6m', '1y'] as const;
const AS_OF = '2025-12-31';
const market = generateMarket({ preset: 'demo', seed: 5, endsOn: '2026-04-30', months: 30, salesPerMonth: 80 });
const sales: readonly Sale[] = market.listings.filter(isSale).filter(({ price }) => price.currency === 'USD');

function fit(asOf: string): FittedValuation {
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) throw new TypeError(valuation.reason);
  return valuation;
}

function predicted(answer: ReturnType<typeof predictSegment>): readonly PricePrediction[] {
  if ('status' in answer) throw new TypeError(answer.reason);
  return answer;
}

const valuation = fit(AS_OF);
const indexOf = (segment: string): MarketIndex => {
  const [index] = fitMarketIndices(indexObservations(valuation, sales), {
    market: valuation.market,
    asOf: AS_OF,
    segments: [segment],
  });
  return index!;
};
const forecastOf = (segment: string): IndexForecast => {
  const forecast = forecastIndex(indexOf(segment), { horizonMonths: 12 });
  if (forecast.status !== 'ok') throw new TypeError(forecast.reason);
  return forecast;
};
const forecast = forecastOf('porsche/911');
const origin = indexOf('porsche/911').points.at(-1)!;
const input = { valuation, forecast, origin, sales, segment: 'porsche/911', horizons: HORIZONS, asOf: AS_OF };
const predictions = predicted(predictSegment(input));

describe('predictSegment', () => {
  it('speaks of each horizon with nested intervals around the price', () => {
    expect(predictions.map(({ horizon, targetDate }) => [horizon, targetDate])).toEqual([
      ['1m', '2026-01-31'],
      ['3m', '2026-03-31'],
      ['6m', '2026-06-30'],
      ['1y', '2026-12-31'],
    ]);
    for (const { predictedPrice, intervals, naivePrice, currentPrice, generation, trim } of predictions) {
      expect(naivePrice).toBe(currentPrice);
      expect([generation, trim]).toEqual([null, null]);
      let inner = { lower: predictedPrice, upper: predictedPrice };
      for (const interval of intervals) {
        expect(interval.lower).toBeLessThanOrEqual(inner.lower);
        expect(interval.upper).toBeGreaterThanOrEqual(inner.upper);
        inner = interval;
      }
    }
  });

  it('ages the car: without growth of the index it loses value', () => {
    const flat = { ...forecast, steps: forecast.steps.map((step) => ({ ...step, growth: 1 })) };
    const prices = predicted(predictSegment({ ...input, forecast: flat })).map(({ predictedPrice }) => predictedPrice);
    expect(prices[0]).toBeLessThan(predictions[0]!.currentPrice);
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
  });

  it('takes a typical car of the segment, priced like its sales', () => {
    const [first] = predictions;
    const recent = sales.filter(
      ({ endedOn, vehicle, modelYear, mileage }) =>
        endedOn <= AS_OF &&
        endedOn > addDays(AS_OF, -365) &&
        modelYear !== null &&
        mileage !== null &&
        segmentsOf(vehicle).includes('porsche/911'),
    );
    expect(first!.referenceCar.saleCount).toBe(recent.length);
    const prices = recent.map(({ price }) => price.amount).sort((a, b) => a - b);
    expect(first!.currentPrice).toBeGreaterThan(prices[Math.floor(0.2 * prices.length)]!);
    expect(first!.currentPrice).toBeLessThan(prices[Math.floor(0.8 * prices.length)]!);
  });

  it('prices a wider segment as the mean of the kinds of cars sold in it', () => {
    const { mix } = predictions[0]!.referenceCar;
    expect(mix!.length).toBeGreaterThan(5);
    expect(mix!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(mix!.map(({ share }) => share)).toEqual(mix!.map(({ share }) => share).toSorted((a, b) => b - a));
    let log = 0;
    for (const { model, generation, trim, modelYear, mileage, share } of mix!) {
      const names = { make: 'Porsche', model, generation, trim };
      const car = referenceCarFacts({ modelYear, mileage }, { names, asOf: AS_OF, valuedOn: AS_OF });
      const value = valuation.value(car, { valuedOn: AS_OF });
      log += share * Math.log(value.status === 'ok' ? value.amount : Number.NaN);
    }
    expect(predictions[0]!.currentPrice).toBe(Math.round(Math.exp(log)));
  });

  it('is the same prediction for the same day, and reads nothing later', () => {
    const known = sales.filter(({ endedOn, knownOn }) => endedOn <= AS_OF && knownOn <= AS_OF);
    expect(known.length).toBeLessThan(sales.length);
    expect(predictSegment({ ...input, sales: known })).toEqual(predictions);
  });

  it('refuses a segment without sales and a forecast that is too short', () => {
    expect(predictSegment({ ...input, segment: 'porsche/unheard-of' })).toMatchObject({
      status: 'not-enough-data',
      found: 0,
      needed: 10,
    });
    const stale = sales.filter(({ endedOn }) => endedOn < addDays(AS_OF, -183));
    expect(predictSegment({ ...input, sales: stale })).toMatchObject({
      status: 'not-enough-data',
      reason: 'no sale of the segment in the last six months',
    });
    const short = { ...forecast, steps: forecast.steps.slice(0, 3) };
    expect(predictSegment({ ...input, forecast: short })).toMatchObject({
      status: 'not-enough-data',
      found: 3,
      needed: 6,
    });
  });
});

describe('settlePrediction', () => {
  const settledOn = '2026-04-30';
  const later = fit(settledOn);
  const prediction = predictions[1]!;

  it('scores the same car at its target day against the price of then', () => {
    const outcome = settlePrediction({ prediction, valuation: later, sales, settledOn });
    if ('status' in outcome) throw new TypeError(outcome.reason);
    expect(outcome.actualPrice).toBeGreaterThanOrEqual(outcome.actualLow);
    expect(outcome.actualPrice).toBeLessThanOrEqual(outcome.actualHigh);
    expect(outcome.absolutePercentageError).toBeCloseTo(
      Math.abs(prediction.predictedPrice - outcome.actualPrice) / outcome.actualPrice,
      12,
    );
    expect(outcome.absolutePercentageError).toBeLessThan(0.1);
    expect(outcome.covered.map(({ confidenceLevel }) => confidenceLevel)).toEqual([0.5, 0.8, 0.9]);
    for (const [position, { lower, upper }] of prediction.intervals.entries()) {
      expect(outcome.covered[position]!.covered).toBe(outcome.actualPrice >= lower && outcome.actualPrice <= upper);
    }
  });

  it('divides the miss against the prices paid into parts that sum to it', () => {
    const outcome = settlePrediction({ prediction, valuation: later, sales, settledOn });
    if ('status' in outcome) throw new TypeError(outcome.reason);
    const { total, index, car, mix, noise } = outcome.attribution!;
    expect(index + car + mix + noise).toBe(total);
    const ofTarget = sales.filter(
      ({ endedOn, knownOn, vehicle }) =>
        endedOn >= addDays(prediction.targetDate, -30) &&
        endedOn <= addDays(prediction.targetDate, 30) &&
        knownOn <= settledOn &&
        segmentsOf(vehicle).includes('porsche/911'),
    );
    const paid = ofTarget.reduce((sum, { price }) => sum + Math.log(price.amount), 0) / ofTarget.length;
    expect(total).toBeCloseTo(Math.log(prediction.predictedPrice) - paid, 9);
    // Twice the growth that was forecast is a miss of the index and of nothing else.
    const bolder = {
      ...prediction,
      predictedPrice: 2 * prediction.predictedPrice,
      indexGrowth: 2 * prediction.indexGrowth!,
    };
    const again = settlePrediction({ prediction: bolder, valuation: later, sales, settledOn });
    if ('status' in again) throw new TypeError(again.reason);
    expect(again.attribution!.index).toBeCloseTo(index + Math.log(2), 12);
    expect([again.attribution!.car, again.attribution!.mix]).toEqual(
      [car, mix].map((part) => expect.closeTo(part, 12)),
    );
    const { indexGrowth: _, ...older } = prediction;
    expect(settlePrediction({ prediction: older, valuation: later, sales, settledOn })).not.toHaveProperty(
      'attribution',
    );
  });

  it('counts only sales of the segment within thirty days of the target that were known by then', () => {
    const outcome = settlePrediction({ prediction, valuation: later, sales, settledOn });
    if ('status' in outcome) throw new TypeError(outcome.reason);
    const inWindow = sales.filter(
      ({ endedOn, knownOn, vehicle }) =>
        endedOn >= addDays(prediction.targetDate, -30) &&
        endedOn <= addDays(prediction.targetDate, 30) &&
        endedOn <= settledOn &&
        knownOn <= settledOn &&
        segmentsOf(vehicle).includes('porsche/911'),
    );
    expect(outcome.saleCount).toBe(inWindow.length);
  });

  it('leaves a prediction open that only sales from before it was made could score', () => {
    const oneMonth = predictions[0]!;
    const before = sales.filter(({ endedOn }) => endedOn <= AS_OF);
    expect(settlePrediction({ prediction: oneMonth, valuation: later, sales: before, settledOn })).toMatchObject({
      status: 'not-enough-data',
      found: 0,
    });
  });

  it('refuses to settle early, in another market, or without sales', () => {
    const early = () =>
      settlePrediction({ prediction, valuation, sales, settledOn: addDays(prediction.targetDate, -1) });
    expect(early).toThrow(EarlySettlementError);
    const foreign = { ...prediction, market: { priceKind: 'wholesale', currency: 'USD' } } as const;
    expect(() => settlePrediction({ prediction: foreign, valuation: later, sales, settledOn })).toThrow(
      MixedMarketError,
    );
    expect(settlePrediction({ prediction, valuation: later, sales: [], settledOn })).toMatchObject({
      status: 'not-enough-data',
      found: 0,
      needed: 5,
    });
    expect(addMonthsToDay(AS_OF, 3)).toBe(prediction.targetDate);
  });
});
