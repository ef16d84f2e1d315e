import { learnFromVerdicts } from '../anomalies/severity/learn-verdicts.ts';
import { fitMarketIndices } from '../forecasting/fit-market-indices.ts';
import { forecastIndex } from '../forecasting/forecast-index.ts';
import type { IndexForecast } from '../forecasting/index-forecast.ts';
import type { Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { HORIZON_MONTHS, type TimeHorizon } from '../market/price-prediction.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import { indexObservations } from '../valuation/index-observations.ts';
import type { FittedMarket, MarketFitRequest } from './market-fitter.ts';
import { isRecentSale } from './market-rows.ts';
import { predictSegment } from './predict-segment.ts';
import { fitMarketJudge } from './fit-market-judge.ts';
import { scoreListings } from './score-listings.ts';

const HORIZONS = Object.keys(HORIZON_MONTHS) as readonly TimeHorizon[];
const LONGEST_HORIZON_MONTHS = Math.max(...Object.values(HORIZON_MONTHS));

/**
 * The whole analysis of one market in the calling thread: valuation, indices, forecasts, predictions of every segment
 * that carries them, and anomalies. Pure: equal requests give equal answers. Some seconds for ten thousand sales.
 */
export async function fitMarket(request: MarketFitRequest): Promise<FittedMarket | NotEnoughData> {
  const { market, asOf, sales, activeListings, endedOffers = [], verdicts = [] } = request;
  const valuation = fitValuation(sales, { asOf, market });
  if ('status' in valuation) return valuation;

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

  const hasOffers = activeListings.length > 0;
  const candidates = hasOffers ? activeListings : sales.filter((sale) => isRecentSale(sale, asOf));
  const judge = fitMarketJudge(sales, { valuation });
  const scale = learnFromVerdicts(verdicts);
  const scoring = { valuation, judge, asOf, scale, offersBeside: endedOffers };
  const { anomalies, scored, refused } = scoreListings(candidates, scoring);
  return {
    status: 'ok',
    market,
    asOf,
    saleCount: valuation.saleCount,
    valuation: valuation.toPayload(),
    valuationVersion: valuation.version,
    judge: judge.toPayload(),
    exclusions: valuation.exclusions,
    indices,
    forecasts,
    predictions,
    anomalies,
    scoring: { candidates: hasOffers ? 'active_listings' : 'recent_sales', scored, refused },
    refusals,
    synthetic: sales.some((sale) => sale.synthetic),
  };
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
