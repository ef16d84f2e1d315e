import { copyError } from '../copy-error.ts';
import { isLlmError, LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent } from '../language-model.ts';
import { untilAborted } from './until-aborted.ts';

/** Reads a stream to its end, tells of each event and answers the result. What was said goes onto the error. */
export async function readStream(
  model: LanguageModel,
  options: {
    readonly request: GenerateRequest;
    readonly onEvent: (event: Exclude<StreamEvent, { type: 'finish' }>) => void;
  },
): Promise<GenerateResult> {
  const { request, onEvent } = options;
  const events = model.stream(request)[Symbol.asyncIterator]();
  let text = '';
  let isDone = false;
  try {
    for (;;) {
      const step = await untilAborted(events.next(), request.signal);
      isDone = step.done === true || step.value.type === 'finish';
      if (step.done) throw new LlmError('network', `The stream of ${model.modelId} ended without a result.`);
      if (step.value.type === 'finish') return step.value.result;
      if (step.value.type === 'text-delta') text += step.value.text;
      onEvent(step.value);
    }
  } catch (error) {
    throw isLlmError(error) && error.partialText === undefined && text !== ''
      ? copyError(error, { partialText: text })
      : error;
  } finally {
    // A model that does not listen to the signal may never answer this either.
    if (!isDone) void Promise.resolve(events.return?.()).catch(() => undefined);
  }
}
