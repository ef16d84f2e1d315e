import type { AnomalyStore } from './ports/anomaly-store.ts';
import type { ConversationStore } from './ports/conversation-store.ts';
import type { FeatureEventLog } from './ports/feature-event-log.ts';
import type { FittedModelStore } from './ports/fitted-model-store.ts';
import type { InsightStore } from './ports/insight-store.ts';
import type { ListingStore } from './ports/listing-store.ts';
import type { MarketData } from './ports/market-data.ts';
import type { MarketMetrics } from './ports/market-metrics.ts';
import type { MarketIndexStore } from './ports/market-index-store.ts';
import type { NotificationOutbox } from './ports/notification-outbox.ts';
import type { PreferenceStore } from './ports/preference-store.ts';
import type { OptionStore } from './ports/option-store.ts';
import type { PredictionLedger } from './ports/prediction-ledger.ts';
import type { RunLedger } from './ports/run-ledger.ts';

/** Every store that the engines read and write, as one object: in memory, in an embedded database, or in Postgres. */
export interface EngineStores {
  readonly listings: ListingStore;
  /** Reads the rows that `listings` wrote. */
  readonly marketData: MarketData;
  /** Measures the rows that `listings` wrote. */
  readonly metrics: MarketMetrics;
  /** Which options there are, and which were found in the rows that `listings` wrote. */
  readonly options: OptionStore;
  readonly fittedModels: FittedModelStore;
  readonly marketIndices: MarketIndexStore;
  readonly predictions: PredictionLedger;
  readonly anomalies: AnomalyStore;
  readonly insights: InsightStore;
  readonly conversations: ConversationStore;
  readonly runs: RunLedger;
  readonly events: FeatureEventLog;
  readonly notifier: NotificationOutbox;
  readonly preferences: PreferenceStore;
}
