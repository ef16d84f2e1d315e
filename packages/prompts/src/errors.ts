const marker = Symbol.for('@pa/prompts/error');

/**
 * `unknown-prompt`: no version by that name, number or id. `deploy-conflict`: somebody else deployed in between.
 * `missing-variable`, `unused-variable`, `invalid-template`: a template and its variables do not fit.
 * `not-configured`: a port that the method needs was not passed in.
 */
export type PromptErrorCode =
  | 'unknown-prompt'
  | 'deploy-conflict'
  | 'missing-variable'
  | 'unused-variable'
  | 'invalid-template'
  | 'not-configured';

/** An error of prompts. Test `code`, never the class: two copies of the package may be loaded. */
export class PromptError extends Error {
  readonly code: PromptErrorCode;

  constructor(code: PromptErrorCode, message: string) {
    super(message);
    this.name = 'PromptError';
    this.code = code;
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isPromptError(error: unknown): error is PromptError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
