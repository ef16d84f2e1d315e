export * from './valuation.ts';
export { fitValuation, MINIMUM_SALES } from './fit-valuation.ts';
export type { FitValuationOptions } from './fit-valuation.ts';
export { valuationFromPayload, MINIMUM_MAKE_SALES } from './fitted-valuation.ts';
export { updateValuation } from './update-valuation.ts';
export { VALUATION_VERSION } from './fit-payload.ts';
export { indexObservations } from './index-observations.ts';
export type { GuidedSale } from './guide/guided-sale.ts';
export type { GuidedValuation, GuidedValue } from './guide/guided-valuation.ts';
export { withGuidePrice } from './guide/with-guide-price.ts';
export { guidedValuationFromPayload } from './guide/guided-valuation-from-payload.ts';
export type { BacktestSale, DatedSale } from './backtest/backtest-sale.ts';
export type { BacktestOptions } from './backtest/backtest-options.ts';
export type { BacktestAnswer, BacktestPrediction } from './backtest/backtest-prediction.ts';
export { runValuationBacktest } from './backtest/run-valuation-backtest.ts';
export { scoreBacktest } from './backtest/score-backtest.ts';
export type { BacktestScore, ComparedValuation, IntervalScore, ValueErrors } from './backtest/score-backtest.ts';
export type { PairedComparison } from './backtest/paired-bootstrap.ts';
export type { Adjustment, Comparable, Comparables } from './comparables/comparable.ts';
export {
  type ComparableSearch,
  type ComparedCar,
  MINIMUM_COMPARABLES,
  prepareComparables,
} from './comparables/prepare-comparables.ts';
export { type ExplainedPart, explainValue, type ValueExplanation } from './explain/explain-value.ts';
export { type CarAlternatives, type ChangedFact, rankChanges, type ValueChange } from './explain/rank-changes.ts';
export { type MileagePoint, valueByMileage } from './explain/value-by-mileage.ts';
export { type AuctionFee, COLLECTOR_AUCTION_FEE, feeOf, hammerFor, totalPrice } from './auction-fee.ts';
