// U+0000 as JSON writes it, or half of a surrogate pair: Postgres takes neither.
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

/**
 * A value as JSON text for a parameter: always text, because `pg` would write a plain array as a Postgres array. What
 * Postgres cannot hold (U+0000 and half surrogate pairs) becomes U+FFFD, so that no text of a source can fail a batch.
 */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return UNSTORABLE.test(text) ? JSON.stringify(storable(value)) : text;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [storable(key), storable(field)]));
}
