import type { EngineStores } from '../engine-stores.ts';
import { memoryAnomalyStore } from './memory-anomaly-store.ts';
import { memoryConversationStore } from './memory-conversation-store.ts';
import { memoryFeatureEventLog } from './memory-feature-event-log.ts';
import { memoryFittedModelStore } from './memory-fitted-model-store.ts';
import { memoryInsightStore } from './memory-insight-store.ts';
import { memoryListingStore } from './memory-listing-store.ts';
import { memoryMarketIndexStore } from './memory-market-index-store.ts';
import { type MemoryNotifier, memoryNotifier } from './memory-notifier.ts';
import { memoryOptionStore } from './memory-option-store.ts';
import { memoryPredictionLedger } from './memory-prediction-ledger.ts';
import { memoryPreferenceStore } from './memory-preference-store.ts';
import { memoryRunLedger } from './memory-run-ledger.ts';
import { metricsOfMarketData } from './metrics-of-market-data.ts';

/** Every store in this process, empty: enough to run all engines without a database. */
export function createMemoryStores(): EngineStores & { readonly notifier: MemoryNotifier } {
  const listings = memoryListingStore();
  return {
    listings,
    marketData: listings,
    metrics: metricsOfMarketData(listings),
    options: memoryOptionStore(listings),
    fittedModels: memoryFittedModelStore(),
    marketIndices: memoryMarketIndexStore(),
    predictions: memoryPredictionLedger(),
    anomalies: memoryAnomalyStore(),
    insights: memoryInsightStore(),
    conversations: memoryConversationStore(),
    runs: memoryRunLedger(),
    events: memoryFeatureEventLog(),
    notifier: memoryNotifier(),
    preferences: memoryPreferenceStore(),
  };
}
