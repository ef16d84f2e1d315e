import type { CacheStore } from '../cache-store.ts';
import { CacheError } from '../errors.ts';
import type { TierGuard } from './tier-guard.ts';

/**
 * Where the first shared tier that answers stands, for leases: give it the tiers of `tieredLeaseStore`, in their order, so that
 * both ask the same server. Rejects with `tier-timeout` where none answers.
 */
export function tieredPositions(
  tiers: readonly { readonly store: Pick<CacheStore, 'position'>; readonly guard: TierGuard }[],
  options: {
    /** How long each may be waited for at least, milliseconds. Default 250. */
    readonly atLeastMs?: number;
  } = {},
): Pick<CacheStore, 'position'> {
  const { atLeastMs = 250 } = options;
  return {
    async position(of) {
      for (const { store, guard } of tiers) {
        const outcome = await guard.run(() => store.position(of), { atLeastMs });
        if (outcome.status === 'done') return outcome.result;
      }
      throw new CacheError('tier-timeout', 'No shared tier of the cache says what was thrown away.');
    },
  };
}
