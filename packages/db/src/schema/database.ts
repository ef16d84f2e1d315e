import type { AnalystTurnsTable } from './analyst-tables.ts';
import type {
  BudgetChangesTable,
  BudgetHoldsTable,
  BudgetSpendingTable,
  CostAlertsTable,
  LlmSavingsTable,
} from './budget-tables.ts';
import type {
  ExperimentAnalysesTable,
  ExperimentChangesTable,
  ExperimentOutcomesTable,
  ExperimentsTable,
  ExposuresTable,
} from './experiment-tables.ts';
import type {
  LlmCacheInvalidationsTable,
  LlmCacheLeasesTable,
  LlmCacheStatsTable,
  LlmCacheTable,
  LlmCacheTagsTable,
} from './cache-tables.ts';
import type { FittedModelsTable, MarketIndicesTable, RunStepsTable } from './engine-state-tables.ts';
import type { InsightFeedbackTable, MarketInsightsTable } from './insights-table.ts';
import type { ListingOptionsTable, ListingsTable, OptionsTable, PriceHistoryTable } from './listings-table.ts';
import type { MarketAnomaliesTable } from './market-anomalies-table.ts';
import type { LlmAuditTable, LlmCallAdjustmentsTable, LlmCallsTable } from './model-call-tables.ts';
import type { EventsTable, NotificationsTable } from './outbox-tables.ts';
import type { ProfilesTable, UserLlmPreferencesTable } from './people-tables.ts';
import type { PricePredictionsTable } from './price-predictions-table.ts';
import type {
  LlmPromptsTable,
  PromptDeploymentsTable,
  PromptOptimisationsTable,
  PromptTestsTable,
} from './prompt-tables.ts';

/** All tables, for Kysely. */
export interface Database {
  readonly listings: ListingsTable;
  readonly price_history: PriceHistoryTable;
  readonly options: OptionsTable;
  readonly listing_options: ListingOptionsTable;
  readonly market_insights: MarketInsightsTable;
  readonly insight_feedback: InsightFeedbackTable;
  readonly price_predictions: PricePredictionsTable;
  readonly market_anomalies: MarketAnomaliesTable;
  readonly fitted_models: FittedModelsTable;
  readonly market_indices: MarketIndicesTable;
  readonly run_steps: RunStepsTable;
  readonly notifications: NotificationsTable;
  readonly events: EventsTable;
  readonly profiles: ProfilesTable;
  readonly user_llm_preferences: UserLlmPreferencesTable;
  readonly llm_prompts: LlmPromptsTable;
  readonly prompt_deployments: PromptDeploymentsTable;
  readonly prompt_tests: PromptTestsTable;
  readonly prompt_optimisations: PromptOptimisationsTable;
  readonly experiments: ExperimentsTable;
  readonly experiment_changes: ExperimentChangesTable;
  readonly exposures: ExposuresTable;
  readonly experiment_outcomes: ExperimentOutcomesTable;
  readonly experiment_analyses: ExperimentAnalysesTable;
  readonly llm_cache: LlmCacheTable;
  readonly llm_cache_tags: LlmCacheTagsTable;
  readonly llm_cache_leases: LlmCacheLeasesTable;
  readonly llm_cache_stats: LlmCacheStatsTable;
  readonly llm_cache_invalidations: LlmCacheInvalidationsTable;
  readonly llm_calls: LlmCallsTable;
  readonly llm_call_adjustments: LlmCallAdjustmentsTable;
  readonly llm_audit: LlmAuditTable;
  readonly budget_holds: BudgetHoldsTable;
  readonly budget_spending: BudgetSpendingTable;
  readonly budget_changes: BudgetChangesTable;
  readonly cost_alerts: CostAlertsTable;
  readonly llm_savings: LlmSavingsTable;
  readonly analyst_turns: AnalystTurnsTable;
}
