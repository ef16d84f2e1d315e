import type { CacheEntry, CacheStore } from '../cache-store.ts';
import { CacheError } from '../errors.ts';
import { withinTime } from '../within-time.ts';
import type { Invalidation, InvalidationBus } from './invalidation-bus.ts';
import { createTierGuard, type TierGuard } from './tier-guard.ts';

export interface CacheTier {
  /** Such as `redis`. */
  readonly name: string;
  readonly store: CacheStore;
  /** How long a read or write may take, milliseconds. Default 20; `Infinity` for a store in this process. */
  readonly budgetMs?: number;
  /** In the place of one of its own: share it with whatever else uses the same server, such as its leases. */
  readonly guard?: TierGuard;
}

export interface TieredCacheOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Failures in a row after which a tier is left alone. One that hangs is left alone at once. Default 3. */
  readonly failuresToOpen?: number;
  /** How long a failing tier is left alone at first, milliseconds; longer each time it fails again. Default 250. */
  readonly openMs?: number;
  /** How long each tier may take to throw something away, milliseconds. Default 5,000. */
  readonly invalidationTimeoutMs?: number;
  /**
   * Tells the first tiers of other processes what was thrown away; while it is cut off the first tier is left alone. Default:
   * nobody is told.
   */
  readonly bus?: InvalidationBus;
  /** Hears of a tier that failed. Default: nobody is told. */
  readonly onTierError?: (failure: { readonly tier: string; readonly error: unknown }) => void;
}

const FAILED = { status: 'failed' } as const;

type GuardedTier = CacheTier & { readonly guard: TierGuard };

/**
 * Several stores as one, the nearest first, such as memory over Redis over a database. What a far tier has is copied into
 * the nearer ones with its own instants; a stale entry is used only where no tier has a fresh one. A tier that fails or
 * hangs costs its time budget and never an answer.
 *
 * Throwing away is the exception: it must reach every tier, and is a `CacheError` with `invalidation-incomplete` where it
 * did not, after the others have been told. Its count is that of the last tier.
 *
 * @example
 * const store = tieredCacheStore(
 *   [{ name: 'memory', store: memoryCacheStore(), budgetMs: Infinity }, { name: 'redis', store: redisCacheStore(client) }],
 *   { now: Date.now },
 * );
 */
