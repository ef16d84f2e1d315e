import { type GenerateRequest, isLlmError, type Usage } from '@pa/llm-core';
import { estimateUsage } from './estimate-usage.ts';

/** Failures of calls that had reached the provider, which charges for the prompt and for what it wrote. */
const chargedFailures: ReadonlySet<string> = new Set(['aborted', 'timeout', 'truncated', 'refusal', 'invalid-output']);

/**
 * What a failed call has used: what the provider said, else an estimate where the provider must have worked. `null` where it
 * did not get that far, such as a refused connection.
 */
export function callUsage(
  request: GenerateRequest,
  options: { readonly error: unknown; readonly arrivedText: string },
): Usage | null {
  const error = isLlmError(options.error) ? options.error : null;
  if (error?.usage !== undefined) return error.usage;
  const arrivedText = options.arrivedText || (error?.partialText ?? '');
  const charged = arrivedText !== '' || (error !== null && chargedFailures.has(error.code));
  return charged ? estimateUsage(request, { arrivedText }) : null;
}
