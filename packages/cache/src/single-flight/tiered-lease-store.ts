import { CacheError } from '../errors.ts';
import type { TierGuard } from '../tiers/tier-guard.ts';
import type { LeaseStore } from './lease-store.ts';

/**
 * Leases of the first store that answers, each behind the guard of its tier, so that a dead server that was found dead by a
 * read costs nothing again. A server that has just answered a read is not dead: taking a lease may wait longer for it, since
 * what it spares is a whole computation. Rejects with `tier-timeout` where none answers.
 */
export function tieredLeaseStore(
  tiers: readonly { readonly leases: LeaseStore; readonly guard: TierGuard }[],
  options: {
    /** How long taking a lease may be waited for at least, milliseconds. Default 250. */
    readonly atLeastMs?: number;
  } = {},
): LeaseStore {
  const { atLeastMs = 250 } = options;
  return {
    async acquire(lease) {
      for (const { leases, guard } of tiers) {
        const outcome = await guard.run(() => leases.acquire(lease), { atLeastMs });
        if (outcome.status === 'done') return outcome.result;
      }
      throw new CacheError('tier-timeout', 'No store of leases answers: every process computes for itself.');
    },
    async release(lease) {
      await Promise.all(tiers.map(({ leases, guard }) => guard.run(() => leases.release(lease), { atLeastMs })));
    },
  };
}
