import type { PricePrediction } from '../../market/price-prediction.ts';
import { analyseCall, type CallAnalysis } from './investment-call.ts';
import type { InvestmentConsent, InvestmentDisclaimer } from './investment-consent.ts';
import { DEFAULT_INVESTMENT_COSTS, type InvestmentCosts } from './investment-costs.ts';
import type { TrackRecord } from './track-record.ts';

/** A recommendation with everything it may not be shown without. */
export interface InvestmentView extends CallAnalysis {
  readonly prediction: PricePrediction;
  readonly costs: InvestmentCosts;
  readonly trackRecord: TrackRecord;
  readonly disclaimer: InvestmentDisclaimer;
  readonly consent: InvestmentConsent;
}

/**
 * Makes a recommendation. It cannot be made without the disclaimer, the consent of the reader and the record of every past
 * call: neither of the first two can be built by hand.
 *
 * @example
 * const disclaimer = investmentDisclaimer();
 * const consent = giveInvestmentConsent({ userId, givenOn: '2026-11-23', disclaimerVersion: disclaimer.version });
 * const view = investmentView({ prediction, trackRecord: trackRecord(entries, costs), disclaimer, consent });
 */
export function investmentView(given: {
  readonly prediction: PricePrediction;
  readonly trackRecord: TrackRecord;
  readonly disclaimer: InvestmentDisclaimer;
  readonly consent: InvestmentConsent;
  /** Default: `DEFAULT_INVESTMENT_COSTS`. */
  readonly costs?: InvestmentCosts;
}): InvestmentView {
  const { prediction, disclaimer, consent, costs = DEFAULT_INVESTMENT_COSTS } = given;
  return { ...analyseCall(prediction, costs), prediction, costs, trackRecord: given.trackRecord, disclaimer, consent };
}
