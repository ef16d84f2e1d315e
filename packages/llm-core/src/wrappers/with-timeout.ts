import { isLlmError, LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';
import { isContent } from './replayable-stream.ts';

export interface TimeoutOptions {
  /** For a whole answer, streamed or not. Default 120,000. */
  readonly totalMs?: number;
  /** For the first content of a stream. Default 30,000. */
  readonly firstContentMs?: number;
  /** Between two contents of a stream. Default 20,000. */
  readonly betweenContentsMs?: number;
  /** Epoch milliseconds, against which `deadlineAt` of a request is told. Default `Date.now`. */
  readonly now?: () => number;
}

/**
 * Ends an attempt that takes too long with `timeout`, which is not the `aborted` of a caller who gave up. Each attempt gets
 * a signal of its own, so that a fallback does not start with one that is spent. Only content resets the timers of a
 * stream.
 */
export function withTimeout(options: TimeoutOptions = {}): WrapModel {
  const { totalMs = 120_000, firstContentMs = 30_000, betweenContentsMs = 20_000, now = Date.now } = options;
  const totalOf = (request: GenerateRequest): number =>
    request.deadlineAt === undefined ? totalMs : Math.min(totalMs, Math.max(0, request.deadlineAt - now()));
  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const attempt = startAttempt(model, request);
      attempt.limit(totalOf(request), 'in all');
      try {
        return await attempt.race(model.generate(attempt.request));
      } finally {
        attempt.end();
      }
    },
    async *stream(request) {
      const attempt = startAttempt(model, request);
      attempt.limit(totalOf(request), 'in all');
      let clearContentLimit = attempt.limit(firstContentMs, 'before the first content');
      const events = model.stream(attempt.request)[Symbol.asyncIterator]();
      let finished = false;
      try {
        for (;;) {
          const step: IteratorResult<StreamEvent> = await attempt.race(events.next());
          if (step.done) {
            finished = true;
            return;
          }
          if (isContent(step.value)) {
            clearContentLimit();
            clearContentLimit = attempt.limit(betweenContentsMs, 'between two contents');
          }
          yield step.value;
        }
      } finally {
        attempt.end();
        if (!finished) void events.return?.()?.catch(() => undefined);
      }
    },
  });
}

/** One attempt: its own signal, which the caller's signal and our limits both end. */
function startAttempt(model: LanguageModel, request: GenerateRequest) {
  const controller = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => undefined);
  const onCallerAbort = () => {
    controller.abort(request.signal?.reason);
    ended.reject(new LlmError('aborted', 'The call was aborted by its caller.', { cause: request.signal?.reason }));
  };
  if (request.signal?.aborted) onCallerAbort();
  request.signal?.addEventListener('abort', onCallerAbort, { once: true });
  return {
    request: { ...request, signal: controller.signal },
    /** Starts a limit and answers what stops it. */
    limit(durationMs: number, what: string): () => void {
      const timer = setTimeout(() => {
        const error = new LlmError(
          'timeout',
          `${model.modelId} of ${model.provider} took longer than ${durationMs} ms ${what}.`,
          {
            provider: model.provider,
            modelId: model.modelId,
          },
        );
        ended.reject(error);
        controller.abort(error);
      }, durationMs);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    /** The result, unless a limit or the caller ends the attempt before it is there. */
    async race<Value>(work: Promise<Value>): Promise<Value> {
      try {
        return await Promise.race([work, ended.promise]);
      } catch (error) {
        // An adapter that hears of our abort calls it one of its caller.
        if (isLlmError(controller.signal.reason) && controller.signal.reason.code === 'timeout')
          throw controller.signal.reason;
        throw error;
      }
    },
    end(): void {
      for (const timer of timers) clearTimeout(timer);
      request.signal?.removeEventListener('abort', onCallerAbort);
    },
  };
}
