import type { FoundSpan } from './detector.ts';

/** Shorter values are looked for as whole words only: the user name "ann" is no part of "channel". */
const SHORTEST_PART = 8;
const letterOrNumber = /[\p{L}\p{N}]/u;

/** Finds known values wherever they stand, also where no detector would see them. Finds of several values may overlap. */
export function occurrencesOf(text: string, values: ReadonlyMap<string, string>): readonly FoundSpan[] {
  const found: FoundSpan[] = [];
  for (const [value, kind] of values) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      const end = start + value.length;
      if (value.length >= SHORTEST_PART || isWhole(text, { start, end })) found.push({ kind, start, end });
    }
  }
  return found;
}

function isWhole(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before =
    start === 0
      ? ''
      : String.fromCodePoint(text.codePointAt(start >= 2 && isLow(text, start - 1) ? start - 2 : start - 1) ?? 32);
  const after = end >= text.length ? '' : String.fromCodePoint(text.codePointAt(end) ?? 32);
  return !letterOrNumber.test(before) && !letterOrNumber.test(after);
}

/** True for the second half of a character beyond the first plane. */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
