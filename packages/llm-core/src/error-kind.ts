import type { LlmErrorCode } from './errors.ts';

/** What a provider says about an error, in a body or inside a stream. */
export interface ProviderError {
  readonly type?: string | null;
  readonly code?: string | number | null;
  readonly message?: string | null;
  readonly details?: { readonly error_code?: string | null } | null;
}

/** Kinds by the names that both vendors and the compatible servers use. */
const kinds: Readonly<Record<string, LlmErrorCode>> = {
  insufficient_quota: 'billing',
  billing_error: 'billing',
  billing_hard_limit_reached: 'billing',
  enforced_spend_limit_reached: 'billing',
  contract_spend_limit_reached: 'billing',
  linked_organization_spend_limit_reached: 'billing',
  linked_organization_billing_unavailable: 'billing',
  rate_limit_error: 'quota',
  rate_limit_exceeded: 'quota',
  too_many_requests: 'quota',
  requests: 'quota',
  tokens: 'quota',
  overloaded_error: 'overload',
  overloaded: 'overload',
  api_error: 'overload',
  server_error: 'overload',
  internal_error: 'overload',
  internal_server_error: 'overload',
  service_unavailable: 'overload',
  timeout_error: 'timeout',
  authentication_error: 'auth',
  permission_error: 'auth',
  invalid_api_key: 'auth',
  not_found_error: 'not-found',
  model_not_found: 'not-found',
  request_too_large: 'context-length',
  context_length_exceeded: 'context-length',
  content_filter: 'content-policy',
  content_policy_violation: 'content-policy',
  image_content_policy_violation: 'content-policy',
  misalignment_policy_violation: 'content-policy',
  bio_policy: 'content-policy',
  invalid_prompt: 'content-policy',
  vector_store_timeout: 'timeout',
  data_residency_mismatch: 'invalid-request',
};

const spendLimit = /insufficient_quota|exceeded your current quota|credit balance|spend(?:ing)?[_ ]limit/i;
const contextLength = /context[_ ]length|context window|maximum context|prompt is too long|too many input tokens/i;
const contentPolicy = /content[_ ]policy|content[_ ]filter|flagged as|safety system/i;

/**
 * The kind of an error that a provider named, or `undefined` where its names say nothing. The most specific name decides:
 * vendors send a spend limit as a rate limit, and name it in the details.
 */
export function errorKind(error: ProviderError): LlmErrorCode | undefined {
  for (const name of [error.details?.error_code, error.code, error.type]) {
    const kind = typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === 'quota' && spendLimit.test(error.message ?? '')) return 'billing';
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The kind of an error by its words, for providers that name it a malformed request. */
export function errorKindOfWords(words: string): LlmErrorCode | undefined {
  if (contextLength.test(words)) return 'context-length';
  if (spendLimit.test(words)) return 'billing';
  return contentPolicy.test(words) ? 'content-policy' : undefined;
}
