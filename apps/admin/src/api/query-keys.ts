import type { AnomalySeverity, AnomalyStatus, AnomalyType, ValuationRequest } from './answers.ts';

/** What the names of sold cars were asked for; `null` where nothing is chosen yet. */
export interface TaxonomyWords {
  readonly make: string | null;
  readonly model: string | null;
}

/** What an anomaly list was asked for; `null` means any. */
export interface AnomalyQuery {
  readonly status: AnomalyStatus;
  readonly severity: AnomalySeverity | null;
  readonly type: AnomalyType | null;
}

/** Days of a report, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The names under which answers are kept, in one place so that a change can find everything that it touches. */
export const queryKeys = {
  overview: ['overview'] as const,
  // A change of a label touches everything below this.
  prompts: ['prompts'] as const,
  prompt: (type: string) => ['prompts', type] as const,
  promptTests: (type: string) => ['prompts', type, 'tests'] as const,
  optimisations: (type: string) => ['prompts', type, 'optimisations'] as const,
  promptDiff: (type: string, from: number, to: number) => ['prompts', type, 'diff', from, to] as const,
  experiments: ['experiments'] as const,
  segments: (market: string) => ['segments', market] as const,
  marketIndex: (market: string, segment: string) => ['market-index', market, segment] as const,
  predictions: (market: string, segment: string) => ['predictions', market, segment] as const,
  seasonality: (market: string, segment: string) => ['seasonality', market, segment] as const,
  correlations: (market: string, depth: number) => ['correlations', market, depth] as const,
  movements: (market: string) => ['movements', market] as const,
  accuracy: ['accuracy'] as const,
  quality: ['quality'] as const,
  severityRecord: ['anomalies', 'verdicts'] as const,
  everyAnomalyList: ['anomalies'] as const,
  anomalies: (query: AnomalyQuery) => ['anomalies', query] as const,
  anomaly: (id: string) => ['anomaly', id] as const,
  anomalyEvidence: (id: string) => ['anomaly', id, 'evidence'] as const,
  taxonomy: (words: TaxonomyWords) => ['taxonomy', words] as const,
  everyCosts: ['costs'] as const,
  modelChoices: ['costs', 'model-choices'] as const,
  costs: (range: DayRange) => ['costs', range] as const,
  budgets: ['budgets'] as const,
  usage: (range: DayRange) => ['usage', range] as const,
  everyCache: ['cache'] as const,
  cache: (range: DayRange) => ['cache', range] as const,
  preferences: ['preferences'] as const,
  notices: (whom: 'me' | 'service') => ['notices', whom] as const,
  optionValues: (market: string, model: string) => ['option-values', market, model] as const,
  valuation: (car: ValuationRequest | null) => ['valuation', car] as const,
};
