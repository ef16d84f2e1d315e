import type { CacheCounters } from './cache-counters.ts';
import type { CacheStatsStore } from './cache-stats-store.ts';

/** A question that the cache answered in the place of a model. */
export interface SavedCall {
  /** Counts up from 1 in one cache: with an id of the cache before it, the id of the saving. */
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What asked; `null` where that was not said. */
  readonly feature: string | null;
  readonly servedModel: string;
  /** What the answer had cost to compute. */
  readonly savedNanoUsd: bigint;
}

export interface StatsWriterOptions {
  readonly counters: CacheCounters;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly store?: CacheStatsStore;
  /** Takes the calls that were spared, each once, to be booked as savings. */
  readonly onSaved?: (saved: readonly SavedCall[]) => Promise<unknown> | undefined;
  /** Hears where they could not be written; they are kept for the next time. */
  readonly onError: (error: unknown) => void;
}

/** Writes down what was counted and saved, now and then, never in the way of an answer. */
export interface StatsWriter {
  /** Notes a call that was spared and writes where it is time to. */
  noted(saved: Omit<SavedCall, 'sequence'> | null): void;
  /** Writes everything down that there is. */
  flush(): Promise<void>;
}

const EVERY_MS = 5_000;
const SAVED_AT_ONCE = 500;
/** While neither can be written: what goes beyond is only counted. */
const SAVED_KEPT = 50_000;

export function createStatsWriter(options: StatsWriterOptions): StatsWriter {
  const { counters, now, store, onSaved, onError } = options;
  let saved: SavedCall[] = [];
  let sequence = 0;
  let lastAt = now();
  let running: Promise<void> = Promise.resolve();

  const write = async () => {
    const lines = store === undefined ? [] : counters.drain();
    const calls = saved;
    saved = [];
    const [stats, savings] = await Promise.allSettled([
      lines.length === 0 ? undefined : store?.add(lines),
      calls.length === 0 ? undefined : onSaved?.(calls),
    ]);
    if (stats.status === 'rejected') {
      counters.takeBack(lines);
      onError(stats.reason);
    }
    if (savings.status === 'rejected') {
      saved = [...calls, ...saved].slice(0, SAVED_KEPT);
      onError(savings.reason);
    }
  };
  const flush = () => {
    lastAt = now();
    running = running.then(write);
    return running;
  };

  return {
    flush,
    noted(call) {
      if (store === undefined && onSaved === undefined) return;
      if (call !== null && onSaved !== undefined && saved.length < SAVED_KEPT) {
        sequence += 1;
        saved.push({ sequence, ...call });
      }
      if (now() - lastAt >= EVERY_MS || saved.length === SAVED_AT_ONCE) void flush();
    },
  };
}
