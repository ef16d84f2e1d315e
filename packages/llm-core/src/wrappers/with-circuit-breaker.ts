import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { LanguageModel, WrapModel } from '../language-model.ts';

export interface CircuitBreakerOptions {
  /** Failures in a row after which the model is left alone. Default 10. */
  readonly failuresInARow?: number;
  /** How long it is left alone before one call probes it. Default 5,000. */
  readonly openMs?: number;
}

/** Failures of the provider. A refused request or a wrong key says nothing of its health. */
const counted: ReadonlySet<LlmErrorCode> = new Set(['overload', 'network', 'timeout', 'quota']);

/**
 * Leaves a model that keeps failing alone: calls fail at once with `breaker-open`, so that a fallback answers without
 * waiting. After `openMs` one call probes it; the others do not wait for the probe. A stream counts when it ends, so that
 * one that breaks after its first content is a failure too. The state is held for each model that is wrapped.
 */
export function withCircuitBreaker(options: CircuitBreakerOptions = {}): WrapModel {
  const { failuresInARow = 10, openMs = 5000 } = options;
  return (model): LanguageModel => {
    const { provider, modelId } = model;
    const breaker = circuitBreaker(
      handleWhen((error) => isLlmError(error) && counted.has(error.code)),
      { breaker: new ConsecutiveBreaker(failuresInARow), halfOpenAfter: openMs },
    );
    const refusal = () =>
      new LlmError(
        'breaker-open',
        `${modelId} of ${provider} failed ${failuresInARow} times and is left alone for now.`,
        {
          provider,
          modelId,
          retryAfterMs: openMs,
        },
      );
    const execute = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (breaker.state === CircuitState.HalfOpen) throw refusal();
      try {
        return await breaker.execute(work);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? refusal() : error;
      }
    };
    return {
      provider,
      modelId,
      generate: (request) => execute(() => model.generate(request)),
      async *stream(request) {
        const admitted = Promise.withResolvers<void>();
        const ended = Promise.withResolvers<void>();
        execute(() => {
          admitted.resolve();
          return ended.promise;
        }).catch(admitted.reject);
        await admitted.promise;
        try {
          yield* model.stream(request);
        } catch (error) {
          ended.reject(error);
          throw error;
        } finally {
          ended.resolve();
        }
      },
    };
  };
}
