import { isCacheError } from '../errors.ts';
import { withinTime } from '../within-time.ts';

export interface TierGuardOptions {
  /** Named in errors, such as `redis`. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long one operation may be waited for, milliseconds; `Infinity` sets no timer. Default 20. */
  readonly budgetMs?: number;
  /** Failures in a row after which the tier is left alone. One that hangs is left alone at once. Default 3. */
  readonly failuresToOpen?: number;
  /** How long it is left alone at first, milliseconds. After that one operation tries it again. Default 250. */
  readonly openMs?: number;
  /** Each time it fails again it is left alone twice as long, up to this, milliseconds. Default 30,000. */
  readonly maximumOpenMs?: number;
  /** Hears of every failure. Default: nobody is told. */
  readonly onError?: (error: unknown) => void;
}

/** Lets operations through to a tier while it is well. */
export interface TierGuard {
  /** The result of an operation; `failed` where it failed, took too long, or the tier is left alone at present. */
  run<Result>(
    work: () => Promise<Result>,
    options?: {
      /** The budget of this operation where the guard's own is smaller. */
      readonly atLeastMs?: number;
    },
  ): Promise<{ readonly status: 'done'; readonly result: Result } | { readonly status: 'failed' }>;
  /** False while the tier is left alone. */
  isWell(): boolean;
}

/**
 * Gives a tier a time budget and a circuit breaker (Nygard, "Release It!"): a tier that hangs costs its budget once and then
 * nothing until it is tried again. What works against the same server shares one guard.
 */
export function createTierGuard(options: TierGuardOptions): TierGuard {
  const {
    name,
    now,
    budgetMs: usualBudgetMs = 20,
    failuresToOpen = 3,
    openMs = 250,
    maximumOpenMs = 30_000,
    onError,
  } = options;
  const what = `The cache tier "${name}"`;
  let failuresInARow = 0;
  let openings = 0;
  let openUntil = Number.NEGATIVE_INFINITY;
  let trying = false;

  return {
    isWell: () => openings === 0 || (!trying && now() >= openUntil),
    async run(work, { atLeastMs = 0 } = {}) {
      const budgetMs = Math.max(usualBudgetMs, atLeastMs);
      const wasOpen = openings > 0;
      if (wasOpen && (trying || now() < openUntil)) return { status: 'failed' };
      if (wasOpen) trying = true;
      try {
        const working = (async () => work())();
        const result = await (Number.isFinite(budgetMs) ? withinTime(working, { timeoutMs: budgetMs, what }) : working);
        failuresInARow = 0;
        openings = 0;
        return { status: 'done', result };
      } catch (error) {
        failuresInARow += 1;
        const hung = isCacheError(error) && error.code === 'tier-timeout';
        // Of many operations that find it dead at the same time, the first opens.
        if ((hung || wasOpen || failuresInARow >= failuresToOpen) && now() >= openUntil) {
          openUntil = now() + Math.min(openMs * 2 ** openings, maximumOpenMs);
          openings += 1;
        }
        onError?.(error);
        return { status: 'failed' };
      } finally {
        if (wasOpen) trying = false;
      }
    },
  };
}
