import { learnCauseContext } from '../cause/learn-cause-context.ts';
import { fitMispricingModel } from '../mispricing/fit-mispricing-model.ts';
import type { PricedListing } from '../priced-listing.ts';
import { type AnomalyJudge, createAnomalyJudge, judgedCar } from './anomaly-judge.ts';

/**
 * Learns from sales how prices of such cars scatter and what is usual in the market. Every sale comes with the price that
 * was expected of it by a fit that had not seen it.
 *
 * @example
 * const judge = fitAnomalyJudge(sales.map((listing) => ({ listing, expected: valuation.valueLeftOut(listing) })));
 */
export function fitAnomalyJudge(sales: readonly PricedListing[]): AnomalyJudge {
  const mispricing = fitMispricingModel(
    sales.flatMap(({ listing, expected }) => {
      const { price } = listing;
      if (price === null || !(price.amount > 0)) return [];
      const carKey = listing.vin ?? listing.id;
      return [{ ...judgedCar(listing, expected), carKey, logPrice: Math.log(price.amount) }];
    }),
  );
  return createAnomalyJudge({ mispricing, causes: learnCauseContext(sales.map(({ listing }) => listing)) });
}
