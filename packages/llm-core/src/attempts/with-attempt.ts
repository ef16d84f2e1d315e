import { randomUUID } from 'node:crypto';
import type { Attempt } from '../attempt.ts';
import { copyError } from '../copy-error.ts';
import { isLlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel, WrapModel } from '../language-model.ts';

export interface AttemptOptions {
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** Default: random UUIDs. */
  readonly newId?: () => string;
}

/**
 * Puts the one attempt that a call was on its result or its error. What already carries attempts is passed on as it is, so
 * that a chain that is wrapped twice counts once.
 */
export function withAttempt(options: AttemptOptions = {}): WrapModel {
  const { now = Date.now, newId = randomUUID } = options;
  return (model): LanguageModel => {
    const start = () => {
      const attempt = { attemptId: newId(), provider: model.provider, requestedModel: model.modelId, startedAt: now() };
      return (end: Pick<Attempt, 'servedModel' | 'usage' | 'errorCode'>): Attempt => ({
        ...attempt,
        durationMs: now() - attempt.startedAt,
        ...end,
      });
    };
    const failed = (end: ReturnType<typeof start>, error: unknown): unknown =>
      isLlmError(error) && error.attempts.length === 0
        ? copyError(error, { attempts: [end({ servedModel: undefined, usage: error.usage, errorCode: error.code })] })
        : error;
    return {
      provider: model.provider,
      modelId: model.modelId,
      async generate(request) {
        const end = start();
        try {
          const result = await model.generate(request);
          if (result.attempts.length > 0) return result;
          const { servedModel, usage } = result;
          return { ...result, attempts: [end({ servedModel, usage, errorCode: undefined })] };
        } catch (error) {
          throw failed(end, error);
        }
      },
      async *stream(request: GenerateRequest) {
        const end = start();
        try {
          for await (const event of model.stream(request)) {
            if (event.type !== 'finish' || event.result.attempts.length > 0) yield event;
            else {
              const { servedModel, usage } = event.result;
              const attempts = [end({ servedModel, usage, errorCode: undefined })];
              yield { type: 'finish', result: { ...event.result, attempts } };
            }
          }
        } catch (error) {
          throw failed(end, error);
        }
      },
    };
  };
}
