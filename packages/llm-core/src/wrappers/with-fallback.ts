import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { type FallbackOptions, FallbackTurns } from './fallback-turns.ts';
import { replayableCall } from './replayable-call.ts';
import { replayableStream } from './replayable-stream.ts';

/**
 * Asks the models in order until one answers. The kind of the error decides whether another one is asked. Of a deadline each
 * model has a share until its stream says something, so that one that is silent leaves time for the others. Once a stream has
 * carried content it stays with its model. The last error surfaces, with the attempts of all.
 */
export function withFallback(
  models: readonly [LanguageModel, ...LanguageModel[]],
  options: FallbackOptions = {},
): LanguageModel {
  const [first] = models;
  const turnsOf = (request: GenerateRequest) => new FallbackTurns(models, { ...options, request });
  return {
    provider: first.provider,
    modelId: first.modelId,
    generate(request) {
      const turns = turnsOf(request);
      return replayableCall({
        call: () => {
          const turn = turns.take();
          return turn.model.generate(turn.request);
        },
        next: (error) => turns.next(error),
      });
    },
    stream(request) {
      const { deadlineAt } = request;
      const turns = turnsOf(deadlineAt === undefined ? request : { firstContentBy: deadlineAt, ...request });
      return replayableStream({
        open: () => {
          const turn = turns.take();
          // What a stream has begun to say it may say to the end: only its first content has a share of the time.
          return turn.model.stream(deadlineAt === undefined ? turn.request : { ...turn.request, deadlineAt });
        },
        next: (error) => turns.next(error),
      });
    },
  };
}
