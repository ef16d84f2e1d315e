export * from './calendar.ts';
export * from './price.ts';
export * from './vehicle.ts';
export * from './vehicle-mark.ts';
export * from './segment.ts';
export * from './listing.ts';
export * from './listing-id.ts';
export * from './not-enough-data.ts';
export * from './interval.ts';
export type { MarketEvent } from './market-event.ts';
export * from './market-index.ts';
export * from './index-observation.ts';
export * from './deterministic-uuid.ts';
export * from './price-prediction.ts';
export * from './anomaly.ts';
export * from './insight.ts';
export type * from './ports/market-data.ts';
export type * from './ports/market-metrics.ts';
export type * from './ports/conversation-store.ts';
export type * from './ports/listing-store.ts';
export type * from './ports/option-store.ts';
export type * from './ports/fitted-model-store.ts';
export type * from './ports/prediction-ledger.ts';
export type * from './ports/anomaly-store.ts';
export type * from './ports/market-index-store.ts';
export type * from './ports/insight-store.ts';
export type * from './ports/run-ledger.ts';
export type * from './ports/feature-event-log.ts';
export type * from './ports/notification-outbox.ts';
export type * from './ports/preference-store.ts';
export type * from './engine-stores.ts';
export * from './listing-text/index.ts';
export * from './canonical-json.ts';
export * from './memory/create-memory-stores.ts';
export * from './memory/memory-listing-store.ts';
export * from './memory/metrics-of-market-data.ts';
export * from './memory/memory-option-store.ts';
export * from './memory/memory-fitted-model-store.ts';
export * from './memory/memory-prediction-ledger.ts';
export * from './memory/memory-anomaly-store.ts';
export * from './memory/memory-market-index-store.ts';
export * from './memory/memory-insight-store.ts';
export * from './memory/memory-conversation-store.ts';
export * from './memory/memory-run-ledger.ts';
export * from './memory/memory-feature-event-log.ts';
export * from './memory/memory-notifier.ts';
export * from './memory/memory-preference-store.ts';
export * from './user-preferences.ts';
export * from './taxonomy/parse-vehicle.ts';
export * from './taxonomy/vehicle-from-columns.ts';
export * from './taxonomy/parse-listing-title.ts';
export * from './taxonomy/looks-like-part.ts';
export * from './taxonomy/resolve-segment.ts';
export { canonicalMake } from './taxonomy/canonical-make.ts';
export { trimFamily } from './taxonomy/trim-family.ts';
export {
  listGenerations,
  listModels,
  listTrims,
  type GenerationName,
  type TrimName,
} from './taxonomy/model-names.ts';
