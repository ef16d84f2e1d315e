const marker = Symbol.for('@pa/prompts/error');

/**
 * `unknown-prompt`: no version by that name, number or id. `unknown-experiment`: no experiment by that key.
 * `deploy-conflict`: somebody else deployed in between. `not-tested`: the label is protected and the version has no test
 * run that passed. `unfit-parameters`: the model does not take what the prompt asks of it. `missing-variable`,
 * `unused-variable`, `invalid-template`: a template and its variables do not fit. `include-cycle`: a prompt takes itself in.
 * `invalid-input`: what was passed in makes no sense. `not-configured`: a port that the method needs was not passed in.
 * `unreadable-file`: a file of prompts is missing or not of the form that is read. `experiment-conflict`: an experiment by
 * that key is something else, or has ended.
 */
export type PromptErrorCode =
  | 'unknown-prompt'
  | 'unknown-experiment'
  | 'deploy-conflict'
  | 'not-tested'
  | 'unfit-parameters'
  | 'missing-variable'
  | 'unused-variable'
  | 'invalid-template'
  | 'include-cycle'
  | 'invalid-input'
  | 'not-configured'
  | 'unreadable-file'
  | 'experiment-conflict';

/** An error of prompts. Test `code`, never the class: two copies of the package may be loaded. */
export class PromptError extends Error {
  readonly code: PromptErrorCode;

  constructor(code: PromptErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'PromptError';
    this.code = code;
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isPromptError(error: unknown): error is PromptError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
