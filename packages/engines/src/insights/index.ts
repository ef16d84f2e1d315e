export { writeAnomalyText, type AnomalyTextSubject } from './write-anomaly-text.ts';
export { writeDataQualityText, type DataQualitySubject } from './write-data-quality-text.ts';
export { writeCostText, type CostSubject } from './write-cost-text.ts';
export { writeCrossMarketText, type CrossMarketSubject } from './write-cross-market-text.ts';
export { writeMovementText, type MovementSubject } from './write-movement-text.ts';
export { writeOptionValueText, type OptionValueSubject } from './write-option-value-text.ts';
export { writeRecommendationText } from './write-recommendation-text.ts';
export { writeSeasonText, type SeasonMonth, type SeasonSubject } from './write-season-text.ts';
export * from './investment/index.ts';
export { writeMarketSummary, type MarketSummarySubject } from './write-market-summary.ts';
export { writePredictionText, type PredictionTextSubject } from './write-prediction-text.ts';
export { writeSegmentReport, type SegmentReportSubject } from './write-segment-report.ts';
export { segmentName, vehicleName } from './segment-name.ts';
export type { WritingOptions, WrittenInsight } from './written-insight.ts';
export { compileSlots, type CompiledText, type CompileFault, type Placement } from '../narrate/compile-slots.ts';
export {
  centsFact,
  comparisonFact,
  countFact,
  dateFact,
  directionFact,
  factSheet,
  nameFact,
  priceFact,
  rankFact,
  shareFact,
  statementFact,
  titleFact,
} from '../narrate/fact-sheet.ts';
export { fillSlots, type FilledText } from '../narrate/fill-slots.ts';
export type { Evidence, FactSheet } from '../narrate/fact-sheet.ts';
export { narrate, RESERVE_TEXT, SYNTHETIC_LABEL, type Narration, type NarrationFailure } from '../narrate/narrate.ts';
export { proveText, type ProvedClaim, type ProvedText, type RefutedText } from '../narrate/prove-text.ts';
export { FACT_FORMATS, renderFact } from '../narrate/render-fact.ts';
export { findSlots, slot, type Slot } from '../narrate/slot.ts';
export { bundledPrompts } from '../narrate/bundled-prompts.ts';
export { createModelWriter, type ModelWriterOptions } from '../narrate/model-writer.ts';
export { createModelBatchWriter } from '../narrate/model-batch-writer.ts';
export type { BatchWriter } from '../narrate/batch-writer.ts';
export { writeTogether } from '../narrate/write-together.ts';
export type { Writer, WritingRequest, WrittenText } from '../narrate/writer.ts';
export { predictionContext, type ExternalFactor } from './prediction-context.ts';
export {
  FALSE_DISCOVERY_RATE,
  type InsightCandidate,
  NOVELTY_DAYS,
  selectInsights,
  type SelectedInsight,
  type ToldInsight,
} from './select-insights.ts';
export { factWords } from './report/fact-words.ts';
export { renderHtmlReport } from './report/render-html-report.ts';
export { renderMarkdownReport } from './report/render-markdown-report.ts';
export { documentMarks, insightDisclaimer, type ReportDocument, writtenBy } from './report/report-document.ts';
