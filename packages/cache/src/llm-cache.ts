import type { CacheEntry, CacheStore } from './cache-store.ts';
import type { CacheKey } from './define-cache-key.ts';
import { CacheError } from './errors.ts';
import type { TtlClass } from './ttl-class.ts';

/** What a computation came to. Only `validated` answers are stored. */
export interface Computed<Value> {
  readonly value: Value;
  /** `template` answers, refusals and answers that failed a check are handed on but never stored. */
  readonly outcome: 'validated' | 'template' | 'refused' | 'truncated' | 'invalid';
  /** The model that answered, which need not be the one that was asked. */
  readonly servedModel: string;
  readonly containsPersonalData: boolean;
  readonly costNanoUsd: bigint;
}

export interface CachedResponse<Value> {
  readonly value: Value;
  /** `hit`: fresh from the cache. `stale`: from the cache, being computed again. `computed`: just now. */
  readonly status: 'hit' | 'stale' | 'computed';
  /** True for a stale answer whose last computation failed: it is the best there is, and may stay so. */
  readonly servedAfterError: boolean;
  readonly servedModel: string;
  readonly storedAt: number;
}

export interface CacheStats {
  readonly hits: number;
  readonly misses: number;
  readonly stale: number;
  readonly refusedWrites: number;
  readonly storeErrors: number;
  readonly savedNanoUsd: bigint;
  readonly byClass: Readonly<
    Record<string, { readonly hits: number; readonly misses: number; readonly stale: number }>
  >;
}

export interface LLMCacheOptions {
  readonly store: CacheStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** In [0, 1): shortens each lifetime by up to a tenth, so that entries made together do not end together. */
  readonly random: () => number;
  /** Hears of a store that failed. The answer is computed all the same. Default: nobody is told. */
  readonly onStoreError?: (error: unknown) => void;
}

export interface EntryOptions {
  readonly ttlClass: TtlClass;
  readonly tags: readonly string[];
}

/**
 * A cache of validated answers. `getOrCompute` is the way to use it: equal requests that run at the same time compute
 * once, a failed computation is never stored, and a store that fails costs an answer nothing but time.
 *
 * @example
 * const cache = new LLMCache({ store: memoryCacheStore(), now: Date.now, random: Math.random });
 */
export class LLMCache {
  readonly #options: LLMCacheOptions;
  readonly #flights = new Map<string, Promise<CachedResponse<unknown>>>();
  readonly #failedRefreshes = new Set<string>();
  readonly #byClass = new Map<string, { hits: number; misses: number; stale: number }>();
  #refusedWrites = 0;
  #storeErrors = 0;
  #savedNanoUsd = 0n;

  constructor(options: LLMCacheOptions) {
    this.#options = options;
  }

  /** The entry of a key, fresh or stale; `null` where there is none, it has expired, or its text cannot be read. */
  async get<Value>(key: CacheKey): Promise<CachedResponse<Value> | null> {
    const entry = await this.#read(key);
    return entry === null ? null : this.#response<Value>(key, entry);
  }

  /** Stores an answer. Personal data in the `shared` scope is a `CacheError`; an answer that is not validated is not stored. */
  async set<Value>(key: CacheKey, computed: Computed<Value>, options: EntryOptions): Promise<void> {
    if (key.scope === 'shared' && computed.containsPersonalData) {
      throw new CacheError(
        'shared-personal-data',
        'An answer with personal data cannot be shared: give its key a tenant.',
      );
    }
    if (computed.outcome !== 'validated') {
      this.#refusedWrites += 1;
      return;
    }
    const storedAt = this.#options.now();
    const scale = 1 - this.#options.random() / 10;
    const entry: CacheEntry = {
      value: JSON.stringify(computed.value),
      storedAt,
      freshUntil: storedAt + Math.round(options.ttlClass.freshMs * scale),
      expiresAt: storedAt + Math.round(options.ttlClass.maximumAgeMs * scale),
      tags: options.tags,
      ttlClass: options.ttlClass.name,
      servedModel: computed.servedModel,
      costNanoUsd: computed.costNanoUsd,
    };
    await this.#guarded(() => this.#options.store.set(key.text, entry), undefined);
  }

