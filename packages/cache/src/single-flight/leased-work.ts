import type { CacheStore } from '../cache-store.ts';
import type { LeaseStore } from './lease-store.ts';

export interface LeaseOptions {
  readonly store: LeaseStore;
  /**
   * The store that the processes share. Where it is given, who asks after something was thrown away does not wait for a
   * computation that began before. Default: he waits for it, and computes anew then.
   */
  readonly positions?: Pick<CacheStore, 'position'>;
  /** The name of whoever holds a lease; two must never be equal. */
  readonly newId: () => string;
  /** After how long the lease of a process that died is free, milliseconds. Renewed while the work goes on. Default 10,000. */
  readonly leaseMs?: number;
  /** How long the work of another process is waited for before one's own begins, milliseconds. Default 120,000. */
  readonly maximumWaitMs?: number;
  /** How long a waiter sleeps before it looks for the first time, milliseconds; longer each time, up to ten times. Default 20. */
  readonly pollMs?: number;
}

interface Work<Result> {
  /** What another process has made of it meanwhile; `null` while there is nothing. */
  readonly look: () => Promise<Result | null>;
  readonly work: () => Promise<Result>;
  /** Hears of leases that could not be taken, kept or given back. */
  readonly onError: (error: unknown) => void;
}

/** A waiter that loses sight of a lease goes on looking for so long, milliseconds: a hiccup of a server is no dead holder. */
const LOST_SIGHT_MS = 1_000;

/**
 * Does a piece of work in one of several processes; the others wait for what it makes, and take over where its lease ends
 * without a result. Leases that cannot be taken stop nobody: then every process works for itself.
 */
export async function leasedWork<Result>(key: string, options: LeaseOptions & Work<Result>): Promise<Result> {
  const { store, newId, maximumWaitMs = 120_000, pollMs = 20, leaseMs = 10_000, look, work, onError } = options;
  const holder = newId();
  let waitedMs = 0;
  let lostSightMs = 0;
  let sleepMs = pollMs;
  for (;;) {
    let isMine = false;
    try {
      isMine = await store.acquire({ key, holder, leaseMs });
      lostSightMs = 0;
    } catch (error) {
      onError(error);
      // Nobody was seen at work so far, or not for long: nothing is worth waiting for.
      if (waitedMs === 0 || lostSightMs >= LOST_SIGHT_MS) return work();
      lostSightMs += sleepMs;
    }
    if (isMine) return holding({ key, holder, leaseMs, store, onError }, () => workUnlessDone({ look, work }));
    if (waitedMs >= maximumWaitMs) return work();
    await new Promise((resolve) => setTimeout(resolve, sleepMs));
    waitedMs += sleepMs;
    sleepMs = Math.min(sleepMs * 1.5, 10 * pollMs);
    const made = await look();
    if (made !== null) return made;
  }
}

/** Between the last look and the lease another process may have finished. */
async function workUnlessDone<Result>({ look, work }: Pick<Work<Result>, 'look' | 'work'>): Promise<Result> {
  return (await look()) ?? work();
}

/** Keeps the lease alive while the work goes on, and gives it back whatever became of it. */
async function holding<Result>(
  lease: { readonly key: string; readonly holder: string; readonly leaseMs: number } & Pick<LeaseOptions, 'store'> &
    Pick<Work<Result>, 'onError'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const { key, holder, leaseMs, store, onError } = lease;
  const renewal = setInterval(() => {
    store.acquire({ key, holder, leaseMs }).catch(onError);
  }, leaseMs / 3);
  renewal.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await store.release({ key, holder }).catch(onError);
  }
}
