import type { Drive } from '../vehicle.ts';

const DRIVES: Readonly<Record<string, Drive>> = {
  '4x4': 'all-wheel',
  '4wd': 'all-wheel',
  awd: 'all-wheel',
  'all-wheel-drive': 'all-wheel',
  'four-wheel-drive': 'all-wheel',
  xdrive: 'all-wheel',
  quattro: 'all-wheel',
  '4matic': 'all-wheel',
  '4motion': 'all-wheel',
  'sh-awd': 'all-wheel',
  rwd: 'rear-wheel',
  sdrive: 'rear-wheel',
  fwd: 'front-wheel',
};

/** The driven wheels that words name first, or `null`. A `4x2` or `2WD` does not say which two. */
export function driveOf(words: readonly string[]): Drive | null {
  for (const word of words) {
    if (Object.hasOwn(DRIVES, word)) return DRIVES[word] ?? null;
    if (/^xdrive\d/.test(word)) return 'all-wheel';
    if (/^sdrive\d/.test(word)) return 'rear-wheel';
  }
  return null;
}
