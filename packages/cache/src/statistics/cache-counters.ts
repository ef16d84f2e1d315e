import { addCounts, type CacheCounts, type CacheDimension, NO_COUNTS } from './cache-counts.ts';
import type { CacheStatsLine } from './cache-stats-store.ts';

/** Something that happened to one question. */
export interface CountedEvent {
  readonly ttlClass: string;
  readonly tags: readonly string[];
  /** `null` where no model answered. */
  readonly servedModel: string | null;
  /** Why an answer was not stored. */
  readonly refusal?: string;
  readonly counts: Partial<CacheCounts>;
}

export interface CacheCounters {
  count(event: CountedEvent): void;
  /** Everything since the start, by dimension and key. */
  totals(): Readonly<Record<CacheDimension, Readonly<Record<string, CacheCounts>>>>;
  /** What was counted since the last time, to be written down. */
  drain(): readonly CacheStatsLine[];
  /** Takes lines back that could not be written down. */
  takeBack(lines: readonly CacheStatsLine[]): void;
}

type Mutable = { -readonly [Field in keyof CacheCounts]: CacheCounts[Field] };

const DAY_MS = 86_400_000;
/** Tags may be many: from here on, new ones are counted together. */
const TAGS_KEPT_APART = 1_000;
const OTHER_TAGS = '(other)';
const NO_MODEL = '(none)';

/** Counts what happens in this process. Cheap enough to stand in the way of every hit. */
export function createCacheCounters(options: { readonly now: () => number }): CacheCounters {
  const pending = new Map<number, Record<CacheDimension, Map<string, Mutable>>>();
  const written: Record<CacheDimension, Map<string, CacheCounts>> = emptyTallies();
  const knownTags = new Set<string>();
  const tagName = (tag: string): string => {
    if (knownTags.has(tag)) return tag;
    if (knownTags.size >= TAGS_KEPT_APART) return OTHER_TAGS;
    knownTags.add(tag);
    return tag;
  };
  const ofDay = (at: number) => {
    const day = Math.floor(at / DAY_MS);
    const known = pending.get(day);
    if (known !== undefined) return known;
    const created = emptyTallies() as Record<CacheDimension, Map<string, Mutable>>;
    pending.set(day, created);
    return created;
  };

  return {
    count({ ttlClass, tags, servedModel, refusal, counts }) {
      const tallies = ofDay(options.now());
      bump(tallies.class, ttlClass, counts);
      bump(tallies.model, servedModel ?? NO_MODEL, counts);
      for (const tag of tags) bump(tallies.tag, tagName(tag), counts);
      if (refusal !== undefined) bump(tallies.refusal, refusal, counts);
    },
    totals() {
      const result = emptyTallies();
      for (const tallies of [written, ...pending.values()]) merge(result, tallies);
      return {
        class: Object.fromEntries(result.class),
        tag: Object.fromEntries(result.tag),
        model: Object.fromEntries(result.model),
        refusal: Object.fromEntries(result.refusal),
      };
    },
    drain() {
      const lines: CacheStatsLine[] = [];
      for (const [day, tallies] of pending) {
        const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
        for (const [dimension, groups] of Object.entries(tallies) as [CacheDimension, Map<string, CacheCounts>][]) {
          for (const [key, counts] of groups) lines.push({ day: text, dimension, key, ...counts });
        }
        merge(written, tallies);
      }
      pending.clear();
      return lines;
    },
    takeBack(lines) {
      for (const { day, dimension, key, ...counts } of lines) {
        bump(ofDay(Date.parse(day))[dimension], key, counts);
        const taken = written[dimension].get(key);
        if (taken !== undefined) written[dimension].set(key, subtract(taken, counts));
      }
    },
  };
}

function emptyTallies(): Record<CacheDimension, Map<string, CacheCounts>> {
  return { class: new Map(), tag: new Map(), model: new Map(), refusal: new Map() };
}

function bump(group: Map<string, Mutable>, key: string, counts: Partial<CacheCounts>): void {
  let own = group.get(key);
  if (own === undefined) {
    own = { ...NO_COUNTS };
    group.set(key, own);
  }
  own.hits += counts.hits ?? 0;
  own.misses += counts.misses ?? 0;
  own.stale += counts.stale ?? 0;
  own.refusedWrites += counts.refusedWrites ?? 0;
  own.bytesWritten += counts.bytesWritten ?? 0;
  own.savedNanoUsd += counts.savedNanoUsd ?? 0n;
}

function merge(
  into: Record<CacheDimension, Map<string, CacheCounts>>,
  from: Readonly<Record<CacheDimension, ReadonlyMap<string, CacheCounts>>>,
): void {
  for (const [dimension, groups] of Object.entries(from) as [CacheDimension, ReadonlyMap<string, CacheCounts>][]) {
    for (const [key, counts] of groups) {
      into[dimension].set(key, addCounts(into[dimension].get(key) ?? NO_COUNTS, counts));
    }
  }
}

function subtract(from: CacheCounts, counts: CacheCounts): CacheCounts {
  return addCounts(from, {
    hits: -counts.hits,
    misses: -counts.misses,
    stale: -counts.stale,
    refusedWrites: -counts.refusedWrites,
    bytesWritten: -counts.bytesWritten,
    savedNanoUsd: -counts.savedNanoUsd,
  });
}
