export { BURN_RATE_RULES, type BurnRateRule, raiseBurnRateAlerts } from './watch/burn-rate.ts';
export { findSpendAnomalies } from './watch/spend-anomalies.ts';
export { type ReplayedFeature, type Replay, replayLedger, type Substitute } from './what-if/replay-ledger.ts';
export { forecastMonth, type MonthForecast } from './forecast/forecast-month.ts';
export { type RecentLevelOptions, recentLevelForecaster } from './forecast/recent-level-forecaster.ts';
export type { DailySpend, SpendForecast, SpendForecaster, SpendForecastQuery } from './forecast/spend-forecaster.ts';
export type {
  CallSample,
  Measured,
  MeasuredModel,
  ModelRecommendation,
  QualityEvidence,
  QualityEvidenceSource,
  UnmeasuredModel,
} from './model-choice/model-evidence.ts';
export { type ModelChoiceOptions, recommendModels } from './model-choice/recommend-models.ts';
export type { AlertOutbox } from './alerts/alert-outbox.ts';
export { alertText } from './alerts/alert-text.ts';
export type {
  BudgetThresholdAlert,
  BurnRateAlert,
  CostAlert,
  SpendAnomalyAlert,
  UnpricedModelAlert,
} from './alerts/cost-alert.ts';
export { type AlertDeliverer, deliverAlerts } from './alerts/deliver-alerts.ts';
export { memoryAlertOutbox } from './alerts/memory-alert-outbox.ts';
export type { Budget, BudgetScope, BudgetWindow } from './budgets/budget.ts';
export type { BudgetBook, BudgetChange } from './budgets/budget-book.ts';
export { budgetsInForce } from './budgets/budgets-in-force.ts';
export { changeBudget } from './budgets/change-budget.ts';
export { checkBudget } from './budgets/check-budget.ts';
export { memoryBudgetBook } from './budgets/memory-budget-book.ts';
export { raiseThresholdAlerts } from './budgets/raise-threshold-alerts.ts';
export {
  type BudgetClaim,
  type BudgetHold,
  type BudgetState,
  type BudgetStore,
  type Reservation,
  SPENDING_SLICE_MS,
} from './budgets/budget-store.ts';
export { memoryBudgetStore } from './budgets/memory-budget-store.ts';
export { nextWindowStart, windowStart } from './budgets/window-start.ts';
export { type BudgetOptions, type UnpricedPolicy, withBudget } from './budgets/with-budget.ts';
export { type CostBreakdown, CostMonitor, type CostMonitorOptions } from './cost-monitor.ts';
export { CostError, type CostErrorCode, isCostError } from './errors.ts';
export { estimateUsage } from './estimates/estimate-usage.ts';
export {
  type HoldEstimator,
  type LearnedHoldOptions,
  learnedHolds,
  worstCaseHolds,
} from './estimates/hold-estimator.ts';
export { allCalls } from './ledger/all-calls.ts';
export type {
  BookedCall,
  CallLedger,
  CostAdjustment,
  CostDimension,
  CostGroup,
  DailyCost,
} from './ledger/call-ledger.ts';
export type { CallRecord } from './ledger/call-record.ts';
export { memoryCallLedger } from './ledger/memory-call-ledger.ts';
export { type RepricedPeriod, repriceCalls } from './ledger/reprice.ts';
export { NANO_USD_PER_USD, nanoUsdOf, usdText } from './nano-usd.ts';
export { createPriceBook, type PriceBook } from './prices/price-book.ts';
export { PRICE_OVERLAY } from './prices/price-overlay.ts';
export { type PriceRow, ratesFromUsd, type TokenRates } from './prices/price-row.ts';
export { type PricedUsage, priceUsage } from './prices/price-usage.ts';
export { memorySavingsLedger } from './savings/memory-savings-ledger.ts';
export type { SavingGroup, SavingKind, SavingLine, SavingsLedger } from './savings/savings-ledger.ts';
export { savingsOfUsage, type UsageSavings } from './savings/savings-of-usage.ts';
export { type MeteringOptions, withMetering } from './with-metering.ts';
export { checkWorkload } from './simulation/check-workload.ts';
export {
  LEVERS,
  type Lever,
  type LeverEffect,
  simulateLevers,
  type SimulatedPairing,
} from './simulation/simulate-levers.ts';
export { type Levers, type SimulatedMonth, type SimulatedTask, simulateMonth } from './simulation/simulate-month.ts';
export {
  type ModelPairing,
  TASK_CLASSES,
  type TaskClass,
  type Workload,
  type WorkloadTask,
} from './simulation/workload.ts';
export { findReport } from './reconcile/find-report.ts';
export { type Discrepancy, type Reconciliation, type ReconciledLine, reconcile } from './reconcile/reconcile.ts';
export type { ReportRow, VendorLine, VendorReport } from './reconcile/vendor-line.ts';
