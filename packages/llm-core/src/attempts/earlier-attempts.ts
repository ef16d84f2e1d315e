import type { Attempt } from '../attempt.ts';
import { copyError } from '../copy-error.ts';
import { isLlmError } from '../errors.ts';
import type { GenerateResult } from '../language-model.ts';

/** The attempts that failed before the one that answered, put before its own on the result or the last error. */
export class EarlierAttempts {
  readonly #attempts: Attempt[] = [];

  add(error: unknown): void {
    if (isLlmError(error)) this.#attempts.push(...error.attempts);
  }

  onto(result: GenerateResult): GenerateResult {
    return this.#attempts.length === 0 ? result : { ...result, attempts: [...this.#attempts, ...result.attempts] };
  }

  ontoError(error: unknown): unknown {
    return this.#attempts.length === 0 || !isLlmError(error)
      ? error
      : copyError(error, { attempts: [...this.#attempts, ...error.attempts] });
  }
}
