import { EarlierAttempts } from '../attempts/earlier-attempts.ts';
import type { GenerateResult } from '../language-model.ts';

/** Calls until one answers or `next` says that it is enough. Every attempt ends up on the result or the last error. */
export async function replayableCall(options: {
  readonly call: (attempt: number) => Promise<GenerateResult>;
  /** Answers true to try again. Throws to end with another error. */
  readonly next: (error: unknown, attempt: number) => Promise<boolean>;
}): Promise<GenerateResult> {
  const earlier = new EarlierAttempts();
  for (let attempt = 1; ; attempt++) {
    try {
      return earlier.onto(await options.call(attempt));
    } catch (error) {
      if (!(await options.next(error, attempt))) throw earlier.ontoError(error);
      earlier.add(error);
    }
  }
}
