import type { LanguageModel } from '../language-model.ts';
import { anotherMayAnswer } from './another-may-answer.ts';
import { replayableCall } from './replayable-call.ts';
import { replayableStream } from './replayable-stream.ts';

/**
 * Asks the models in order until one answers. The kind of the error decides whether the next one is asked. Once a stream
 * has carried content it stays with its model. The last error surfaces, with the attempts of
 * all.
 */
export function withFallback(models: readonly [LanguageModel, ...LanguageModel[]]): LanguageModel {
  const [first] = models;
  const modelOf = (attempt: number): LanguageModel => models[attempt - 1] ?? first;
  const next = (error: unknown, attempt: number): Promise<boolean> =>
    Promise.resolve(attempt < models.length && anotherMayAnswer(error));
  return {
    provider: first.provider,
    modelId: first.modelId,
    generate: (request) => replayableCall({ call: (attempt) => modelOf(attempt).generate(request), next }),
    stream: (request) => replayableStream({ open: (attempt) => modelOf(attempt).stream(request), next }),
  };
}
