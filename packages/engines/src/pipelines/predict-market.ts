import { fitMarketIndices } from '../forecasting/fit-market-indices.ts';
import { forecastIndex } from '../forecasting/forecast-index.ts';
import type { IndexForecast } from '../forecasting/index-forecast.ts';
import type { Sale } from '../market/listing.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { HORIZON_MONTHS, type TimeHorizon } from '../market/price-prediction.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import { indexObservations } from '../valuation/index-observations.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { predictSegment } from './predict-segment.ts';

const HORIZONS = Object.keys(HORIZON_MONTHS) as readonly TimeHorizon[];
const LONGEST_HORIZON_MONTHS = Math.max(...Object.values(HORIZON_MONTHS));

/** Where the prices of a market stand and go. */
export interface PredictedMarket {
  readonly indices: readonly MarketIndex[];
  readonly forecasts: readonly IndexForecast[];
  readonly predictions: readonly PricePrediction[];
  /** Segments with an index that got no prediction, and why. */
  readonly refusals: Readonly<Record<SegmentId, NotEnoughData>>;
}

/** Indices, forecasts and predictions of every segment that carries them. Pure. */
export function predictMarket(valuation: FittedValuation, sales: readonly Sale[]): PredictedMarket {
  const { market, asOf } = valuation;
  const indices = fitMarketIndices(indexObservations(valuation, sales), { market, asOf });
  const salesOf = groupBySegment(sales);
  const forecasts: IndexForecast[] = [];
  const predictions: PricePrediction[] = [];
  const refusals: Record<SegmentId, NotEnoughData> = {};
  for (const index of indices) {
    const forecast = forecastIndex(index, { horizonMonths: LONGEST_HORIZON_MONTHS });
    if (forecast.status !== 'ok') {
      refusals[index.segment] = forecast;
      continue;
    }
    forecasts.push(forecast);
    const { segment } = index;
    const predicted = predictSegment({
      valuation,
      forecast,
      origin: index.points.at(-1)!,
      sales: salesOf.get(segment) ?? [],
      segment,
      horizons: HORIZONS,
      asOf,
    });
    if ('status' in predicted) refusals[segment] = predicted;
    else predictions.push(...predicted);
  }
  return { indices, forecasts, predictions, refusals };
}

function groupBySegment(sales: readonly Sale[]): ReadonlyMap<string, readonly Sale[]> {
  const groups = new Map<string, Sale[]>();
  for (const sale of sales) {
    for (const segment of segmentsOf(sale.vehicle)) {
      const group = groups.get(segment);
      if (group === undefined) groups.set(segment, [sale]);
      else group.push(sale);
    }
  }
  return groups;
}
