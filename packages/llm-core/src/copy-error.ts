import { LlmError, type LlmErrorOptions } from './errors.ts';

/** The same error with some details changed. It keeps its stack, so that a log still points at where it arose. */
export function copyError(error: LlmError, changes: LlmErrorOptions): LlmError {
  const { provider, modelId, status, retryAfterMs, partialText, usage, attempts, cause } = error;
  const known = { provider, modelId, status, retryAfterMs, partialText, usage, attempts };
  const kept = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const copy = new LlmError(error.code, error.message, { ...kept, cause, ...changes });
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}
