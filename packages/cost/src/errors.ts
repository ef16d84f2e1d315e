const marker = Symbol.for('@pa/cost/error');

/**
 * `invalid-amount`: a negative or fractional count, or an amount that is no number. `invalid-budget`: a budget that cannot be
 * counted. `missing-reason`: a change without a reason. `invalid-workload`: a workload that cannot be simulated.
 * `invalid-report`: a vendor's report that cannot be read. `not-configured`: a port that the method needs was not passed in.
 */
export type CostErrorCode =
  | 'invalid-amount'
  | 'invalid-budget'
  | 'missing-reason'
  | 'not-configured'
  | 'invalid-workload'
  | 'invalid-report';

/** An error of cost. Test `code`, never the class: two copies of the package may be loaded. */
export class CostError extends Error {
  readonly code: CostErrorCode;

  constructor(code: CostErrorCode, message: string) {
    super(message);
    this.name = 'CostError';
    this.code = code;
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isCostError(error: unknown): error is CostError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
