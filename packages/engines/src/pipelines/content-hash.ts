import { createHash } from 'node:crypto';
import { canonicalJson } from '../market/canonical-json.ts';

/** SHA-256 of the canonical JSON of a value, hexadecimal: equal content has an equal hash. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
