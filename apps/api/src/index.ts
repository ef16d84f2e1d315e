export { type Api, API_BASE_PATH, createApi } from './create-api.ts';
export type { ApiDependencies, ApiStores, Dataset } from './api-dependencies.ts';
export type { RateLimitOptions } from './http/rate-limit.ts';
export type { AuthorizationDecision, AuthorizationQuestion, Authorize } from './ports/authorize.ts';
export type { AnswerCachePort } from './ports/answer-cache.ts';
export type { CostAccounts } from './ports/cost-accounts.ts';
export type { InsightWriter } from './ports/insight-writer.ts';
export type { PromptDesk } from './ports/prompt-desk.ts';
export type { PricePredictor } from './ports/price-predictor.ts';
