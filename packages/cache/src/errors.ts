const marker = Symbol.for('@pa/cache/error');

/**
 * `invalid-key`: a key or scope cannot be used. `shared-personal-data`: personal data was about to be shared.
 * `invalidation-incomplete`: a tier could not be told what to throw away and may still have it. `tier-timeout`: a tier took
 * longer than its time budget; a tiered store reports it and goes on. `invalid-secret`: a key of encryption cannot be used.
 * `missing-reason`: something was to be thrown away without saying why.
 */
export type CacheErrorCode =
  | 'invalid-key'
  | 'shared-personal-data'
  | 'invalidation-incomplete'
  | 'tier-timeout'
  | 'invalid-secret'
  | 'missing-reason';

/** Misuse of the cache by its caller. A store that fails is never an error of a caller: the answer is computed. */
export class CacheError extends Error {
  readonly code: CacheErrorCode;

  constructor(code: CacheErrorCode, message: string) {
    super(message);
    this.name = 'CacheError';
    this.code = code;
    Object.defineProperty(this, marker, { value: true });
  }
}

/** True for an error of this package, also when it was made by another copy of it. */
export function isCacheError(error: unknown): error is CacheError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true;
}
