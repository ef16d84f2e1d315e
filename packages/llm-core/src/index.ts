export { isLlmError, LlmError, type LlmErrorCode, type LlmErrorOptions } from './errors.ts';
export { type GuardOptions, guardModel } from './guard-model.ts';
export type * from './language-model.ts';
export { createUsage, unknownUsage, type Usage } from './usage.ts';
export { withFallback } from './wrappers/with-fallback.ts';
export { type RetryOptions, withRetry } from './wrappers/with-retry.ts';
export { type TimeoutOptions, withTimeout } from './wrappers/with-timeout.ts';
