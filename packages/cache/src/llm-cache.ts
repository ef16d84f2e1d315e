import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CacheEntry, CachePosition, CacheStore } from './cache-store.ts';
import { createValueCodec, type ValueCodec } from './codec/value-codec.ts';
import type { CachedResponse, Computed, ComputeOptions, EntryOptions, WriteRefusal } from './computed.ts';
import type { CacheKey } from './define-cache-key.ts';
import { CacheError } from './errors.ts';
import { globMatcher } from './glob.ts';
import { checkPattern } from './invalidations/check-pattern.ts';
import { createFlights, type Flight, type Flights } from './single-flight/flights.ts';
import { type LeaseOptions, leasedWork } from './single-flight/leased-work.ts';
import { type CacheCounters, createCacheCounters } from './statistics/cache-counters.ts';
import { addCounts, type CacheCounts, NO_COUNTS } from './statistics/cache-counts.ts';
import type { CacheStatsStore } from './statistics/cache-stats-store.ts';
import { createStatsWriter, type SavedCall, type StatsWriter } from './statistics/stats-writer.ts';
import { toEntry } from './to-entry.ts';

/** Counts of this instance since it was made. */
export interface CacheStats extends CacheCounts {
  readonly storeErrors: number;
  readonly byClass: Readonly<Record<string, CacheCounts>>;
  readonly byTag: Readonly<Record<string, CacheCounts>>;
  readonly byModel: Readonly<Record<string, CacheCounts>>;
  /** Writes that were refused, by reason. */
  readonly refusals: Readonly<Record<string, CacheCounts>>;
}

export interface LLMCacheOptions {
  readonly store: CacheStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** In [0, 1): shortens each lifetime by up to a tenth, so that entries made together do not end together. */
  readonly random: () => number;
  /** Lets equal requests of several processes compute once. Default: once in each process. */
  readonly leases?: LeaseOptions;
  /** How values are written. Default: large ones compressed, none encrypted. */
  readonly codec?: ValueCodec;
  /** Larger values, as they are written, are not stored. Default 1 MiB. */
  readonly maximumValueBytes?: number;
  /** How long after a failure a stale answer is served without trying again, milliseconds. Default 5,000. */
  readonly retryAfterErrorMs?: number;
  /** Where counts are kept beyond this process, written every few seconds. Call `flush` before the process ends. */
  readonly statistics?: CacheStatsStore;
  /** Takes the calls that answers of the cache spared, each once, to be booked as savings. */
  readonly onSaved?: (saved: readonly SavedCall[]) => Promise<unknown> | undefined;
  /** Hears of a store that failed. The answer is computed all the same. Default: nobody is told. */
  readonly onStoreError?: (error: unknown) => void;
}

interface Read {
  readonly entry: CacheEntry;
  readonly value: unknown;
}

/** An answer and what it had cost to compute. */
interface Landing {
  readonly response: CachedResponse<unknown>;
  readonly costNanoUsd: bigint;
  /** True where what it rests on was thrown away while it was computed, by whichever process. */
  readonly isOutdated: boolean;
}

/** What a question is counted under. */
interface Counted {
  readonly ttlClass: string;
  readonly tags: readonly string[];
  readonly feature: string | null;
}

const DEFAULT_MAXIMUM_VALUE_BYTES = 1024 * 1024;
const DEFAULT_RETRY_AFTER_ERROR_MS = 5_000;
const FAILURES_REMEMBERED = 10_000;

/**
 * A cache of validated answers. `getOrCompute` is the way to use it: equal requests that run at the same time compute
 * once, a failed computation is never stored, and a store that fails costs an answer nothing but time.
 *
 * @example
 * const cache = new LLMCache({ store: memoryCacheStore(), now: Date.now, random: Math.random });
 */
export class LLMCache {
  readonly #options: LLMCacheOptions;
  readonly #codec: ValueCodec;
  readonly #counters: CacheCounters;
  readonly #writer: StatsWriter;
  readonly #flights: Flights<Landing> = createFlights();
  readonly #failedAt = new LRUCache<string, number>({ max: FAILURES_REMEMBERED });
  #storeErrors = 0;

