import { INTENT_PATTERNS } from './intent-patterns.ts';
import { DROPPED } from './dropped-filters.ts';

/** Rules with their gaps as groups, so that a match tells what it has read and what it has passed over. */
const PATTERNS = [...INTENT_PATTERNS, ...DROPPED.map(([pattern]) => pattern)].map(
  ({ source }) =>
    new RegExp(
      source.replace(/\.(?:\{\d+,\d+\}|\*)/g, (gap) => `(${gap})`),
      'gd',
    ),
);

/** Words of a text that some rule reads, at whatever place: all that they match but for their gaps. */
export function readWords(text: string): ReadonlySet<string> {
  const read = new Set<string>();
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const gaps = (match.indices ?? []).slice(1).filter((gap) => gap !== undefined);
      let matched = match[0];
      // From the back, so that places before stay what they are.
      for (const [start, end] of gaps.toReversed()) {
        matched = `${matched.slice(0, start - match.index)} , ${matched.slice(end - match.index)}`;
      }
      for (const word of matched.match(/[a-z0-9]+/g) ?? []) read.add(word);
    }
  }
  return read;
}

/** Every word that stands in some rule as it is: what a misspelt word may have been. */
export const RULE_WORDS: ReadonlySet<string> = new Set(
  PATTERNS.flatMap(({ source }) => source.match(/(?<![a-z\\[])[a-z]{4,}(?![a-z]*[\](?])/g) ?? []),
);
