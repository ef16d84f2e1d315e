import { isLlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel, WrapModel } from '../language-model.ts';
import { sleep } from './deadline.ts';
import { replayableCall } from './replayable-call.ts';
import { replayableStream } from './replayable-stream.ts';

export interface RetryOptions {
  /** Attempts in all, the first included. Default 3. */
  readonly maximumAttempts?: number;
  /** Upper bound of the first wait; it doubles with each attempt. Default 500. */
  readonly initialDelayMs?: number;
  /** Upper bound of any wait, and the longest `Retry-After` that is waited for. Default 20,000. */
  readonly maximumDelayMs?: number;
  /** In [0, 1), for full jitter. */
  readonly random: () => number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}

/**
 * The only retry loop. Sends a request again to the same model when its error may pass (`isRetryable`), after a wait with
 * full jitter (Brooker, "Exponential Backoff and Jitter", 2015) or for as long as the provider asks. What would wait longer
 * than allowed fails at once, so that a fallback can answer instead. A stream is retried only before its first content.
 */
export function withRetry(options: RetryOptions): WrapModel {
  const { maximumAttempts = 3, initialDelayMs = 500, maximumDelayMs = 20_000, random, now = Date.now } = options;

  /** Waits where the call may be tried again; answers false where not. */
  async function waitForNext(
    error: unknown,
    attempt: number,
    { signal, endsAt }: { readonly signal: AbortSignal | undefined; readonly endsAt: number },
  ): Promise<boolean> {
    if (!isLlmError(error) || !error.isRetryable || attempt >= maximumAttempts) return false;
    if (error.retryAfterMs !== undefined && error.retryAfterMs > maximumDelayMs) return false;
    const backoffMs = random() * Math.min(maximumDelayMs, initialDelayMs * 2 ** (attempt - 1));
    const waitMs = error.retryAfterMs ?? backoffMs;
    // What would wait beyond the deadline is better answered by another model now.
    if (now() + waitMs >= endsAt) return false;
    await sleep(waitMs, { signal });
    return true;
  }

  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    generate: (request) =>
      replayableCall({
        call: () => model.generate(request),
        next: (error, attempt) => waitForNext(error, attempt, { signal: request.signal, endsAt: endOf(request) }),
      }),
    stream: (request) =>
      replayableStream({
        open: () => model.stream(request),
        next: (error, attempt) => waitForNext(error, attempt, { signal: request.signal, endsAt: streamEndOf(request) }),
      }),
  });
}

function endOf({ deadlineAt = Number.POSITIVE_INFINITY }: GenerateRequest): number {
  return deadlineAt;
}

function streamEndOf(request: GenerateRequest): number {
  return Math.min(endOf(request), request.firstContentBy ?? Number.POSITIVE_INFINITY);
}
