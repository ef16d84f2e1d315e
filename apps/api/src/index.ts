export { type Api, API_BASE_PATH, createApi } from './create-api.ts';
export type { ApiDependencies, ApiStores, Dataset } from './api-dependencies.ts';
export type { RateLimitOptions } from './http/rate-limit.ts';
export type { AuthorizationDecision, AuthorizationQuestion, Authorize } from './ports/authorize.ts';
export type { InsightRequest, InsightWriter } from './ports/insight-writer.ts';
export type {
  PredictionVerdict,
  PricePredictionAnswer,
  PricePredictionRequest,
  PricePredictor,
  SegmentPredictions,
  UnknownVehicle,
} from './ports/price-predictor.ts';
