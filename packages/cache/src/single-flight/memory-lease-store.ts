import type { LeaseStore } from './lease-store.ts';

/** Leases of this process, for tests and for several caches in one process. */
export function memoryLeaseStore(options: { readonly now: () => number }): LeaseStore {
  const leases = new Map<string, { readonly holder: string; readonly expiresAt: number }>();
  return {
    acquire({ key, holder, leaseMs }) {
      const at = options.now();
      const held = leases.get(key);
      if (held !== undefined && held.holder !== holder && held.expiresAt > at) return Promise.resolve(false);
      leases.set(key, { holder, expiresAt: at + leaseMs });
      return Promise.resolve(true);
    },
    release({ key, holder }) {
      if (leases.get(key)?.holder === holder) leases.delete(key);
      return Promise.resolve();
    },
  };
}
