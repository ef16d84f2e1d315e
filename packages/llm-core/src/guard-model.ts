import { withAttempt } from './attempts/with-attempt.ts';
import type { LanguageModel, WrapModel } from './language-model.ts';
import { type CircuitBreakerOptions, withCircuitBreaker } from './wrappers/with-circuit-breaker.ts';
import type { FallbackOptions } from './wrappers/fallback-turns.ts';
import { withFallback } from './wrappers/with-fallback.ts';
import { type WeightedModel, withLoadBalancing } from './wrappers/with-load-balancing.ts';
import { type RetryOptions, withRetry } from './wrappers/with-retry.ts';
import { type TimeoutOptions, withTimeout } from './wrappers/with-timeout.ts';

/** One link of a chain: a model, or several keys or deployments of one that share its calls by weight. */
export type ChainLink = LanguageModel | { readonly balance: readonly [WeightedModel, ...WeightedModel[]] };

export interface GuardOptions {
  readonly retry: RetryOptions;
  /** Default: a chain of several models is gone through twice. */
  readonly fallback?: FallbackOptions;
  readonly timeout?: TimeoutOptions;
  /** Default: ten failures in a row. `false` for none. */
  readonly breaker?: CircuitBreakerOptions | false;
  /** Takes personal data out before anything else sees the request, and puts it back into the answer. */
  readonly redaction?: WrapModel;
  /** Reserves before each attempt and settles after it. */
  readonly budget?: WrapModel;
  readonly telemetry?: WrapModel;
  /** One row for each attempt. */
  readonly audit?: WrapModel;
  /** One booking for each attempt. */
  readonly metering?: WrapModel;
  readonly rateLimit?: WrapModel;
}

const same: WrapModel = (model) => model;

/**
 * Puts the wrappers around a chain of models in the one right order, outside in: redaction( fallback[ balance( retry( budget(
 * telemetry( audit( metering( rateLimit( breaker( timeout( model)))))))))]). Budget, audit and metering see every attempt;
 * only redacted text passes inward; a refused budget ends the chain; a refusal of ours is no attempt.
 */
export function guardModel(chain: readonly [ChainLink, ...ChainLink[]], options: GuardOptions): LanguageModel {
  const {
    redaction = same,
    budget = same,
    telemetry = same,
    audit = same,
    metering = same,
    rateLimit = same,
  } = options;
  const breaker = options.breaker === false ? same : withCircuitBreaker(options.breaker);
  const timeout = withTimeout(options.timeout);
  const retry = withRetry(options.retry);
  const attempt = withAttempt();
  const guarded = (model: LanguageModel): LanguageModel =>
    retry(budget(telemetry(audit(metering(rateLimit(breaker(attempt(timeout(model)))))))));
  const link = (entry: ChainLink): LanguageModel => {
    if (!('balance' in entry)) return guarded(entry);
    const [first, ...others] = entry.balance;
    const target = (weighted: WeightedModel): WeightedModel => ({ ...weighted, model: guarded(weighted.model) });
    return withLoadBalancing([target(first), ...others.map(target)], { random: options.retry.random });
  };
  const [first, ...others] = chain;
  return redaction(withFallback([link(first), ...others.map(link)], fallbackOptions(chain.length, options)));
}

/** A chain of one has its retries already. */
function fallbackOptions(length: number, { fallback, retry }: GuardOptions): FallbackOptions {
  return { rounds: length > 1 ? 2 : 1, ...(retry.now === undefined ? {} : { now: retry.now }), ...fallback };
}
