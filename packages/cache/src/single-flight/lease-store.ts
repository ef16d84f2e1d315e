/**
 * Lets one of several processes do something while the others wait for it.
 *
 * *Concurrent*: of many that take the lease of a key one gets it. *Duplicate*: its holder takes it again and has it for
 * longer. *Expired*: when `leaseMs` have passed by the clock of the store, whoever comes next gets it; its former holder must
 * have died, or is too late. *Missing*: giving back what one does not hold, or holds no longer, changes nothing.
 */
export interface LeaseStore {
  /** True where the holder has the lease now, for `leaseMs` from now on. */
  acquire(lease: { readonly key: string; readonly holder: string; readonly leaseMs: number }): Promise<boolean>;
  /** Gives it back. */
  release(lease: { readonly key: string; readonly holder: string }): Promise<void>;
}
