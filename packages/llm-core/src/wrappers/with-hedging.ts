import type { GenerateResult, LanguageModel, WrapModel } from '../language-model.ts';
import { abortError } from './deadline.ts';

export interface HedgingOptions {
  /** How long an answer may take before the same request is sent a second time. Take the 95th percentile. */
  readonly delayMs: number;
}

/**
 * Sends a request a second time when its answer takes long, and takes whichever comes first; the other is aborted (Dean and
 * Barroso, "The Tail at Scale", 2013). Costs tokens twice for the calls that are hedged. Streams are passed on as they are.
 */
export function withHedging(options: HedgingOptions): WrapModel {
  return (model): LanguageModel => ({
    provider: model.provider,
    modelId: model.modelId,
    stream: (request) => model.stream(request),
    generate(request) {
      return new Promise<GenerateResult>((resolve, reject) => {
        const controllers: AbortController[] = [];
        let running = 0;
        let isSettled = false;
        const settle = (finish: () => void) => {
          isSettled = true;
          clearTimeout(timer);
          request.signal?.removeEventListener('abort', onAbort);
          for (const controller of controllers) controller.abort();
          finish();
        };
        const onAbort = () => settle(() => reject(abortError(request.signal as AbortSignal)));
        const send = () => {
          const controller = new AbortController();
          controllers.push(controller);
          running += 1;
          model.generate({ ...request, signal: controller.signal }).then(
            (result) => {
              if (!isSettled) settle(() => resolve(result));
            },
            (error: unknown) => {
              running -= 1;
              // A failure decides only when nothing else is under way: before the delay that is the first call.
              if (!isSettled && running === 0) settle(() => reject(error));
            },
          );
        };
        const timer = setTimeout(send, options.delayMs);
        if (request.signal?.aborted) return onAbort();
        request.signal?.addEventListener('abort', onAbort, { once: true });
        send();
      });
    },
  });
}
