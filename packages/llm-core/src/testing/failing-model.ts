import { isLlmError, type LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';
import { abortError } from '../wrappers/deadline.ts';

/** What goes wrong with one call: an error before anything is said, one after so many contents, or no answer ever. */
export type ModelFault =
  | LlmError
  | { readonly error: LlmError; readonly afterContents: number }
  | { readonly silence: true };

/**
 * Chaos on cue: asks `next` before each call what shall go wrong with it, and passes on what need not. Take a counter for a
 * script, or a seeded generator for a share. `generate` fails for every fault; silence ends with the signal alone.
 */
export function failingModel(next: (request: GenerateRequest) => ModelFault | undefined): WrapModel {
  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const fault = next(request);
      if (fault === undefined) return model.generate(request);
      if ('silence' in fault) return untilAborted(request);
      throw 'error' in fault ? fault.error : fault;
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      const fault = next(request);
      if (fault === undefined) return yield* model.stream(request);
      if ('silence' in fault) return untilAborted(request);
      if (!('error' in fault)) throw fault;
      let contents = 0;
      for await (const event of model.stream(request)) {
        if (contents++ >= fault.afterContents) throw fault.error;
        yield event;
      }
      throw fault.error;
    },
  });
}

function untilAborted({ signal }: GenerateRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = () => reject(isLlmError(signal?.reason) ? signal.reason : abortError(signal as AbortSignal));
    if (signal?.aborted) give();
    else signal?.addEventListener('abort', give, { once: true });
  });
}
