import { withAttempt } from './attempts/with-attempt.ts';
import type { LanguageModel, WrapModel } from './language-model.ts';
import { withFallback } from './wrappers/with-fallback.ts';
import { type RetryOptions, withRetry } from './wrappers/with-retry.ts';
import { type TimeoutOptions, withTimeout } from './wrappers/with-timeout.ts';

export interface GuardOptions {
  readonly retry: RetryOptions;
  readonly timeout?: TimeoutOptions;
  /** Reserves before each attempt and settles after it. */
  readonly budget?: WrapModel;
  readonly telemetry?: WrapModel;
  /** One row for each attempt. */
  readonly audit?: WrapModel;
  /** One booking for each attempt. */
  readonly metering?: WrapModel;
}

const same: WrapModel = (model) => model;

/**
 * Puts the wrappers around a chain of models in the one right order, outside in: fallback( retry( budget( telemetry( audit(
 * metering( timeout( model))))))). Budget, audit and metering see every attempt; a refused budget ends the chain.
 */
export function guardModel(chain: readonly [LanguageModel, ...LanguageModel[]], options: GuardOptions): LanguageModel {
  const { budget = same, telemetry = same, audit = same, metering = same } = options;
  const guarded = (model: LanguageModel): LanguageModel =>
    withRetry(options.retry)(budget(telemetry(audit(metering(withAttempt()(withTimeout(options.timeout)(model)))))));
  const [first, ...others] = chain;
  return withFallback([guarded(first), ...others.map(guarded)]);
}
