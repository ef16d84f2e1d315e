import type { CacheEntry } from './cache-store.ts';
import type { ValueCodec } from './codec/value-codec.ts';
import type { Computed, EntryOptions, WriteRefusal } from './computed.ts';
import type { CacheKey } from './define-cache-key.ts';
import { isServedAs } from './served-model.ts';

/** An answer as it is to be stored, or why it is not. */
export type ToStore =
  | { readonly status: 'store'; readonly key: CacheKey; readonly entry: CacheEntry; readonly bytes: number }
  | { readonly status: 'refused'; readonly refusal: WriteRefusal };

/** Decides whether and how an answer is stored. What a fallback answered goes under the key of the model that did. */
export function toEntry<Value>(
  computed: Computed<Value>,
  options: EntryOptions & {
    readonly key: CacheKey;
    readonly codec: ValueCodec;
    readonly maximumValueBytes: number;
    /** Epoch milliseconds. */
    readonly storedAt: number;
    /** In [0, 1): how much of the tenth of jitter is taken off. */
    readonly jitter: number;
  },
): ToStore {
  const { key: asked, codec, maximumValueBytes, storedAt, jitter, ttlClass, tags, model } = options;
  const { outcome, servedModel, costNanoUsd, containsPersonalData } = computed;
  if (asked.scope === 'shared' && containsPersonalData) return { status: 'refused', refusal: 'personal-data' };
  if (outcome !== 'validated') return { status: 'refused', refusal: outcome };
  const key = model === undefined || isServedAs(model.requested, servedModel) ? asked : model.keyOf(servedModel);
  const json = jsonOf(computed.value);
  if (json === null) return { status: 'refused', refusal: 'not-json' };
  const value = codec.encode(json, key);
  const bytes = Buffer.byteLength(value);
  if (bytes > maximumValueBytes) return { status: 'refused', refusal: 'too-large' };
  const scale = 1 - jitter / 10;
  const entry: CacheEntry = {
    value,
    storedAt,
    freshUntil: storedAt + Math.round(ttlClass.freshMs * scale),
    expiresAt: storedAt + Math.round(ttlClass.maximumAgeMs * scale),
    tags,
    ttlClass: ttlClass.name,
    servedModel,
    costNanoUsd,
  };
  return { status: 'store', key, entry, bytes };
}

/** `null` for what JSON cannot hold. */
function jsonOf(value: unknown): string | null {
  try {
    return (JSON.stringify(value) as string | undefined) ?? null;
  } catch {
    return null;
  }
}
