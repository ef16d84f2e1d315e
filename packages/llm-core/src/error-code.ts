/**
 * Why a call failed. The kind decides what may be done about it: see `isRetryable` and the table in `with-fallback.ts`.
 *
 * - `context-length`: the prompt does not fit the model. - `content-policy`: the provider blocked the request.
 * - `refusal`: the model declined to answer. - `auth`: the key is wrong or lacks a right. - `quota`: a rate limit, worth
 * waiting for. - `billing`: money ran out or a spend limit was hit, not worth waiting for. - `overload`: the provider is
 * overloaded or failed inside. - `network`: no connection, or it broke, or what came over it was cut or
 * no JSON. - `timeout`: a deadline of ours passed.
 * - `aborted`: the caller gave up. - `invalid-request`: the provider refused the request as malformed. - `not-found`: no
 * such model. - `truncated`: the answer hit the output limit. - `invalid-output`: the answer does not fit the schema or
 * cannot be read. - `rate-limited`, `breaker-open`, `budget-exceeded`: refused here, before anything was sent.
 * - `store-failed`: a store that was passed in, of limits or of the audit, failed. - `not-configured`: something needed was
 * not passed in. - `unportable-schema`: a schema was refused when it was defined, because some provider cannot carry it.
 */
export type LlmErrorCode =
  | 'context-length'
  | 'content-policy'
  | 'refusal'
  | 'auth'
  | 'quota'
  | 'billing'
  | 'overload'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'invalid-request'
  | 'not-found'
  | 'truncated'
  | 'invalid-output'
  | 'rate-limited'
  | 'breaker-open'
  | 'budget-exceeded'
  | 'store-failed'
  | 'not-configured'
  | 'unportable-schema';
