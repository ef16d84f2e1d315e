import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import { isLlmError, LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';
import { abortError } from './deadline.ts';
import { isContent } from './replayable-stream.ts';

export interface TimeoutOptions {
  /** For a whole answer, streamed or not. Default 120,000. */
  readonly totalMs?: number;
  /** For the first content of a stream. Default 30,000. */
  readonly firstContentMs?: number;
  /** Between two contents of a stream, without the time that its reader takes. Default 20,000. */
  readonly betweenContentsMs?: number;
  /** Epoch milliseconds, against which `deadlineAt` and `firstContentBy` of a request are told. Default `Date.now`. */
  readonly now?: () => number;
}

/** How long a wait may take, and how that limit is called. */
interface Limit {
  readonly durationMs: number;
  readonly name: string;
}

/**
 * Ends an attempt that takes too long with `timeout`, which is not the `aborted` of a caller who gave up. Each attempt gets
 * a signal of its own, so that a fallback does not start with one that is spent. Only content counts as life of a stream.
 */
export function withTimeout(options: TimeoutOptions = {}): WrapModel {
  const { totalMs = 120_000, firstContentMs = 30_000, betweenContentsMs = 20_000, now = Date.now } = options;
  const until = (at: number | undefined, durationMs: number): number =>
    at === undefined ? durationMs : Math.min(durationMs, at - now());
  const inAll = (request: GenerateRequest): Limit => ({
    durationMs: until(request.deadlineAt, totalMs),
    name: 'in all',
  });

  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      return within(inAll(request), {
        model,
        request,
        work: (signal) => model.generate({ ...request, signal }),
      });
    },
    async *stream(request) {
      const attempt = new AbortController();
      const signal = request.signal === undefined ? attempt.signal : AbortSignal.any([request.signal, attempt.signal]);
      const total = inAll(request);
      const endsAt = now() + total.durationMs;
      let content: Limit = {
        durationMs: until(request.firstContentBy, firstContentMs),
        name: 'before the first content',
      };
      let events: AsyncIterator<StreamEvent> | undefined;
      let isFinished = false;
      try {
        for (;;) {
          const leftMs = endsAt - now();
          const limit = content.durationMs < leftMs ? content : { durationMs: leftMs, name: total.name };
          const next = await within(limit, {
            model,
            request,
            work: () => {
              events ??= model.stream({ ...request, signal })[Symbol.asyncIterator]();
              return untilContent(events);
            },
          });
          yield* next.events;
          if (next.isLast) {
            isFinished = true;
            return;
          }
          content = { durationMs: betweenContentsMs, name: 'between two contents' };
        }
      } catch (error) {
        attempt.abort(error);
        throw error;
      } finally {
        if (!isFinished) {
          attempt.abort();
          void events?.return?.()?.catch(() => undefined);
        }
      }
    },
  });
}

async function untilContent(
  events: AsyncIterator<StreamEvent>,
): Promise<{ readonly events: readonly StreamEvent[]; readonly isLast: boolean }> {
  const read: StreamEvent[] = [];
  for (;;) {
    const step = await events.next();
    if (step.done === true) return { events: read, isLast: true };
    read.push(step.value);
    if (isContent(step.value)) return { events: read, isLast: false };
  }
}

/** The result of the work, unless the limit or the caller ends it before it is there. */
async function within<Value>(
  limit: Limit,
  options: {
    readonly model: LanguageModel;
    readonly request: GenerateRequest;
    readonly work: (signal: AbortSignal) => Promise<Value>;
  },
): Promise<Value> {
  const { model, request, work } = options;
  if (request.signal?.aborted) throw abortError(request.signal);
  if (limit.durationMs <= 0) throw timeoutError(model, limit);
  const policy = timeout(limit.durationMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  let isOver = false;
  policy.onTimeout(() => {
    isOver = true;
  });
  try {
    return await policy.execute(({ signal }) => work(signal), request.signal);
  } catch (error) {
    if (request.signal?.aborted && (error instanceof TaskCancelledError || !isLlmError(error)))
      throw abortError(request.signal);
    // An adapter that hears of our abort calls it one of its caller.
    throw isOver && !request.signal?.aborted ? timeoutError(model, limit) : error;
  }
}

function timeoutError({ provider, modelId }: LanguageModel, { durationMs, name }: Limit): LlmError {
  const message =
    durationMs <= 0
      ? `The deadline of the call passed before ${modelId} of ${provider} was asked.`
      : `${modelId} of ${provider} took longer than ${Math.round(durationMs)} ms ${name}.`;
  return new LlmError('timeout', message, { provider, modelId });
}
