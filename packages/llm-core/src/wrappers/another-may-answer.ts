import { isLlmError, type LlmError, type LlmErrorCode } from '../errors.ts';

/**
 * Whether another model may answer what this one could not. A request that is malformed is malformed everywhere; a caller
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
  'store-failed': false,
  'not-configured': false,
  'unportable-schema': false,
};

/** True where the kind of the error lets another model be asked. */
export function anotherMayAnswer(error: unknown): error is LlmError {
  return isLlmError(error) && goesOn[error.code] === true;
}
