import type { AnomalyJudge } from '../anomalies/judge/anomaly-judge.ts';
import { fitAnomalyJudge } from '../anomalies/judge/fit-anomaly-judge.ts';
import type { Sale } from '../market/listing.ts';
import type { FittedValuation } from '../valuation/valuation.ts';

/** Learns how the prices of a market scatter, from its sales, each valued as if the fit had not seen it. */
export function fitMarketJudge(
  sales: readonly Sale[],
  { valuation }: { readonly valuation: FittedValuation },
): AnomalyJudge {
  return fitAnomalyJudge(
    sales.flatMap((listing) => {
      const expected = valuation.valueLeftOut(listing);
      return expected.status === 'ok' ? [{ listing, expected }] : [];
    }),
  );
}
