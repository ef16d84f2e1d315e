import { learnFromVerdicts } from '../anomalies/severity/learn-verdicts.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import type { FittedMarket, MarketFitRequest } from './market-fitter.ts';
import { isRecentSale } from './market-rows.ts';
import { predictMarket } from './predict-market.ts';
import { fitMarketJudge } from './fit-market-judge.ts';
import { scoreListings } from './score-listings.ts';

/**
 * The whole analysis of one market in the calling thread: valuation, indices, forecasts, predictions of every segment
 * that carries them, and anomalies. Pure: equal requests give equal answers. Some seconds for ten thousand sales.
 */
export async function fitMarket(request: MarketFitRequest): Promise<FittedMarket | NotEnoughData> {
  const { market, asOf, sales, activeListings, endedOffers = [], verdicts = [] } = request;
  const valuation = fitValuation(sales, { asOf, market });
  if ('status' in valuation) return valuation;

  const predicted = predictMarket(valuation, sales);
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
    ...predicted,
    anomalies,
    scoring: { candidates: hasOffers ? 'active_listings' : 'recent_sales', scored, refused },
    synthetic: sales.some((sale) => sale.synthetic),
  };
}
