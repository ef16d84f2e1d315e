import type { Span } from './detector.ts';

const DIGIT_0 = 48;
const DIGIT_9 = 57;
/** Longer heads tell more words apart, shorter ones cost less to look up. */
const LONGEST_HEAD = 3;
/** Of the table of beginnings; a power of two. */
const KEYS = 65_536;

/** The beginnings of some words, by which places in a text are found where one of them may stand. */
export interface Heads {
  readonly id: number;
}

/** Who begins so: by the key of a beginning, and by that of a whole word. */
const beginnings: (number[] | undefined)[] = Array.from({ length: KEYS });
const wholeWords: (number[] | undefined)[] = Array.from({ length: KEYS });
let headCount = 0;

/**
 * Beginnings of words in any case. A word may be the source of a pattern: its head is the word before the first sign that is no
 * letter, whole unless that sign lets more or fewer letters follow.
 */
export function headsOf(words: readonly string[]): Heads {
  const id = headCount++;
  for (const word of words) {
    const plain = /^\p{L}*/u.exec(word)?.[0] ?? '';
    const next = word.slice(plain.length);
    const isOptional = /^[?*{]/.test(next);
    const isWhole = next === '' || /^(?:[ _./'’-]|\\\.)(?![?*{])/.test(next);
    const longest = isWhole ? plain.length : Math.min(LONGEST_HEAD, isOptional ? plain.length - 1 : plain.length);
    const head = plain.slice(0, longest).toLowerCase();
    if (head === '') throw new TypeError(`The label "${word}" begins with no letter: write it so that it does.`);
    let key = 0;
    for (let place = 0; place < head.length; place++) key = nextKey(key, head.charCodeAt(place));
    const table = isWhole ? wholeWords : beginnings;
    const ids = table[key] ?? [];
    if (!ids.includes(id)) ids.push(id);
    table[key] = ids;
  }
  return { id };
}

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
  /** Runs of 0 to 9. */
  readonly digits: readonly Span[];
  #candidates: (number[] | undefined)[] | undefined;

  constructor(text: string) {
    this.text = text;
    const wordStarts: number[] = [];
    const wordEnds: number[] = [];
    const digits: Span[] = [];
    let isInWord = false;
    let digitStart = -1;
    for (let at = 0; at <= text.length; at++) {
      const code = at === text.length ? -1 : text.charCodeAt(at);
      const isDigit = code >= DIGIT_0 && code <= DIGIT_9;
      if (isDigit) {
        if (digitStart < 0) digitStart = at;
      } else if (digitStart >= 0) {
        digits.push({ start: digitStart, end: at });
        digitStart = -1;
      }
      if (isDigit || isLetterOrNumber(text, at, code)) {
        if (!isInWord) wordStarts.push(at);
        isInWord = true;
      } else if (isInWord) {
        wordEnds.push(at);
        isInWord = false;
      }
    }
    this.wordStarts = wordStarts;
    this.wordEnds = wordEnds;
    this.digits = digits;
  }

  /** The beginnings of words at which one of the heads stands, in order. */
  startsOf({ id }: Heads): readonly number[] {
    this.#candidates ??= this.#findCandidates();
    return this.#candidates[id] ?? [];
  }

  #findCandidates(): (number[] | undefined)[] {
    const { text, wordStarts, wordEnds } = this;
    const found: (number[] | undefined)[] = Array.from({ length: headCount });
    const keep = (ids: readonly number[] | undefined, start: number): void => {
      if (ids === undefined) return;
      for (const id of ids) {
        const starts = (found[id] ??= []);
        if (starts[starts.length - 1] !== start) starts.push(start);
      }
    };
    for (let word = 0; word < wordEnds.length; word++) {
      const start = wordStarts[word] as number;
      const end = wordEnds[word] as number;
      let key = 0;
      for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code >= DIGIT_0 && code <= DIGIT_9) break;
        key = nextKey(key, lowerCase(code));
        if (at - start < LONGEST_HEAD) keep(beginnings[key], start);
      }
      keep(wholeWords[key], start);
    }
    return found;
  }
}

/** A place in the table for a beginning. Two beginnings may share one: then a pattern is tried once more than it need be. */
function nextKey(key: number, code: number): number {
  return (key * 8191 + code) & (KEYS - 1);
}

function isLetterOrNumber(text: string, at: number, code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  // Beyond the first plane a letter is two units.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && letterOrNumber.test(text.slice(at - 1, at + 1));
  if (code >= 0xd800 && code <= 0xdbff) return letterOrNumber.test(text.slice(at, at + 2));
  return letterOrNumber.test(text[at] ?? '');
}

const letterOrNumber = /^[\p{L}\p{N}]/u;

function lowerCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** The words that are so long, in characters. */
export function wordsOfLength(
  { wordStarts, wordEnds }: TextIndex,
  { from, to = from }: { readonly from: number; readonly to?: number },
): readonly Span[] {
  const words: Span[] = [];
  for (let place = 0; place < wordEnds.length; place++) {
    const start = wordStarts[place] as number;
    const end = wordEnds[place] as number;
    if (end - start >= from && end - start <= to) words.push({ start, end });
  }
  return words;
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

/** Where runs of digits begin that are so long. */
export function digitStarts(
  { digits }: TextIndex,
  { from, to = Number.POSITIVE_INFINITY }: { readonly from: number; readonly to?: number },
): readonly number[] {
  const starts: number[] = [];
  for (const { start, end } of digits) if (end - start >= from && end - start <= to) starts.push(start);
  return starts;
}

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
