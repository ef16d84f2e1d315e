import { normalQuantile } from '../../statistics/normal-distribution.ts';
import { studentTwoSidedP } from '../../statistics/student-distribution.ts';
import type { StreamPoint } from '../stream/stream-detector.ts';

/** A series that left its level for good, as far as can be told. */
export interface LevelMovement {
  readonly direction: 'up' | 'down';
  /** Epoch milliseconds of the first value that is taken for the new level. */
  readonly startedAt: number;
  /** Epoch milliseconds of the value that gave it away. */
  readonly detectedAt: number;
  /** Mean of the values before `startedAt`, and of those from it to `detectedAt`. */
  readonly levelBefore: number;
  readonly levelSince: number;
  /** Standard deviation of single values around the level before. */
  readonly spread: number;
}

/** Watches one series, value by value. Nothing later than a value reaches its answer. */
export interface MovementDetector {
  /** A movement at the value that gives it away, once; else `null`. A missing value is skipped. */
  next(point: StreamPoint): LevelMovement | null;
}

export interface MovementDetectorOptions {
  /** Values from which a first level is learnt before anything is said. Default 12. */
  readonly warmUp?: number;
  /**
   * Standard deviations that have to add up, each beyond `slack`. Default 6: fewer than one false alarm in 200 values, also of
   * values that cling a little to the last one.
   */
  readonly threshold?: number;
  /** Standard deviations that a value may lie off without counting: half of the movement looked for. Default 0.5. */
  readonly slack?: number;
  /** Standard deviations that one value counts for at most. Default 4, with which a spike alone is no movement. */
  readonly mostSurprise?: number;
  /**
   * `follows` (the default) compares later values with the new level: for levels. `stays` keeps the level and is silent until
   * the values are back at it: for changes, of which a single large one is an event and the next small one no other.
   */
  readonly level?: 'follows' | 'stays';
}

/** With fewer values of its own a new level still has the spread of the one before. */
const LEAST_OWN_VALUES = 6;
const TAME_SPREADS = 3;

interface Seen {
  readonly timestamp: number;
  readonly value: number;
}

/**
 * Tells when a series leaves its level, for series of dozens of values: sales a week, a monthly index, the spend of a day, a
 * latency. A self-starting cumulative sum (Hawkins and Olwell 1998, chapter 7): every value is compared with what the values
 * before it said, which need not be known beforehand, and surprises of one sign add up. After a movement the new level is
 * what later values are compared with, so that one event is told once.
 *
 * @example
 * const detector = createMovementDetector();
 * for (const day of spend) {
 *   const movement = detector.next({ timestamp: day.at, value: day.costUsd });
 *   if (movement !== null) console.log(movement.direction, movement.levelBefore, movement.levelSince);
 * }
 */
export function createMovementDetector(options: MovementDetectorOptions = {}): MovementDetector {
  const { warmUp = 12, threshold = 6, slack = 0.5, mostSurprise = 4 } = options;
  const follows = options.level !== 'stays';
  let level = createLevel(null);
  let needed = warmUp;
  let up: Run = emptyRun();
  let down: Run = emptyRun();
  return {
    next: ({ timestamp, value }) => {
      if (!Number.isFinite(value)) return null;
      if (level.count < needed) {
        level.add(value);
        return null;
      }
      const surprise = Math.max(-mostSurprise, Math.min(mostSurprise, level.surprise(value)));
      up = grow(up, surprise - slack, { timestamp, value });
      down = grow(down, -surprise - slack, { timestamp, value });
      const run = [up, down].find(({ sum, isTold }) => sum >= threshold && !isTold) ?? null;
      if (run === null) {
        level.add(level.tame(value));
        return null;
      }
      const levelBefore = run.levelBefore ?? level.mean;
      const since = likeliestSince(run.values, levelBefore);
      const movement: LevelMovement = {
        direction: run === up ? 'up' : 'down',
        startedAt: since[0]!.timestamp,
        detectedAt: timestamp,
        levelBefore,
        levelSince: since.reduce((sum, seen) => sum + seen.value, 0) / since.length,
        spread: level.spread,
      };
      if (!follows) {
        level.add(level.tame(value));
        up = { ...up, isTold: up.isTold || run === up };
        down = { ...down, isTold: down.isTold || run === down };
        return movement;
      }
      const next = createLevel({ spread: level.spread, values: LEAST_OWN_VALUES });
      for (const seen of since) next.add(seen.value);
      level = next;
      needed = LEAST_OWN_VALUES;
      up = emptyRun();
      down = emptyRun();
      return movement;
    },
  };

  /** The run with one value more; a run that is used up starts anew. */
  function grow(run: Run, by: number, seen: Seen): Run {
    const sum = run.sum + by;
    if (sum <= 0) return emptyRun();
    if (run.isTold) return { ...run, sum: Math.min(sum, threshold) };
    const levelBefore = run.levelBefore ?? level.mean;
    return { sum, levelBefore, values: [...run.values, seen], isTold: false };
  }
}

/** The last values of a run from where a new level most likely began: the split with the largest likelihood. */
function likeliestSince(values: readonly Seen[], levelBefore: number): readonly Seen[] {
  let best = { from: values.length - 1, gain: -1 };
  let sum = 0;
  for (let from = values.length - 1; from >= 0; from--) {
    sum += values[from]!.value - levelBefore;
    const gain = (sum * sum) / (values.length - from);
    if (gain > best.gain) best = { from, gain };
  }
  return values.slice(best.from);
}

/** Surprises of one sign that add up, with the values that gave them. */
interface Run {
  readonly sum: number;
  /** The level when the run began; `null` while there is none. */
  readonly levelBefore: number | null;
  readonly values: readonly Seen[];
  /** True once it was told, while the level stays. */
  readonly isTold: boolean;
}

function emptyRun(): Run {
  return { sum: 0, levelBefore: null, values: [], isTold: false };
}

/** Mean and spread of the values so far. `prior` is a spread that counts like so many values. */
function createLevel(prior: { readonly spread: number; readonly values: number } | null) {
  let count = 0;
  let mean = 0;
  let squares = 0;
  const freedom = (): number => Math.max(1, count - 1 + (prior === null ? 0 : prior.values));
  const spread = (): number => {
    const known = prior === null ? 0 : prior.values * prior.spread ** 2;
    // A series that never moved has no spread; the least one that rounding leaves keeps comparisons finite.
    return Math.max(Math.sqrt((squares + known) / freedom()), Math.abs(mean) * 1e-9, 1e-12);
  };
  return {
    get count() {
      return count;
    },
    get mean() {
      return mean;
    },
    get spread() {
      return spread();
    },
    add(value: number): void {
      count += 1;
      const step = value - mean;
      mean += step / count;
      squares += step * (value - mean);
    },
    /** How far a value lies off as a standard normal one, whatever number of values the level is known from. */
    surprise(value: number): number {
      const t = (value - mean) / (spread() * Math.sqrt(1 + 1 / count));
      const p = studentTwoSidedP(Math.abs(t), freedom());
      return Math.sign(t) * normalQuantile(1 - Math.max(p, 1e-12) / 2);
    },
    /** The value, brought near enough to the mean that a wild one hardly moves what is known. */
    tame(value: number): number {
      const reach = TAME_SPREADS * spread();
      return Math.max(mean - reach, Math.min(mean + reach, value));
    },
  };
}
