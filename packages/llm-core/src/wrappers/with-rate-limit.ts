import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { GenerateRequest, LanguageModel, WrapModel } from '../language-model.ts';
import type { Usage } from '../usage.ts';
import { sleep } from './deadline.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** What a limiter is made of: so many points in so many seconds, under names that begin with the prefix. */
export interface LimiterShape {
  readonly points: number;
  readonly duration: number;
  readonly keyPrefix: string;
}

/** What is used of a limiter of `rate-limiter-flexible`. */
export type Limiter = Pick<RateLimiterAbstract, 'consume' | 'reward' | 'penalty'>;

export interface RateLimitOptions {
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /**
   * Makes a limiter of `rate-limiter-flexible`, over Redis or Postgres for a limit that several processes share. Default: in
   * the memory of this process, one for each model that is wrapped.
   */
  readonly createLimiter?: (shape: LimiterShape) => Limiter;
  /** Whom the limit counts for. Default the model: `provider/modelId`. */
  readonly keyOf?: (request: GenerateRequest, model: LanguageModel) => string;
  /** How long a call may wait for its turn. Default 0: it fails with `rate-limited` at once. */
  readonly maximumWaitMs?: number;
  /** What becomes of a call when the store of the limiter is away. Default `refuse`. */
  readonly onStoreFailure?: 'refuse' | 'allow';
}

/** Refused before any token was read, so that what was reserved is given back. */
const unread: ReadonlySet<LlmErrorCode> = new Set([
  'auth',
  'quota',
  'billing',
  'invalid-request',
  'not-found',
  'rate-limited',
  'breaker-open',
  'budget-exceeded',
  'store-failed',
  'not-configured',
]);

/**
 * Keeps a model under requests and tokens a minute: reserves an estimate before the call and settles with what was used. A
 * call that failed without saying what it used keeps its reservation: it may have cost that much.
 */
export function withRateLimit(options: RateLimitOptions): WrapModel {
  const {
    createLimiter = (shape) => new RateLimiterMemory(shape),
    maximumWaitMs = 0,
    onStoreFailure = 'refuse',
  } = options;
  const { requestsPerMinute, tokensPerMinute } = options;
  const keyOf = options.keyOf ?? ((_request, model) => `${model.provider}/${model.modelId}`);

  return (model): LanguageModel => {
    const limiter = (points: number | undefined, keyPrefix: string) =>
      points === undefined ? undefined : createLimiter({ points, duration: 60, keyPrefix });
    const requests = limiter(requestsPerMinute, 'llm-requests');
    const tokens = limiter(tokensPerMinute, 'llm-tokens');

    const reserveOnce = async (key: string, estimate: number): Promise<void> => {
      await requests?.consume(key, 1);
      try {
        if (estimate > 0) await tokens?.consume(key, estimate);
      } catch (error) {
        // The limiter counts what it refuses; a refused call takes nothing from those after it.
        if (error instanceof RateLimiterRes) await tokens?.reward(key, estimate);
        await requests?.reward(key, 1);
        throw error;
      }
    };

    const reserve = async (request: GenerateRequest) => {
      const key = keyOf(request, model);
      // What is larger than a whole minute's worth could never be admitted: it takes the minute.
      const estimate = tokens === undefined ? 0 : Math.min(estimateTokens(request), tokensPerMinute ?? 0);
      for (let leftMs = maximumWaitMs; ; ) {
        try {
          await reserveOnce(key, estimate);
          return { key, estimate };
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) {
            if (onStoreFailure === 'allow') return undefined;
            throw storeError(model, refused);
          }
          const waitMs = Math.max(1, refused.msBeforeNext);
          if (waitMs > leftMs) throw limitError(model, waitMs);
          await sleep(waitMs, { signal: request.signal });
          leftMs -= waitMs;
        }
      }
    };

    const settle = async (held: Awaited<ReturnType<typeof reserve>>, used: number | undefined): Promise<void> => {
      if (held === undefined || used === undefined || tokens === undefined) return;
      const rest = held.estimate - used;
      try {
        if (rest > 0) await tokens.reward(held.key, rest);
        else if (rest < 0) await tokens.penalty(held.key, -rest);
      } catch {
        // The answer is there: a store that went away meanwhile does not take it back. The reservation stands.
      }
    };

    return {
      provider: model.provider,
      modelId: model.modelId,
      async generate(request) {
        const held = await reserve(request);
        try {
          const result = await model.generate(request);
          await settle(held, limitedTokens(result.usage));
          return result;
        } catch (error) {
          await settle(held, usedByFailure(error));
          throw error;
        }
      },
      async *stream(request) {
        const held = await reserve(request);
        try {
          for await (const event of model.stream(request)) {
            if (event.type === 'finish') await settle(held, limitedTokens(event.result.usage));
            yield event;
          }
        } catch (error) {
          await settle(held, usedByFailure(error));
          throw error;
        }
      },
    };
  };
}

/** What counts against a limit: providers do not count what they read from their cache. */
function limitedTokens({ total, input }: Usage): number | undefined {
  return total === undefined ? undefined : total - (input.cacheRead ?? 0);
}

function usedByFailure(error: unknown): number | undefined {
  if (!isLlmError(error)) return undefined;
  if (error.usage?.total !== undefined) return limitedTokens(error.usage);
  return unread.has(error.code) ? 0 : undefined;
}

function limitError({ provider, modelId }: LanguageModel, retryAfterMs: number): LlmError {
  const message = `The rate limit for ${modelId} of ${provider} is reached: try again in ${Math.ceil(retryAfterMs / 1000)} s.`;
  return new LlmError('rate-limited', message, { provider, modelId, retryAfterMs });
}

function storeError({ provider, modelId }: LanguageModel, cause: unknown): LlmError {
  const message = `The store of the rate limit for ${modelId} of ${provider} cannot be reached.`;
  return new LlmError('store-failed', message, { provider, modelId, cause });
}
