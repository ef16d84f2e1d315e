import { checkPattern } from './check-pattern.ts';
import { CacheError } from '../errors.ts';
import type { LLMCache } from '../llm-cache.ts';
import type { InvalidationLog, LoggedInvalidation } from './invalidation-log.ts';

/**
 * Throws away what a person wants gone. A reason is asked for and kept; it is written down first, so that nothing is thrown
 * away that the log does not have.
 */
export async function invalidateWithReason(
  ports: { readonly cache: Pick<LLMCache, 'invalidate'>; readonly log: InvalidationLog },
  invalidation: LoggedInvalidation,
): Promise<void> {
  const reason = invalidation.reason.trim();
  if (reason === '') {
    throw new CacheError('missing-reason', `"${invalidation.pattern}" is not thrown away without a reason: say why.`);
  }
  checkPattern(invalidation.pattern);
  await ports.log.append({ ...invalidation, reason });
  await ports.cache.invalidate(invalidation.pattern);
}
