import type { EngineStores } from '@pa/engines';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { postgresAnomalyStore } from './postgres-anomaly-store.ts';
import { postgresFeatureEventLog } from './postgres-feature-event-log.ts';
import { postgresFittedModelStore } from './postgres-fitted-model-store.ts';
import { postgresInsightStore } from './postgres-insight-store.ts';
import { postgresListingStore } from './postgres-listing-store.ts';
import { postgresMarketData } from './postgres-market-data.ts';
import { postgresMarketIndexStore } from './postgres-market-index-store.ts';
import { postgresNotifier } from './postgres-notifier.ts';
import { postgresPredictionLedger } from './postgres-prediction-ledger.ts';
import { postgresRunLedger } from './postgres-run-ledger.ts';

/**
 * Every store of the engines on one database, migrated before. Takes an open database, or the transaction of a Kysely:
 * then everything that the stores write is part of it.
 */
export function createStores({ kysely }: Pick<DatabaseDriver, 'kysely'>): EngineStores {
  return {
    listings: postgresListingStore(kysely),
    marketData: postgresMarketData(kysely),
    fittedModels: postgresFittedModelStore(kysely),
    marketIndices: postgresMarketIndexStore(kysely),
    predictions: postgresPredictionLedger(kysely),
    anomalies: postgresAnomalyStore(kysely),
    insights: postgresInsightStore(kysely),
    runs: postgresRunLedger(kysely),
    events: postgresFeatureEventLog(kysely),
    notifier: postgresNotifier(kysely),
  };
}
