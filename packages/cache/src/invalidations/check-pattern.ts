import { CacheError } from '../errors.ts';

/** Throws `invalid-key` where a pattern names nothing. */
export function checkPattern(pattern: string): void {
  if (pattern !== '' && pattern !== 'tag:') return;
  throw new CacheError('invalid-key', 'Say what to throw away: "tag:" and a tag, or a glob over keys.');
}
