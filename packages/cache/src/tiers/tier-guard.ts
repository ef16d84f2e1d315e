import { withinTime } from '../within-time.ts';

export interface TierGuardOptions {
  /** Named in errors. */
  readonly name: string;
  /** How long one operation may be waited for, milliseconds; `Infinity` sets no timer. */
  readonly budgetMs: number;
  /** Failures in a row after which the tier is left alone. */
  readonly failuresToOpen: number;
  /** How long it is left alone, milliseconds. After that one operation tries it again. */
  readonly openMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Hears of every failure. */
  readonly onError: (error: unknown) => void;
}

/** Lets operations through to a tier while it is well. */
export interface TierGuard {
  /** The result of an operation; `failed` where it failed, took too long, or the tier is left alone at present. */
  run<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly status: 'done'; readonly result: Result } | { readonly status: 'failed' }>;
}

/**
 * Gives a tier a time budget and a circuit breaker (Nygard, "Release It!"): a tier that hangs costs its budget a few times
 * and then nothing until it is tried again.
 */
export function createTierGuard(options: TierGuardOptions): TierGuard {
  const { name, budgetMs, failuresToOpen, openMs, now, onError } = options;
  const what = `The cache tier "${name}"`;
  let failuresInARow = 0;
  let openUntil = Number.NEGATIVE_INFINITY;
  let trying = false;

  return {
    async run(work) {
      const isOpen = failuresInARow >= failuresToOpen;
      if (isOpen && (trying || now() < openUntil)) return { status: 'failed' };
      if (isOpen) trying = true;
      try {
        const working = (async () => work())();
        const result = await (Number.isFinite(budgetMs) ? withinTime(working, { timeoutMs: budgetMs, what }) : working);
        failuresInARow = 0;
        return { status: 'done', result };
      } catch (error) {
        failuresInARow += 1;
        openUntil = now() + openMs;
        onError(error);
        return { status: 'failed' };
      } finally {
        if (isOpen) trying = false;
      }
    },
  };
}
