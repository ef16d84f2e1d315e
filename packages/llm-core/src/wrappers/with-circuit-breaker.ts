import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { LanguageModel, WrapModel } from '../language-model.ts';

export interface CircuitBreakerOptions {
  /** Failures in a row after which the model is left alone. Default 10. */
  readonly failuresInARow?: number;
  /** How long it is left alone before one call probes it. Default 5,000. */
  readonly openMs?: number;
}

/** How long a probe is taken to last, for those who ask meanwhile. */
const PROBE_MS = 200;

/** Failures of the provider. A refused request or a wrong key says nothing of its health. */
const counted: ReadonlySet<LlmErrorCode> = new Set(['overload', 'network', 'timeout', 'quota']);

/** How a call is told to the breaker where its own error must not be read as it stands. */
class Verdict {
  readonly isFailure: boolean;
  readonly error: unknown;

  constructor(isFailure: boolean, error: unknown) {
    this.isFailure = isFailure;
    this.error = error;
  }
}

/**
 * Leaves a model that keeps failing alone: calls fail at once with `breaker-open`, so that a fallback answers without
 * waiting. After `openMs` one call probes it; the others do not wait for the probe, and a probe that its caller gave up has
 * shown nothing. A stream counts when it ends, so that one that breaks after its first content is a failure too. A failure
 * does not count where a call that began later has been answered: many slow failures that end together are no outage. The
 * state is held for each model that is wrapped.
 */
export function withCircuitBreaker(options: CircuitBreakerOptions = {}): WrapModel {
  const { failuresInARow = 10, openMs = 5000 } = options;
  return (model): LanguageModel => {
    const { provider, modelId } = model;
    const breaker = circuitBreaker(
      handleWhen((error) => error instanceof Verdict && error.isFailure),
      { breaker: new ConsecutiveBreaker(failuresInARow), halfOpenAfter: openMs },
    );
    let openedAt = 0;
    breaker.onBreak(() => {
      openedAt = Date.now();
    });
    let calls = 0;
    let newestAnswered = 0;
    const refusal = () =>
      new LlmError(
        'breaker-open',
        `${modelId} of ${provider} failed ${failuresInARow} times and is left alone for now.`,
        { provider, modelId, retryAfterMs: Math.max(Math.min(PROBE_MS, openMs), openedAt + openMs - Date.now()) },
      );
    const judged = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      const call = ++calls;
      const isProbe = breaker.state === CircuitState.HalfOpen;
      try {
        const value = await work();
        newestAnswered = Math.max(newestAnswered, call);
        return value;
      } catch (error) {
        const code = isLlmError(error) ? error.code : undefined;
        const isFailure = code !== undefined && counted.has(code) && call > newestAnswered;
        throw new Verdict(isFailure || (isProbe && code === 'aborted'), error);
      }
    };
    const execute = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (breaker.state === CircuitState.HalfOpen) throw refusal();
      try {
        return await breaker.execute(() => judged(work));
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw refusal();
        throw error instanceof Verdict ? error.error : error;
      }
    };
    return {
      provider,
      modelId,
      generate: (request) => execute(() => model.generate(request)),
      async *stream(request) {
        const admitted = Promise.withResolvers<void>();
        const ended = Promise.withResolvers<void>();
        const told = execute(() => {
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
          // The next call must find the breaker as this one leaves it.
          await told;
        }
      },
    };
  };
}
