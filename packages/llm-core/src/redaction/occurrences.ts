import type { FoundSpan } from './detector.ts';

/** Shorter values are looked for as whole words only: the user name "ann" is no part of "channel". */
const SHORTEST_PART = 8;

/** Finds known values wherever they stand, also where no detector would see them. */
export function occurrencesOf(values: ReadonlyMap<string, string>): (text: string) => readonly FoundSpan[] {
  if (values.size === 0) return () => [];
  const alternatives = [...values.keys()]
    .sort((one, other) => other.length - one.length)
    .map((value) => {
      const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      return value.length >= SHORTEST_PART ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
    });
  const pattern = new RegExp(alternatives.join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: values.get(match[0]) as string,
      start: match.index,
      end: match.index + match[0].length,
    }));
}
