import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';

/** One call as it was, in plain JSON: keep it in a file and play it back. */
export interface RecordedCall {
  readonly kind: 'generate' | 'stream';
  readonly request: GenerateRequest;
  /** The events of a stream; those of a whole answer are its `finish` alone. */
  readonly events: readonly StreamEvent[];
  /** How it failed, where it did. */
  readonly error?: { readonly code: LlmErrorCode; readonly message: string };
}

/** Keeps every call that goes through it, with what came back. Signals and deadlines are left out. */
export function recorder(calls: RecordedCall[]): WrapModel {
  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const keep = start(calls, 'generate', request);
      try {
        const result = await model.generate(request);
        keep([{ type: 'finish', result }]);
        return result;
      } catch (error) {
        keep([], error);
        throw error;
      }
    },
    async *stream(request) {
      const keep = start(calls, 'stream', request);
      const events: StreamEvent[] = [];
      let failure: unknown;
      try {
        for await (const event of model.stream(request)) {
          events.push(event);
          yield event;
        }
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        keep(events, failure);
      }
    },
  });
}

/** Plays calls back in the order in which they were recorded; a call too many fails with `not-configured`. */
export function replayedModel(
  calls: readonly RecordedCall[],
  options: { readonly provider: string; readonly modelId: string },
): LanguageModel {
  let played = 0;
  const next = (kind: RecordedCall['kind']): RecordedCall => {
    const call = calls[played++];
    if (call?.kind === kind) return call;
    const found = call === undefined ? 'there is no more' : `the recording has a ${call.kind}`;
    throw new LlmError('not-configured', `Call ${played} is a ${kind}, but ${found}: record it anew.`, options);
  };
  const failureOf = ({ error }: RecordedCall): LlmError | undefined =>
    error === undefined ? undefined : new LlmError(error.code, error.message, options);
  return {
    ...options,
    async generate() {
      const call = next('generate');
      const failure = failureOf(call);
      if (failure !== undefined) throw failure;
      return resultOf(call.events);
    },
    async *stream() {
      const call = next('stream');
      yield* call.events;
      const failure = failureOf(call);
      if (failure !== undefined) throw failure;
    },
  };
}

function start(calls: RecordedCall[], kind: RecordedCall['kind'], request: GenerateRequest) {
  const { signal: _signal, deadlineAt: _deadlineAt, firstContentBy: _firstContentBy, ...kept } = request;
  return (events: readonly StreamEvent[], failure?: unknown): void => {
    const error = isLlmError(failure) ? { code: failure.code, message: failure.message } : undefined;
    calls.push({ kind, request: kept, events, ...(error === undefined ? {} : { error }) });
  };
}

function resultOf(events: readonly StreamEvent[]): GenerateResult {
  const last = events.at(-1);
  if (last?.type === 'finish') return last.result;
  throw new LlmError('not-configured', 'The recording of a call has no result: record it anew.');
}
