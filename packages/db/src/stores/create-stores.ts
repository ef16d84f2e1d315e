import type { CacheStatsStore, InvalidationLog, LeaseStore } from '@pa/cache';
import type { AlertOutbox, BudgetBook, BudgetStore, CallLedger, SavingsLedger } from '@pa/cost';
import type { EngineStores } from '@pa/engines';
import type { AuditLog } from '@pa/llm-core';
import type { ExperimentStore, OptimisationStore, PromptStore, PromptTestStore } from '@pa/prompts';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { postgresAlertOutbox } from './postgres-alert-outbox.ts';
import { postgresAnomalyStore } from './postgres-anomaly-store.ts';
import { postgresBudgetBook } from './postgres-budget-book.ts';
import { postgresBudgetStore } from './postgres-budget-store.ts';
import { postgresAuditLog } from './postgres-audit-log.ts';
import { postgresCacheStatsStore } from './postgres-cache-stats-store.ts';
import { type PostgresCacheStore, postgresCacheStore } from './postgres-cache-store.ts';
import { postgresCallLedger } from './postgres-call-ledger.ts';
import { postgresExperimentStore } from './postgres-experiment-store.ts';
import { postgresConversationStore } from './postgres-conversation-store.ts';
import { postgresFeatureEventLog } from './postgres-feature-event-log.ts';
import { postgresFittedModelStore } from './postgres-fitted-model-store.ts';
import { postgresInsightStore } from './postgres-insight-store.ts';
import { postgresInvalidationLog } from './postgres-invalidation-log.ts';
import { postgresLeaseStore } from './postgres-lease-store.ts';
import { postgresListingStore } from './postgres-listing-store.ts';
import { postgresMarketData } from './postgres-market-data.ts';
import { postgresMarketMetrics } from './postgres-market-metrics.ts';
import { postgresMarketIndexStore } from './postgres-market-index-store.ts';
import { postgresPreferenceStore } from './postgres-preference-store.ts';
import { postgresNotifier } from './postgres-notifier.ts';
import { postgresOptimisationStore } from './postgres-optimisation-store.ts';
import { postgresOptionStore } from './postgres-option-store.ts';
import { postgresPredictionLedger } from './postgres-prediction-ledger.ts';
import { postgresPromptStore } from './postgres-prompt-store.ts';
import { postgresPromptTestStore } from './postgres-prompt-test-store.ts';
import { postgresRunLedger } from './postgres-run-ledger.ts';
import { postgresSavingsLedger } from './postgres-savings-ledger.ts';

/** The stores of every package on one database. */
export interface DatabaseStores extends EngineStores {
  readonly prompts: PromptStore;
  readonly promptTests: PromptTestStore;
  readonly optimisations: OptimisationStore;
  readonly experiments: ExperimentStore;
  readonly cache: PostgresCacheStore;
  readonly cacheLeases: LeaseStore;
  readonly cacheStats: CacheStatsStore;
  readonly cacheInvalidations: InvalidationLog;
  readonly calls: CallLedger;
  readonly audit: AuditLog;
  readonly savings: SavingsLedger;
  readonly budgets: BudgetStore;
  readonly budgetBook: BudgetBook;
  readonly alerts: AlertOutbox;
}

/**
 * Every store on one database, migrated before. Takes an open database, or the transaction of a Kysely:
 * then everything that the stores write is part of it.
 */
export function createStores({ kysely }: Pick<DatabaseDriver, 'kysely'>): DatabaseStores {
  return {
    listings: postgresListingStore(kysely),
    marketData: postgresMarketData(kysely),
    metrics: postgresMarketMetrics(kysely),
    options: postgresOptionStore(kysely),
    fittedModels: postgresFittedModelStore(kysely),
    marketIndices: postgresMarketIndexStore(kysely),
    predictions: postgresPredictionLedger(kysely),
    anomalies: postgresAnomalyStore(kysely),
    insights: postgresInsightStore(kysely),
    conversations: postgresConversationStore(kysely),
    runs: postgresRunLedger(kysely),
    events: postgresFeatureEventLog(kysely),
    notifier: postgresNotifier(kysely),
    preferences: postgresPreferenceStore(kysely),
    prompts: postgresPromptStore(kysely),
    promptTests: postgresPromptTestStore(kysely),
    optimisations: postgresOptimisationStore(kysely),
    experiments: postgresExperimentStore(kysely),
    cache: postgresCacheStore(kysely),
    cacheLeases: postgresLeaseStore(kysely),
    cacheStats: postgresCacheStatsStore(kysely),
    cacheInvalidations: postgresInvalidationLog(kysely),
    calls: postgresCallLedger(kysely),
    audit: postgresAuditLog(kysely),
    savings: postgresSavingsLedger(kysely),
    budgets: postgresBudgetStore(kysely),
    budgetBook: postgresBudgetBook(kysely),
    alerts: postgresAlertOutbox(kysely),
  };
}
