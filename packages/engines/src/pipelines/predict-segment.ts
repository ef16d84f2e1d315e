import type { IndexForecast } from '../forecasting/index-forecast.ts';
import type { IsoDate } from '../market/calendar.ts';
import { addDays, addMonthsToDay } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Sale } from '../market/listing.ts';
import type { MarketIndexPoint } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import { marketKey } from '../market/price.ts';
import type { PricePrediction, TimeHorizon } from '../market/price-prediction.ts';
import { HORIZON_MONTHS } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import { segmentsOf } from '../market/segment.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { widenByOrigin } from './widen-by-origin.ts';
import { chooseReferenceCar, namesOfSegment } from './reference-car.ts';
import { valueReferenceCar } from './value-reference-car.ts';

/** Version of the way predictions are put together; part of their identity. */
export const PREDICTION_VERSION = 'prediction-3';

/**
 * Days without a sale after which a segment gets no prediction: its index would only be carried on, and no interval of such
 * a path would hold.
 */
export const MAXIMUM_DAYS_WITHOUT_SALE = 183;

export interface PredictSegmentInput {
  readonly valuation: FittedValuation;
  /** Forecast of the segment's own index, up to the longest horizon at least. */
  readonly forecast: IndexForecast;
  /** The last point of that index: how well it is known from where the forecast starts. */
  readonly origin: MarketIndexPoint;
  /** Sales that include those of the segment; others, and those later than `asOf`, are not read. */
  readonly sales: readonly Sale[];
  readonly segment: SegmentId;
  readonly horizons: readonly TimeHorizon[];
  readonly asOf: IsoDate;
}

/**
 * Predicts the price of a segment's reference car, of a wider segment the mean over its mix of cars: its value today, less what age and the miles driven on take off it
 * until the target day, times the growth of the segment's index. The intervals are those of the index forecast and of the
 * level it starts from: they speak of the price level of such cars, and a single car scatters more around it. Ids come from the content, so that
 * the same question on the same day is the same prediction. Refuses a segment without a sale in the last six months.
 */
export function predictSegment(input: PredictSegmentInput): readonly PricePrediction[] | NotEnoughData {
  const { valuation, forecast, segment, asOf } = input;
  const sales = input.sales.filter(({ vehicle, endedOn, knownOn }) => {
    return endedOn <= asOf && knownOn <= asOf && segmentsOf(vehicle).includes(segment);
  });
  const freshFrom = addDays(asOf, -MAXIMUM_DAYS_WITHOUT_SALE);
  if (sales.length > 0 && !sales.some(({ endedOn }) => endedOn >= freshFrom)) {
    return notEnoughData('no sale of the segment in the last six months', { found: 0, needed: 1 });
  }
  const referenceCar = chooseReferenceCar(sales, { asOf });
  if ('status' in referenceCar) return referenceCar;
  const names = namesOfSegment(sales, segment);
  const valueOn = (valuedOn: IsoDate) => valueReferenceCar(referenceCar, { valuation, names, asOf, valuedOn });
  const now = valueOn(asOf);
  if (now.status !== 'ok') return now;

  const predictions: PricePrediction[] = [];
  for (const horizon of input.horizons) {
    const months = HORIZON_MONTHS[horizon];
    const step = forecast.steps[months - 1];
    if (step === undefined) {
      return notEnoughData(`months in the index forecast for ${horizon}`, {
        found: forecast.steps.length,
        needed: months,
      });
    }
    const targetDate = addMonthsToDay(asOf, months);
    const aged = valueOn(targetDate);
    if (aged.status !== 'ok') return aged;
    const price = (growth: number): number => Math.round(aged.amount * growth);
    const identity = [
      'prediction',
      PREDICTION_VERSION,
      valuation.version,
      marketKey(valuation.market),
      segment,
      horizon,
      asOf,
    ];
    predictions.push({
      id: deterministicUuid(identity.join(' ')),
      market: valuation.market,
      segment,
      ...names,
      horizon,
      asOf,
      targetDate,
      referenceCar,
      currentPrice: now.amount,
      indexGrowth: step.growth,
      predictedPrice: price(step.growth),
      intervals: widenByOrigin(step.intervals, { growth: step.growth, origin: input.origin }).map(
        ({ confidenceLevel, lower, upper }) => {
          return { confidenceLevel, lower: price(lower), upper: price(upper) };
        },
      ),
      naivePrice: now.amount,
      saleCount: sales.length,
      hasSkill: forecast.hasSkill,
      modelVersion: `${valuation.version} ${PREDICTION_VERSION}`,
      synthetic: sales.some(({ synthetic }) => synthetic),
    });
  }
  return predictions;
}
