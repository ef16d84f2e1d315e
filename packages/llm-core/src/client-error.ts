import { errorKind, errorKindOfWords, type ProviderError } from './error-kind.ts';
import { isLlmError, LlmError, type LlmErrorCode } from './errors.ts';

/** What both vendors' clients put on the errors they throw. */
interface ClientError {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly headers?: { get?(name: string): string | null };
  /** The body: what a provider says, bare or inside another `error`. */
  readonly error?: (ProviderError & { readonly error?: ProviderError | null }) | null;
  readonly constructor?: { readonly name?: string };
}

/** Whom a call went to, and the signal of its caller. */
export interface CallTarget {
  readonly provider: string;
  readonly modelId: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The error of a call by what was thrown on the way. A caller who gave up gets `aborted`, whatever the client made of it.
 */
export function fromClientError(thrown: unknown, target: CallTarget): LlmError {
  if (isLlmError(thrown) && !target.signal?.aborted) return thrown;
  const error: ClientError = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const said = error.error?.error ?? error.error ?? {};
  const retryAfterMs = retryAfterOf(error);
  return new LlmError(
    target.signal?.aborted ? 'aborted' : codeOf(error, said),
    `${target.modelId} of ${target.provider} failed: ${said.message ?? error.message ?? String(thrown)}`,
    {
      provider: target.provider,
      modelId: target.modelId,
      cause: thrown,
      ...(error.status === undefined ? {} : { status: error.status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  );
}

/** The error of a call by what the provider said in a body that came with status 200, or inside a stream. */
export function fromProviderError(said: ProviderError, target: CallTarget): LlmError {
  const code = errorKind(said) ?? errorKindOfWords(said.message ?? '') ?? byType(said) ?? 'overload';
  return new LlmError(
    code,
    `${target.modelId} of ${target.provider} failed: ${said.message ?? 'no reason was given'}`,
    {
      provider: target.provider,
      modelId: target.modelId,
    },
  );
}

/** What names what was wrong with the request. */
const requestFault = /^(?:invalid_|unsupported_|image_|empty_image|failed_to_download_)/;

function byType({ type, code }: ProviderError): LlmErrorCode | undefined {
  return requestFault.test(type ?? '') || requestFault.test(String(code ?? '')) ? 'invalid-request' : undefined;
}

function codeOf({ name, status, error, constructor }: ClientError, said: ProviderError): LlmErrorCode {
  const names = [name, constructor?.name];
  if (names.includes('APIUserAbortError') || names.includes('AbortError')) return 'aborted';
  if (names.includes('APIConnectionTimeoutError')) return 'timeout';
  const words = `${said.message ?? ''} ${said.type ?? ''} ${said.code ?? ''}`;
  const named = errorKind(said);
  if (status === undefined) {
    // Inside a stream there is a body and no status; without a body the connection failed or what came was no JSON.
    if (error === undefined || error === null) return 'network';
    return named ?? errorKindOfWords(words) ?? byType(said) ?? 'overload';
  }
  if (named === 'billing' || status === 402) return 'billing';
  if (status === 401 || status === 403) return 'auth';
  if (status === 404) return 'not-found';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 413) return 'context-length';
  if (status === 429) return named === 'quota' ? 'quota' : errorKindOfWords(words) === 'billing' ? 'billing' : 'quota';
  if (status === 499) return 'aborted';
  if (status >= 500) return 'overload';
  return named ?? errorKindOfWords(words) ?? 'invalid-request';
}

/** `retry-after-ms` before `retry-after`, which is seconds or a date (RFC 9110, 10.2.3). A date that has passed asks for no wait. */
function retryAfterOf(error: ClientError): number | undefined {
  const header = (name: string) => error.headers?.get?.(name) ?? undefined;
  const milliseconds = countOf(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const text = header('retry-after');
  const seconds = countOf(text);
  if (seconds !== undefined) return seconds * 1000;
  const until = Date.parse(text ?? '');
  // A date is told against the server's own clock, so that ours need not be right.
  const serverNow = Date.parse(header('date') ?? '');
  const waitMs = until - (Number.isNaN(serverNow) ? Date.now() : serverNow);
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

function countOf(text: string | undefined): number | undefined {
  const count = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(count) && count >= 0 ? count : undefined;
}