export function tieredCacheStore(tiers: readonly CacheTier[], options: TieredCacheOptions): CacheStore {
  const { now, bus, onTierError, failuresToOpen, openMs, invalidationTimeoutMs = 5_000 } = options;
  const report = (tier: string) => (error: unknown) => onTierError?.({ tier, error });
  const guarded: readonly GuardedTier[] = tiers.map((tier) => ({
    ...tier,
    guard:
      tier.guard ??
      createTierGuard({
        name: tier.name,
        now,
        onError: report(tier.name),
        ...(tier.budgetMs === undefined ? {} : { budgetMs: tier.budgetMs }),
        ...(failuresToOpen === undefined ? {} : { failuresToOpen }),
        ...(openMs === undefined ? {} : { openMs }),
      }),
  }));
  // What is thrown away elsewhere would not be heard of.
  const isDeaf = (depth: number) => depth === 0 && bus?.isHearing?.() === false;

  const invalidate = async <Result>(
    invalidation: Invalidation,
    work: (store: CacheStore) => Promise<Result>,
  ): Promise<readonly Result[]> => {
    const results: Result[] = [];
    const failed: string[] = [];
    // One after the other, the farthest first: what a reader copies up meanwhile is thrown away after it.
    for (const { name, store } of guarded.toReversed()) {
      try {
        const what = `The cache tier "${name}"`;
        results.push(await withinTime(work(store), { timeoutMs: invalidationTimeoutMs, what }));
      } catch (error) {
        failed.push(name);
        report(name)(error);
      }
    }
    const published = await Promise.allSettled([bus?.publish(invalidation)]);
    for (const outcome of published) {
      if (outcome.status === 'fulfilled') continue;
      failed.push('memory of other processes');
      report('bus')(outcome.reason);
    }
    if (failed.length > 0) {
      throw new CacheError(
        'invalidation-incomplete',
        `The cache tier "${failed.join('", "')}" could not be told what to throw away and may still have it: try again when it answers.`,
      );
    }
    return results;
  };

  bus
    ?.subscribe((invalidation) => {
      const [nearest] = guarded;
      if (nearest !== undefined) applyTo(nearest.store, invalidation).catch(report(nearest.name));
    })
    .catch(report('bus'));

  return {
    async get(key, query) {
      const positions: (string | null)[] = [];
      let best: { readonly entry: CacheEntry; readonly depth: number } | null = null;
      for (const [depth, { store, guard }] of guarded.entries()) {
        const read = isDeaf(depth) ? FAILED : await guard.run(() => store.get(key, query));
        if (read.status === 'done' && read.result !== null && read.result.freshUntil > query.now) {
          best = { entry: read.result, depth };
          break;
        }
        // Taken before the tiers behind it are read: what is thrown away from here on is not copied up into this one.
        const isLast = depth === guarded.length - 1;
        const position = read.status === 'failed' || isLast ? null : await guard.run(() => store.position());
        positions.push(position?.status === 'done' ? position.result : null);
        if (read.status === 'failed' || read.result === null) continue;
        if (best === null || read.result.freshUntil > best.entry.freshUntil) best = { entry: read.result, depth };
      }
      if (best === null) return null;
      const { entry, depth } = best;
      for (const [above, { store, guard }] of guarded.slice(0, depth).entries()) {
        const since = positions[above];
        if (typeof since === 'string') void guard.run(() => store.set(key, entry, { since }));
      }
      return entry;
    },
    async set(key, entry, { since } = {}) {
      const positions = since === undefined ? null : (JSON.parse(since) as readonly (string | null)[]);
      const write = async ({ store, guard }: GuardedTier, depth: number) => {
        const own = positions?.[depth];
        // A tier that could not say where it stands might have thrown anything away since.
        if (own === null || isDeaf(depth)) return FAILED;
        return guard.run(() => store.set(key, entry, own === undefined ? {} : { since: own }));
      };
      const [nearest, ...others] = guarded;
      const outcomes = await Promise.all(others.map((tier, index) => write(tier, index + 1)));
      // What other processes threw away is known in the far tiers first.
      const isRefused = () => outcomes.some((outcome) => outcome.status === 'done' && !outcome.result);
      if (nearest !== undefined && !isRefused()) outcomes.push(await write(nearest, 0));
      if (outcomes.every((outcome) => outcome.status === 'failed')) {
        throw new CacheError('tier-timeout', 'No tier of the cache could store the answer: it will be computed again.');
      }
      return !isRefused();
    },
    async position(of) {
      const taken = await Promise.all(guarded.map(({ store, guard }) => guard.run(() => store.position(of))));
      return JSON.stringify(taken.map((outcome) => (outcome.status === 'done' ? outcome.result : null)));
    },
    delete: async (key) => (await invalidate({ kind: 'key', key }, (store) => store.delete(key))).includes(true),
    async deleteByTag(tag) {
      await invalidate({ kind: 'tag', tag }, (store) => store.deleteByTag(tag));
    },
    deleteByPattern: async (glob) =>
      (await invalidate({ kind: 'pattern', glob }, (store) => store.deleteByPattern(glob)))[0] ?? 0,
  };
}

async function applyTo(store: CacheStore, invalidation: Invalidation): Promise<void> {
  if (invalidation.kind === 'key') await store.delete(invalidation.key);
  else if (invalidation.kind === 'tag') await store.deleteByTag(invalidation.tag);
  else await store.deleteByPattern(invalidation.glob);
}
