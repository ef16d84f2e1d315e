import { LlmError, type LlmErrorCode } from './errors.ts';

/** What both vendors' clients put on the errors they throw. */
interface ClientError {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly headers?: { get?(name: string): string | null };
  readonly error?: unknown;
}

const spendLimit = /insufficient_quota|billing|credit balance|spend_limit|spend limit|payment/i;
const contextLength = /context[_ ]length|context window|maximum context|prompt is too long|too many input tokens/i;
const contentPolicy = /content_policy|content_filter|content policy|safety/i;

/**
 * The error of a call by what the client threw. A spend limit is `billing` although vendors send it as 429: waiting does
 * not help there.
 */
export function fromClientError(
  thrown: unknown,
  target: { readonly provider: string; readonly modelId: string; readonly signal?: AbortSignal | undefined },
): LlmError {
  const error: ClientError = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const detail = `${error.message ?? ''} ${JSON.stringify(error.error ?? '')}`;
  const code = target.signal?.aborted ? 'aborted' : codeOf(error, detail);
  const retryAfterMs = retryAfterOf(error);
  return new LlmError(code, `${target.modelId} of ${target.provider} failed: ${error.message ?? String(thrown)}`, {
    provider: target.provider,
    modelId: target.modelId,
    cause: thrown,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function codeOf({ name, status }: ClientError, detail: string): LlmErrorCode {
  if (name === 'APIUserAbortError' || name === 'AbortError') return 'aborted';
  if (name === 'APIConnectionTimeoutError') return 'timeout';
  if (status === undefined) return name === 'SyntaxError' ? 'invalid-output' : 'network';
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'billing';
  if (status === 404) return 'not-found';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 413) return 'context-length';
  if (status === 429) return spendLimit.test(detail) ? 'billing' : 'quota';
  if (status === 499) return 'aborted';
  if (status >= 500) return 'overload';
  if (contextLength.test(detail)) return 'context-length';
  if (spendLimit.test(detail)) return 'billing';
  return contentPolicy.test(detail) ? 'content-policy' : 'invalid-request';
}

/** `retry-after-ms` before `retry-after`, which is seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(error: ClientError): number | undefined {
  const milliseconds = Number(error.headers?.get?.('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds;
  const text = error.headers?.get?.('retry-after');
  const seconds = Number(text ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  // A date is told against the server's own clock, so that ours need not be right.
  const waitMs = Date.parse(text ?? '') - Date.parse(error.headers?.get?.('date') ?? '');
  return Number.isFinite(waitMs) && waitMs >= 0 ? waitMs : undefined;
}