  constructor(options: LLMCacheOptions) {
    this.#options = options;
    this.#codec = options.codec ?? createValueCodec();
    this.#counters = createCacheCounters(options);
    this.#writer = createStatsWriter({
      counters: this.#counters,
      now: options.now,
      onError: (error) => this.#failed(error),
      ...(options.statistics === undefined ? {} : { store: options.statistics }),
      ...(options.onSaved === undefined ? {} : { onSaved: options.onSaved }),
    });
  }

  /** The entry of a key, fresh or stale; `null` where there is none, it has expired, or it cannot be read. */
  async get<Value>(key: CacheKey): Promise<CachedResponse<Value> | null> {
    const read = await this.#read(key);
    if (read !== null) return this.#served<Value>({ ...read.entry, feature: null }, this.#kept(key, read));
    this.#missed({ ttlClass: '(none)', tags: [] }, null);
    return null;
  }

  /** Stores an answer. Personal data in the `shared` scope is a `CacheError`; an answer that is not validated is not stored. */
  async set<Value>(key: CacheKey, computed: Computed<Value>, options: EntryOptions): Promise<void> {
    await this.#store(key, computed, options);
  }

  /** Answers why it is not stored; `null` where it is, and where the store failed. */
  async #store<Value>(
    key: CacheKey,
    computed: Computed<Value>,
    options: EntryOptions & { readonly since?: CachePosition },
  ): Promise<WriteRefusal | null> {
    const { now, random, store, maximumValueBytes = DEFAULT_MAXIMUM_VALUE_BYTES } = this.#options;
    const toStore = toEntry(computed, {
      ...options,
      key,
      codec: this.#codec,
      maximumValueBytes,
      storedAt: now(),
      jitter: random(),
    });
    if (toStore.status === 'refused') {
      this.#refuse(computed, { options, refusal: toStore.refusal });
      if (toStore.refusal !== 'personal-data') return toStore.refusal;
      throw new CacheError(
        'shared-personal-data',
        'An answer with personal data cannot be shared: give its key a tenant.',
      );
    }
    const { key: ownKey, entry, bytes } = toStore;
    const since = options.since === undefined ? {} : { since: options.since };
    const isStored = await this.#guarded(() => store.set(ownKey.text, entry, since), null);
    if (isStored === true) this.#counters.count({ ...entry, counts: { bytesWritten: bytes } });
    if (isStored !== false) return null;
    this.#refuse(computed, { options, refusal: 'invalidated' });
    return 'invalidated';
  }

  /**
   * The answer of a key, computed where it is not there. A stale answer is handed out at once and computed again behind
   * it. What `compute` throws reaches every waiter, unless a stale answer can stand in.
   */
  async getOrCompute<Value>(key: CacheKey, options: ComputeOptions<Value>): Promise<CachedResponse<Value>> {
    const counted: Counted = { ...options, ttlClass: options.ttlClass.name, feature: options.feature ?? null };
    const { mode = 'default' } = options;
    const kept = mode !== 'default' || this.#flights.get(key.text) !== undefined ? null : await this.#read(key);
    if (kept !== null) {
      const landing = this.#kept(key, kept);
      if (landing.response.status === 'hit') return this.#served(counted, landing);
      return this.#served(counted, await this.#stale(key, { ...options, landing, freshUntil: kept.entry.freshUntil }));
    }
    try {
      return this.#served(
        counted,
        mode === 'no-store' ? this.#made(await options.compute()) : await this.#land(key, options),
      );
    } catch (error) {
      this.#missed(counted, null);
      throw error;
    }
  }

  /**
   * Throws away entries by tag (`tag:model:911`) or by a glob over keys (`shared:summary:*`). What is being computed
   * meanwhile under them, in whichever process, is not stored.
   */
  async invalidate(pattern: string): Promise<void> {
    checkPattern(pattern);
    const tag = pattern.startsWith('tag:') ? pattern.slice(4) : null;
    const matches = globMatcher(pattern);
    this.#flights.invalidate((key, flight) => (tag === null ? matches(key) : flight.tags.includes(tag)));
    const { store } = this.#options;
    await (tag === null ? store.deleteByPattern(pattern) : store.deleteByTag(tag));
  }

  /** What this instance has seen since it was made. */
  getStats(): Promise<CacheStats> {
    const { class: byClass, tag: byTag, model: byModel, refusal: refusals } = this.#counters.totals();
    const sum = Object.values(byClass).reduce(addCounts, NO_COUNTS);
    return Promise.resolve({ ...sum, storeErrors: this.#storeErrors, byClass, byTag, byModel, refusals });
  }

  /** Writes down what was counted and saved so far. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  /** Past its fresh time: computed behind the reader's back, or before him where it is too old, unless that just failed. */
  async #stale<Value>(
    key: CacheKey,
    options: ComputeOptions<Value> & { readonly landing: Landing; readonly freshUntil: number },
  ): Promise<Landing> {
    const { landing, freshUntil, ttlClass } = options;
    const { now, retryAfterErrorMs = DEFAULT_RETRY_AFTER_ERROR_MS } = this.#options;
    const failedAt = this.#failedAt.get(key.text);
    if (failedAt !== undefined && now() - failedAt < retryAfterErrorMs) return landing;
    const computing = this.#land(key, options);
    const isTooOld = now() >= freshUntil + (ttlClass.staleWhileRevalidateMs ?? Number.POSITIVE_INFINITY);
    const instead = { ...landing, response: { ...landing.response, servedAfterError: true } };
    if (isTooOld) return computing.catch(() => instead);
    computing.catch(() => undefined);
    return landing;
  }

  /**
   * What is computed for the key now, by whomever. Who joined what turned out to be outdated may have asked after it was
   * thrown away: he starts anew, or joins what began after he had asked.
   */
  async #land<Value>(key: CacheKey, options: ComputeOptions<Value>): Promise<Landing> {
    const running = options.mode === 'reload' ? undefined : this.#flights.get(key.text);
    if (running === undefined) return this.#start(key, options);
    let joined = await running.landing;
    if (joined.isOutdated) {
      const next = this.#flights.get(key.text);
      if (next === undefined) return this.#start(key, options);
      joined = await next.landing;
    }
    return { ...joined, response: { ...joined.response, status: 'hit' } };
  }

  #start<Value>(key: CacheKey, options: ComputeOptions<Value>): Promise<Landing> {
    const { leases, now } = this.#options;
    const isReload = options.mode === 'reload';
    const work = async (flight: Flight<Landing>): Promise<Landing> => {
      const compute = () => this.#compute(key, { ...options, flight });
      try {
        const landed =
          leases === undefined
            ? await compute()
            : await leasedWork<Landing>(await this.#leaseKey(key, options), {
                ...leases,
                onError: (error) => this.#failed(error),
                look: () => this.#look(key, { flight, isReload }),
                work: compute,
              });
        this.#failedAt.delete(key.text);
        return landed;
      } catch (error) {
        this.#failedAt.set(key.text, now());
        throw error;
      }
    };
    return this.#flights.start(key.text, { tags: options.tags, startedAt: now(), work }).landing;
  }

  /** One lease for equal questions between which nothing was thrown away. */
  async #leaseKey(key: CacheKey, { tags }: Pick<EntryOptions, 'tags'>): Promise<string> {
    const positions = this.#options.leases?.positions;
    if (positions === undefined) return key.text;
    const position = await this.#guarded(() => positions.position({ tags }), null);
    return position === null
      ? key.text
      : `${key.text}@${createHash('sha256').update(position).digest('hex').slice(0, 16)}`;
  }

  async #compute<Value>(
    key: CacheKey,
    options: ComputeOptions<Value> & { readonly flight: Flight<Landing> },
  ): Promise<Landing> {
    const { store } = this.#options;
    const since = await this.#guarded(() => store.position({ tags: options.tags }), null);
    const computed = await options.compute();
    if (options.flight.isInvalidated) {
      this.#refuse(computed, { options, refusal: 'invalidated' });
      return { ...this.#made(computed), isOutdated: true };
    }
    // A store that could not say where it stands might have thrown anything away meanwhile.
    if (since === null) return this.#made(computed);
    const refusal = await this.#store(key, computed, { ...options, since });
    // What is stored has been compared with what was thrown away; what is handed on only is compared here.
    const isOutdated =
      refusal === 'invalidated' ||
      (refusal !== null && (await this.#guarded(() => store.position({ tags: options.tags }), since)) !== since);
    return { ...this.#made(computed), isOutdated };
  }

  /** What another process has stored since this flight began. */
  async #look(
    key: CacheKey,
    { flight, isReload }: { readonly flight: Flight<Landing>; readonly isReload: boolean },
  ): Promise<Landing | null> {
    const read = await this.#read(key);
    if (read === null || flight.isInvalidated || read.entry.freshUntil <= this.#options.now()) return null;
    return isReload && read.entry.storedAt < flight.startedAt ? null : this.#kept(key, read);
  }

  #read(key: CacheKey): Promise<Read | null> {
    const now = this.#options.now();
    return this.#guarded(async () => {
      const entry = await this.#options.store.get(key.text, { now });
      const json = entry === null ? null : this.#codec.decode(entry.value, key);
      if (entry === null || json === null) return null;
      try {
        return { entry, value: JSON.parse(json) as unknown };
      } catch {
        return null;
      }
    }, null);
  }

  #kept(key: CacheKey, { entry, value }: Read): Landing {
    const now = this.#options.now();
    const { servedModel, storedAt, costNanoUsd, freshUntil } = entry;
    const status = freshUntil > now ? 'hit' : 'stale';
    const servedAfterError = status === 'stale' && this.#failedAt.has(key.text);
    const response = { value, status, servedAfterError, servedModel, storedAt, ageMs: now - storedAt } as const;
    return { response, costNanoUsd, isOutdated: false };
  }

  #made({ value, servedModel, costNanoUsd }: Computed<unknown>): Landing {
    const storedAt = this.#options.now();
    return {
      response: { value, status: 'computed', servedAfterError: false, servedModel, storedAt, ageMs: 0 },
      costNanoUsd,
      isOutdated: false,
    };
  }

  /** Counts an answer as it is handed out. */
  #served<Value>(counted: Counted, { response, costNanoUsd }: Landing): CachedResponse<Value> {
    const { servedModel, status } = response;
    if (status === 'computed') this.#missed(counted, servedModel);
    else {
      const counts =
        status === 'hit' ? { hits: 1, savedNanoUsd: costNanoUsd } : { stale: 1, savedNanoUsd: costNanoUsd };
      this.#counters.count({ ttlClass: counted.ttlClass, tags: counted.tags, servedModel, counts });
      const { feature } = counted;
      const at = this.#options.now();
      this.#writer.noted(costNanoUsd === 0n ? null : { at, feature, servedModel, savedNanoUsd: costNanoUsd });
    }
    return response as CachedResponse<Value>;
  }

  #missed({ ttlClass, tags }: Pick<Counted, 'ttlClass' | 'tags'>, servedModel: string | null): void {
    this.#counters.count({ ttlClass, tags, servedModel, counts: { misses: 1 } });
    this.#writer.noted(null);
  }

  #refuse(
    { servedModel }: Computed<unknown>,
    { options, refusal }: { readonly options: EntryOptions; readonly refusal: WriteRefusal },
  ): void {
    const { ttlClass, tags } = options;
    this.#counters.count({ ttlClass: ttlClass.name, tags, servedModel, refusal, counts: { refusedWrites: 1 } });
    this.#writer.noted(null);
  }

  async #guarded<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#failed(error);
      return otherwise;
    }
  }

  #failed(error: unknown): void {
    this.#storeErrors += 1;
    this.#options.onStoreError?.(error);
  }
}
