import { HORIZON_MONTHS, type PricePrediction } from '../../market/price-prediction.ts';
import { type InvestmentCosts } from './investment-costs.ts';
import { priceDistribution } from './price-distribution.ts';

/** What the rule says: `no_edge` where neither holding nor letting go has one. */
export type InvestmentCall = 'buy' | 'hold' | 'sell' | 'no_edge';

/** How often a side has to win to be called. */
export const CALL_PROBABILITY = 0.6;

/** Probability of the losing and of the winning case that every text states, both alike. */
export const CASE_PROBABILITY = 0.1;

/** One way to act, as the distribution of what it leaves over, net of every cost, as a share of the money in it. */
export interface NetOutcome {
  readonly median: number;
  /** What is left over in the worst tenth of cases, at most. */
  readonly losingCase: number;
  /** What is left over in the best tenth of cases, at least. */
  readonly winningCase: number;
  readonly probabilityOfLoss: number;
}

/** The rule's answer for one prediction. */
export interface CallAnalysis {
  readonly call: InvestmentCall;
  /** Buying now and selling on the target day, against keeping the money. */
  readonly buying: NetOutcome;
  /** Keeping a car that one has until the target day, against selling it now. */
  readonly keeping: NetOutcome;
  /** Price on the target day at which buying now comes out even. */
  readonly breakEvenPrice: number;
}

/**
 * Buy, hold, sell or no edge, as a rule on the forecast distribution net of the costs of transaction and ownership and of
 * what the money would earn elsewhere. *Buy* where buying wins in 60 % of cases and in the middle one; *sell* where keeping
 * loses in 60 % of cases and in the middle one; *hold* where keeping wins in 60 % of cases. A method that beat no naive
 * forecast in its backtest has no edge, whatever it says.
 */
export function analyseCall(prediction: PricePrediction, costs: InvestmentCosts): CallAnalysis {
  const distribution = priceDistribution(prediction);
  const years = HORIZON_MONTHS[prediction.horizon] / 12;
  const value = prediction.currentPrice;
  const ownership = value * costs.ownershipShareYearly * years;
  const growth = (1 + costs.opportunityRateYearly) ** years;
  const kept = 1 - costs.sellerFeeShare;
  const outlay = value * (1 + costs.buyerFeeShare) + costs.transportAmount;
  const outcome = (stake: number): NetOutcome => {
    const net = (price: number): number => (price * kept - ownership - stake * growth) / stake;
    return {
      median: net(distribution.quantile(0.5)),
      losingCase: net(distribution.quantile(CASE_PROBABILITY)),
      winningCase: net(distribution.quantile(1 - CASE_PROBABILITY)),
      probabilityOfLoss: distribution.probabilityAtMost((stake * growth + ownership) / kept),
    };
  };
  const buying = outcome(outlay);
  const keeping = outcome(value * kept);
  return {
    call: prediction.hasSkill ? callOf(buying, keeping) : 'no_edge',
    buying,
    keeping,
    breakEvenPrice: (outlay * growth + ownership) / kept,
  };
}

function callOf(buying: NetOutcome, keeping: NetOutcome): InvestmentCall {
  if (buying.median > 0 && buying.probabilityOfLoss <= 1 - CALL_PROBABILITY) return 'buy';
  if (keeping.median < 0 && keeping.probabilityOfLoss >= CALL_PROBABILITY) return 'sell';
  if (keeping.median > 0 && keeping.probabilityOfLoss <= 1 - CALL_PROBABILITY) return 'hold';
  return 'no_edge';
}
