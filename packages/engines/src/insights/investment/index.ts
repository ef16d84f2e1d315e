export { analyseCall, CALL_PROBABILITY, CASE_PROBABILITY } from './investment-call.ts';
export type { CallAnalysis, InvestmentCall, NetOutcome } from './investment-call.ts';
export {
  giveInvestmentConsent,
  type InvestmentConsent,
  investmentDisclaimer,
  type InvestmentDisclaimer,
} from './investment-consent.ts';
export { DEFAULT_INVESTMENT_COSTS, type InvestmentCosts } from './investment-costs.ts';
export { investmentView, type InvestmentView } from './investment-view.ts';
export { minimumVarianceWeights } from './minimum-variance.ts';
export { MINIMUM_RETURN_MONTHS, type PortfolioPosition, portfolioView, type PortfolioView } from './portfolio-view.ts';
export { priceDistribution, type PriceDistribution } from './price-distribution.ts';
export { shrinkageCovariance, type ShrinkageCovariance } from './shrinkage-covariance.ts';
export { type CallRecord, trackRecord, type TrackRecord } from './track-record.ts';
