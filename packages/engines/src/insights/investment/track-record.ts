import { HORIZON_MONTHS } from '../../market/price-prediction.ts';
import type { LedgerEntry } from '../../market/ports/prediction-ledger.ts';
import { analyseCall, type InvestmentCall } from './investment-call.ts';
import type { InvestmentCosts } from './investment-costs.ts';

/** What came of the calls of one kind. */
export interface CallRecord {
  readonly call: Exclude<InvestmentCall, 'no_edge'>;
  /** Calls whose target day has passed and whose price is known. */
  readonly settledCount: number;
  /** Those after which acting on the call left more than not acting on it. */
  readonly rightCount: number;
  /** Mean of what following the call left over, net of every cost, as a share of the money in it; `null` without one. */
  readonly meanNetResult: number | null;
}

/** Every call that the rule made, the wrong ones included. */
export interface TrackRecord {
  readonly calls: readonly CallRecord[];
  /** Calls that are not due yet. */
  readonly openCount: number;
  /** Predictions in which the rule saw no edge. */
  readonly noEdgeCount: number;
}

/**
 * The record of the rule on stored predictions: what it called on the day, by the prediction of the day, and what the
 * settled price made of it. Nothing is left out and nothing is chosen.
 */
export function trackRecord(entries: readonly LedgerEntry[], costs: InvestmentCosts): TrackRecord {
  const results = new Map<CallRecord['call'], number[]>([
    ['buy', []],
    ['hold', []],
    ['sell', []],
  ]);
  let openCount = 0;
  let noEdgeCount = 0;
  for (const { prediction, outcome } of entries) {
    if (prediction.intervals.length === 0) continue;
    const { call } = analyseCall(prediction, costs);
    if (call === 'no_edge') noEdgeCount += 1;
    else if (outcome === null) openCount += 1;
    else results.get(call)?.push(netResult({ prediction, actualPrice: outcome.actualPrice, call }, costs));
  }
  return {
    openCount,
    noEdgeCount,
    calls: [...results].map(([call, nets]) => ({
      call,
      settledCount: nets.length,
      rightCount: nets.filter((net) => net > 0).length,
      meanNetResult: nets.length === 0 ? null : nets.reduce((sum, net) => sum + net, 0) / nets.length,
    })),
  };
}

/** What following a call left over. Selling is right where keeping would have lost. */
function netResult(
  made: {
    readonly prediction: LedgerEntry['prediction'];
    readonly actualPrice: number;
    readonly call: CallRecord['call'];
  },
  costs: InvestmentCosts,
): number {
  const { prediction, actualPrice, call } = made;
  const years = HORIZON_MONTHS[prediction.horizon] / 12;
  const value = prediction.currentPrice;
  const ownership = value * costs.ownershipShareYearly * years;
  const kept = 1 - costs.sellerFeeShare;
  const stake = call === 'buy' ? value * (1 + costs.buyerFeeShare) + costs.transportAmount : value * kept;
  const net = (actualPrice * kept - ownership - stake * (1 + costs.opportunityRateYearly) ** years) / stake;
  return call === 'sell' ? -net : net;
}
