import type { EngineStores } from '../market/engine-stores.ts';
import type { ContractSubject } from './contract-subject.ts';
import { describeAnomalyStore } from './describe-anomaly-store.ts';
import { describeConversationStore } from './describe-conversation-store.ts';
import { describeFeatureEventLog } from './describe-feature-event-log.ts';
import { describeFittedModelStore } from './describe-fitted-model-store.ts';
import { describeInsightStore } from './describe-insight-store.ts';
import { describeListingStore } from './describe-listing-store.ts';
import { describeMarketData } from './describe-market-data.ts';
import { describeMarketMetrics } from './describe-market-metrics.ts';
import { describeMarketIndexStore } from './describe-market-index-store.ts';
import { describeNotificationOutbox } from './describe-notification-outbox.ts';
import { describePreferenceStore } from './describe-preference-store.ts';
import { describeOptionStore } from './describe-option-store.ts';
import { describePredictionLedger } from './describe-prediction-ledger.ts';
import { describeRunLedger } from './describe-run-ledger.ts';

/** All contract suites on one set of stores. `createStore` answers empty stores and is called before every test. */
export function describeEngineStores({ name, createStore }: ContractSubject<EngineStores>): void {
  describeListingStore({ name, createStore: async () => (await createStore()).listings });
  describeMarketData({ name, createStore });
  describeMarketMetrics({ name, createStore });
  describeOptionStore({ name, createStore });
  describeFittedModelStore({ name, createStore: async () => (await createStore()).fittedModels });
  describeMarketIndexStore({ name, createStore: async () => (await createStore()).marketIndices });
  describePredictionLedger({ name, createStore: async () => (await createStore()).predictions });
  describeAnomalyStore({ name, createStore: async () => (await createStore()).anomalies });
  describeInsightStore({ name, createStore: async () => (await createStore()).insights });
  describeConversationStore({ name, createStore: async () => (await createStore()).conversations });
  describeRunLedger({ name, createStore: async () => (await createStore()).runs });
  describeFeatureEventLog({ name, createStore: async () => (await createStore()).events });
  describeNotificationOutbox({ name, createStore: async () => (await createStore()).notifier });
  describePreferenceStore({ name, createStore: async () => (await createStore()).preferences });
}
