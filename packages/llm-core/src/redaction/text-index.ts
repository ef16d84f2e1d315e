import { HeadFinder, type Heads, lowerCase } from './heads.ts';
import type { Span } from './detector.ts';

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const SPACE = 32;
const LONG_WORD = 16;

/**
 * Where words and runs of digits stand in a text: one look at each character, so that no pattern has to be tried at all of
 * them. Made for one text and forgotten with it.
 */
export class TextIndex {
  readonly text: string;
  /** Where runs of letters and digits begin that touch none. */
  readonly wordStarts: readonly number[];
  /** Where each of them ends. */
  readonly wordEnds: readonly number[];
  /** The words of at least 16 characters. */
  readonly longWords: readonly Span[];
  /** Runs of 0 to 9. */
  readonly digits: readonly Span[];
  readonly #heads: readonly (readonly number[] | undefined)[];

  constructor(text: string) {
    this.text = text;
    const wordStarts: number[] = [];
    const wordEnds: number[] = [];
    const longWords: Span[] = [];
    const digits: Span[] = [];
    const finder = new HeadFinder(text);
    let wordStart = -1;
    let digitStart = -1;
    // Of a word that goes on with digits the letters before them count.
    let isInLetters = false;
    for (let at = 0; at <= text.length; at++) {
      const code = at === text.length ? SPACE : text.charCodeAt(at);
      const letter = code < 128 ? (asciiLetters[code] as number) : otherLetter(text, at, code);
      const isDigit = code >= DIGIT_0 && code <= DIGIT_9;
      if (isDigit) {
        if (digitStart < 0) digitStart = at;
      } else if (digitStart >= 0) {
        digits.push({ start: digitStart, end: at });
        digitStart = -1;
      }
      if (isInLetters && letter === 0) {
        finder.end(at);
        isInLetters = false;
      }
      if (letter === 0 && !isDigit) {
        if (wordStart < 0) continue;
        wordEnds.push(at);
        if (at - wordStart >= LONG_WORD) longWords.push({ start: wordStart, end: at });
        wordStart = -1;
        continue;
      }
      if (wordStart < 0) {
        wordStart = at;
        wordStarts.push(at);
        if (letter !== 0) {
          finder.begin(at);
          isInLetters = true;
        }
      }
      if (isInLetters) finder.letter(letter);
    }
    this.wordStarts = wordStarts;
    this.wordEnds = wordEnds;
    this.longWords = longWords;
    this.digits = digits;
    this.#heads = finder.found;
  }

  /** The beginnings of words at which one of the heads stands, in order. */
  startsOf({ id }: Heads): readonly number[] {
    return this.#heads[id] ?? noPlaces;
  }

  /** Whether one of the heads stands anywhere. */
  has(heads: Heads): boolean {
    return this.startsOf(heads).length > 0;
  }
}

const noPlaces: readonly number[] = [];

/** Letters of ASCII in lower case; 0 for what is none. */
const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) => {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return isLetter ? code | 32 : 0;
});

/** A letter or number beyond ASCII in lower case; 0 for what is neither. */
function otherLetter(text: string, at: number, code: number): number {
  return isLetterOrNumber(text, at, code) ? lowerCase(code) : 0;
}

function isLetterOrNumber(text: string, at: number, code: number): boolean {
  // Latin letters with marks: all but the signs of multiplication and division.
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  // Beyond the first plane a letter is two units.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && letterOrNumber.test(text.slice(at - 1, at + 1));
  if (code >= 0xd800 && code <= 0xdbff) return letterOrNumber.test(text.slice(at, at + 2));
  return letterOrNumber.test(text[at] ?? '');
}

const letterOrNumber = /^[\p{L}\p{N}]/u;

/** The words that are so long, in characters: at least 16. */
export function wordsOfLength(
  { longWords }: TextIndex,
  { from, to = from }: { readonly from: number; readonly to?: number },
): readonly Span[] {
  return longWords.filter(({ start, end }) => end - start >= from && end - start <= to);
}

/** The matches of a sticky pattern at some places, in order, none inside another. */
export function matchesAt(text: string, pattern: RegExp, starts: readonly number[]): readonly FoundText[] {
  let found: FoundText[] | undefined;
  let free = 0;
  for (const start of starts) {
    if (start < free) continue;
    pattern.lastIndex = start;
    const value = pattern.exec(text)?.[0];
    if (value === undefined) continue;
    free = start + Math.max(1, value.length);
    (found ??= []).push({ start, value });
  }
  return found ?? nothing;
}

/** What a pattern found, and where. */
export interface FoundText {
  readonly start: number;
  readonly value: string;
}

const nothing: readonly FoundText[] = [];

/** The whole stretch without white space around a place. */
export function tokenAround(text: string, at: number): Span {
  let start = at;
  let end = at;
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return { start, end };
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 160 || (code > 5000 && /\s/.test(String.fromCharCode(code)))
  );
}
