import type { CacheEntry } from './cache-store.ts';

/** Stands in front of every entry that is written as text; a change of the form below takes a new one. */
const VERSION = 'pa1:';

interface EntryForm extends Omit<CacheEntry, 'costNanoUsd'> {
  /** JSON has no bigint. */
  readonly costNanoUsd: string;
  /** What a store keeps beside the entry. */
  readonly beside: readonly string[];
}

/** An entry as one line of text, with what a store keeps beside it. */
export function toEntryText(entry: CacheEntry, options: { readonly beside: readonly string[] }): string {
  const form: EntryForm = { ...entry, costNanoUsd: entry.costNanoUsd.toString(), beside: options.beside };
  return VERSION + JSON.stringify(form);
}

/** The entry of a text; `null` for a text of another version and for one that is damaged, which are misses. */
export function fromEntryText(text: string): { readonly entry: CacheEntry; readonly beside: readonly string[] } | null {
  if (!text.startsWith(VERSION)) return null;
  try {
    const { beside, costNanoUsd, ...rest } = JSON.parse(text.slice(VERSION.length)) as EntryForm;
    const entry: CacheEntry = { ...rest, costNanoUsd: BigInt(costNanoUsd) };
    return isEntry(entry) && isTexts(beside) ? { entry, beside } : null;
  } catch {
    return null;
  }
}

function isEntry(entry: CacheEntry): boolean {
  const texts = [entry.value, entry.ttlClass, entry.servedModel];
  const instants = [entry.storedAt, entry.freshUntil, entry.expiresAt];
  return texts.every((text) => typeof text === 'string') && instants.every(Number.isFinite) && isTexts(entry.tags);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
