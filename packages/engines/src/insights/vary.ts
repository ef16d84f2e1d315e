import { textHash } from '../statistics/text-hash.ts';
import type { IsoDate } from '../market/calendar.ts';

const DAY_MS = 86_400_000;

/**
 * One of several ways to say the same, by rule and not by chance: the next one each day, so that two days in a row never
 * read alike, and another one for each subject, so that the texts of one day do not either.
 */
export function vary<Way>(
  ways: readonly [Way, ...Way[]],
  options: { readonly day: IsoDate; readonly subject: string },
): Way {
  const day = Math.floor(Date.parse(`${options.day}T00:00:00Z`) / DAY_MS);
  return ways[(day + textHash(options.subject)) % ways.length] ?? ways[0];
}
