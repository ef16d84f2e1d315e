import { isLlmError, type LlmErrorCode } from '../errors.ts';
import type { LanguageModel } from '../language-model.ts';
import { replayableCall } from './replayable-call.ts';
import { replayableStream } from './replayable-stream.ts';

/**
 * Whether the next model may answer what this one could not. A request that is malformed is malformed everywhere; a caller
 * who gave up wants no answer; money that is not there is not spent elsewhere.
 */
const goesOn: Readonly<Record<LlmErrorCode, boolean>> = {
  'context-length': true,
  'content-policy': true,
  refusal: true,
  auth: true,
  quota: true,
  billing: false,
  overload: true,
  network: true,
  timeout: true,
  aborted: false,
  'invalid-request': false,
  'not-found': true,
  truncated: false,
  'invalid-output': true,
  'rate-limited': true,
  'breaker-open': true,
  'budget-exceeded': false,
  'not-configured': false,
};

/**
 * Asks the models in order until one answers. The kind of the error decides whether the next one is asked. Once a stream
 * has carried content it stays with its model. The last error surfaces, with the attempts of
 * all.
 */
export function withFallback(models: readonly [LanguageModel, ...LanguageModel[]]): LanguageModel {
  const [first] = models;
  const modelOf = (attempt: number): LanguageModel => models[attempt - 1] ?? first;
  const next = (error: unknown, attempt: number): Promise<boolean> =>
    Promise.resolve(attempt < models.length && isLlmError(error) && goesOn[error.code] === true);
  return {
    provider: first.provider,
    modelId: first.modelId,
    generate: (request) => replayableCall({ call: (attempt) => modelOf(attempt).generate(request), next }),
    stream: (request) => replayableStream({ open: (attempt) => modelOf(attempt).stream(request), next }),
  };
}
