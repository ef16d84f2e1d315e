export * from './market/index.ts';
export * from './valuation/index.ts';
export * from './forecasting/index.ts';
export * from './anomalies/index.ts';
export * from './options/index.ts';
export * from './pipelines/daily-run-report.ts';
export * from './pipelines/market-fitter.ts';
export * from './pipelines/pipeline-dependencies.ts';
export * from './pipelines/run-progress.ts';
export { type AnomalyEvidence, AnomalyExplainer, type ExplainerDependencies } from './pipelines/anomaly-explainer.ts';
export { AnomalyDetectionPipeline } from './pipelines/anomaly-detection-pipeline.ts';
export type { MarketMovements, MarketMovementsRequest } from './pipelines/analyse-market-movements.ts';
export type { MarketTrends, MarketTrendsRequest, SegmentTrend } from './pipelines/analyse-market-trends.ts';
export { forecastMonthIndexFromSales, monthIndexTarget } from './pipelines/backtest-month-index.ts';
export { checkDataQuality, type DataQualityReport } from './pipelines/check-data-quality.ts';
export type { PricePredictionRequest, SegmentPredictions } from './pipelines/find-predictions.ts';
export type { UnknownVehicle } from './pipelines/find-segments.ts';
export { fitMarket } from './pipelines/fit-market.ts';
export * from './pipelines/fitted-model-kinds.ts';
export { LLMPredictor } from './pipelines/llm-predictor.ts';
export type { PricePredictionAnswer } from './pipelines/price-prediction-answer.ts';
export { loadValuations, type LoadValuation } from './pipelines/load-valuation.ts';
export type { AccuracyRequest } from './pipelines/ledger-accuracy.ts';
export { findMarketBreaks, type MarketBreak, type MarketBreaks } from './pipelines/market-breaks.ts';
export type { CorrelationRequest, SegmentCorrelations } from './pipelines/market-correlations.ts';
export type { MarketAnalysisDependencies, SegmentRequest } from './pipelines/read-segment-indices.ts';
export type { SegmentActivity } from './pipelines/segment-activity.ts';
export type { SeasonalAnalysis, SeasonalAnalysisRequest } from './pipelines/seasonal-analysis.ts';
export { MarketAnalysisEngine } from './pipelines/market-analysis-engine.ts';
export {
  type InsightRequest,
  type InsightScope,
  MarketInsightsGenerator,
  type MarketSettlement,
  type Recommendation,
  type RecommendationRequest,
  type WeeklyScope,
} from './pipelines/market-insights-generator.ts';
export {
  type HeldPortfolio,
  type HeldPosition,
  type Holding,
  type PortfolioRequest,
  viewPortfolio,
} from './pipelines/view-portfolio.ts';
export { type ErasedReader, eraseReader } from './pipelines/erase-reader.ts';
export { type Watch, watchSegments } from './pipelines/watch-segments.ts';
export { marketMovement, type MarketMovement } from './pipelines/market-movement.ts';
export { RECENT_SALE_DAYS } from './pipelines/market-rows.ts';
export {
  type ClauseReader,
  type ClauseStatement,
  createClauseReader,
} from './pipelines/left-clauses/clause-reader.ts';
export { type ProposedRules, proposeRules, type RuleProposal } from './pipelines/left-clauses/propose-rules.ts';
export { keepRuleProposals, readRuleProposals } from './pipelines/left-clauses/rule-proposals.ts';
export type { NotConfigured } from './pipelines/not-configured.ts';
export {
  type OptionScopeRequest,
  OptionsValueEngine,
  type OptionsValueDependencies,
} from './pipelines/options-value-engine.ts';
export {
  findListingOptions,
  OPTION_READER_VERSION,
  readingOptions,
  storeListingOptions,
  storeOptionCatalogue,
} from './pipelines/read-listing-options.ts';
export { type OptionChoiceProblem, type OptionComputer, optionComputer } from './pipelines/option-computer.ts';
export { OPTION_LADDERS, OPTION_LADDERS_VERSION, type OptionLadderAnswer } from './pipelines/option-ladders.ts';
export type { PromptOptimizationRequest, PromptOptimizer } from './pipelines/prompt-optimizer.ts';
export { PREDICTION_VERSION, predictSegment, type PredictSegmentInput } from './pipelines/predict-segment.ts';
export { fitPredictions, type MarketPredictor } from './pipelines/fit-predictions.ts';
export type { PredictedMarket } from './pipelines/predict-market.ts';
export { recordPredictions } from './pipelines/record-predictions.ts';
export { runDaily, type RunDailyOptions } from './pipelines/run-daily.ts';
export { type ScanOptions, type ScanResult, scanNewListings } from './pipelines/scan-new-listings.ts';
export { type ScoredListings, scoreListings } from './pipelines/score-listings.ts';
export { fitListingJudge, type ListingJudge, type ScoredListing } from './pipelines/score-unseen-listings.ts';
export { readSeverityRecord } from './pipelines/read-severity-record.ts';
export { assessQuality, type QualityAssessor } from './pipelines/quality-assessor.ts';
export { assessStoredRows, type MarketQuality } from './pipelines/assess-stored-rows.ts';
export { SETTLEMENT_PATIENCE_DAYS, type SettledPredictions } from './pipelines/settle-due.ts';
export {
  MINIMUM_SETTLEMENT_SALES,
  SETTLEMENT_WINDOW_DAYS,
  settlePrediction,
} from './pipelines/settle-prediction.ts';
export { type AnalysisReader, createAnalysisReader, type StoredAnalysis } from './pipelines/stored-analysis.ts';
export type { PredictionVerdict } from './pipelines/validate-prediction.ts';
export { type CarChoices, CarValuer } from './pipelines/value-car.ts';
export type {
  CountedName,
  LineChoices,
  SoldGeneration,
  SoldTrim,
} from './pipelines/value-car-names.ts';
export type { ValuerDependencies } from './pipelines/value-car-market.ts';
export type { CarOutlook, CarOutlookOptions, CarOutlookStep } from './pipelines/car-outlook.ts';
export { carOutlook } from './pipelines/car-outlook.ts';
export type { AssumedFact, CarAhead, CarValuation, ValueCarRequest } from './pipelines/value-car-request.ts';
export type { MarketContext, SeasonalEffect } from './pipelines/predict-from-context.ts';
export type { ExternalFactor } from './insights/prediction-context.ts';
export { factRows, type FactRows } from './pipelines/fact-rows.ts';
export { ANALYST_TOOLS } from './pipelines/analyst/all-tools.ts';
export {
  type AnalystAnswer,
  type AnalystEvent,
  ANSWER_DISCLAIMER,
} from './pipelines/analyst/analyst-answer.ts';
export type { AnalystTool, AnswerRow, ToolAnswer, ToolContext, ToolResult } from './pipelines/analyst/analyst-tool.ts';
export { builtInInterpreter } from './pipelines/analyst/built-in/built-in-interpreter.ts';
export {
  type AnalystQuestion,
  MarketAnalyst,
  type MarketAnalystDependencies,
} from './pipelines/analyst/market-analyst.ts';
export { modelInterpreter } from './pipelines/analyst/model-interpreter.ts';
export type {
  Interpretation,
  Interpreted,
  InterpretedBy,
  QuestionInterpreter,
} from './pipelines/analyst/question-interpreter.ts';
