import type { GenerateRequest, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';
import { createRedactor, type RedactorOptions } from './redactor.ts';
import { restoreError, restoreResult, restoreStream } from './restore-stream.ts';
import type { TextForm } from './vault.ts';

export interface RedactionOptions extends RedactorOptions {
  /** Told how many places of a request were replaced, by kind; not called where none were. Holds no value. Must not throw. */
  readonly onRedacted?: (counts: Readonly<Record<string, number>>) => void;
}

/**
 * Takes personal data out of a request before anything leaves, and puts it back into the answer. Each request has a vault of
 * its own, so that no answer ever holds a value of another request. An error keeps its redacted message; the text that had
 * been said is put back. Belongs outermost: pass it to `guardModel` as `redaction`.
 *
 * @example
 * guardModel([model], { retry: { random: Math.random }, redaction: withRedaction() });
 */
export function withRedaction(options: RedactionOptions = {}): WrapModel {
  const { onRedacted, ...redactorOptions } = options;
  const redactor = createRedactor(redactorOptions);

  function redact(request: GenerateRequest) {
    const redacted = redactor.redactRequest(request);
    if (redacted.vault.size > 0) onRedacted?.(redacted.counts);
    const form: TextForm = request.output === undefined ? 'text' : 'json';
    return { ...redacted, form };
  }

  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const { request: redacted, vault, form } = redact(request);
      try {
        return restoreResult(await model.generate(redacted), vault, form);
      } catch (error) {
        throw restoreError(error, vault, form);
      }
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      const { request: redacted, vault, form } = redact(request);
      yield* restoreStream(model.stream(redacted), { vault, form });
    },
  });
}
