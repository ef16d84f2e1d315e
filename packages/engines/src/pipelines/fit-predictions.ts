import type { NotEnoughData } from '../market/not-enough-data.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import type { MarketFitRequest } from './market-fitter.ts';
import { predictMarket, type PredictedMarket } from './predict-market.ts';

/** Fits the prices of one market and predicts them; nothing is searched for what is odd. */
export type MarketPredictor = (
  request: Pick<MarketFitRequest, 'market' | 'asOf' | 'sales'>,
) => Promise<PredictedMarket | NotEnoughData>;

/** Predicts in the calling thread. Pure: equal requests give equal answers. A second or two for ten thousand sales. */
export const fitPredictions: MarketPredictor = async ({ market, asOf, sales }) => {
  const valuation = fitValuation(sales, { asOf, market });
  return 'status' in valuation ? valuation : predictMarket(valuation, sales);
};