  /**
   * The answer of a key, computed where it is not there. A stale answer is handed out at once and computed again behind
   * it. What `compute` throws reaches every waiter, unless a stale answer can stand in.
   */
  async getOrCompute<Value>(
    key: CacheKey,
    options: EntryOptions & { readonly compute: () => Promise<Computed<Value>> },
  ): Promise<CachedResponse<Value>> {
    const entry = await this.#read(key);
    const cached = entry === null ? null : this.#response<Value>(key, entry);
    this.#count(options.ttlClass.name, cached?.status ?? 'computed');
    if (entry !== null && cached !== null) {
      this.#savedNanoUsd += entry.costNanoUsd;
      if (cached.status === 'hit') return cached;
      this.#compute(key, options).catch(() => this.#failedRefreshes.add(key.text));
      return cached;
    }
    return this.#compute(key, options);
  }

  /** Throws away entries by tag (`tag:model:911`) or by a glob over keys (`shared:summary:*`). */
  async invalidate(pattern: string): Promise<void> {
    const { store } = this.#options;
    await (pattern.startsWith('tag:') ? store.deleteByTag(pattern.slice(4)) : store.deleteByPattern(pattern));
  }

  /** What this instance has seen since it was made. */
  getStats(): Promise<CacheStats> {
    const byClass = Object.fromEntries([...this.#byClass].map(([name, counts]) => [name, { ...counts }]));
    const sum = (field: 'hits' | 'misses' | 'stale') =>
      Object.values(byClass).reduce((total, counts) => total + counts[field], 0);
    return Promise.resolve({
      hits: sum('hits'),
      misses: sum('misses'),
      stale: sum('stale'),
      refusedWrites: this.#refusedWrites,
      storeErrors: this.#storeErrors,
      savedNanoUsd: this.#savedNanoUsd,
      byClass,
    });
  }

  #compute<Value>(
    key: CacheKey,
    options: EntryOptions & { readonly compute: () => Promise<Computed<Value>> },
  ): Promise<CachedResponse<Value>> {
    const running = this.#flights.get(key.text);
    if (running !== undefined) return running as Promise<CachedResponse<Value>>;
    const flight = (async (): Promise<CachedResponse<Value>> => {
      const computed = await options.compute();
      await this.set(key, computed, options);
      this.#failedRefreshes.delete(key.text);
      return {
        value: computed.value,
        status: 'computed',
        servedAfterError: false,
        servedModel: computed.servedModel,
        storedAt: this.#options.now(),
      };
    })().finally(() => this.#flights.delete(key.text));
    this.#flights.set(key.text, flight);
    return flight;
  }

  #read(key: CacheKey): Promise<CacheEntry | null> {
    const now = this.#options.now();
    return this.#guarded(async () => {
      const entry = await this.#options.store.get(key.text, { now });
      if (entry !== null) JSON.parse(entry.value);
      return entry;
    }, null);
  }

  #response<Value>(key: CacheKey, entry: CacheEntry): CachedResponse<Value> {
    const status = entry.freshUntil > this.#options.now() ? 'hit' : 'stale';
    return {
      value: JSON.parse(entry.value) as Value,
      status,
      servedAfterError: status === 'stale' && this.#failedRefreshes.has(key.text),
      servedModel: entry.servedModel,
      storedAt: entry.storedAt,
    };
  }

  async #guarded<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#storeErrors += 1;
      this.#options.onStoreError?.(error);
      return otherwise;
    }
  }

  #count(ttlClass: string, status: CachedResponse<unknown>['status']): void {
    const counts = this.#byClass.get(ttlClass) ?? { hits: 0, misses: 0, stale: 0 };
    if (status === 'hit') counts.hits += 1;
    else if (status === 'stale') counts.stale += 1;
    else counts.misses += 1;
    this.#byClass.set(ttlClass, counts);
  }
}
