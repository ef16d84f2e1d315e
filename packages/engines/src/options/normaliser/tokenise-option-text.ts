import { normalWord } from './normal-word.ts';
import type { OptionToken, TokenBreak } from './option-token.ts';

const PIECE = /w\/o\b|\bn\/a\b|\ba\/c\b|\bw\/|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?(?:\.\d+)?\+?|[^\s\p{L}\p{N}]/giu;
const BRACKETS = new Set(['(', ')', '[', ']']);
const HARD = new Set(['.', ';', '!', '?', '|', '•', '·', '{', '}', '–', '—', ':', '*']);

/** Shortened words of order guides, whose full stop ends no clause. */
const SHORTENED = new Set(['adj', 'elec', 'electr', 'ext', 'frt', 'incl', 'mech']);

/**
 * The words of a text about a car, with what parts them. A sign that joins (`&`, `+`, `/`) becomes `and`, a plus behind a
 * word becomes `plus`. Empty for a text without words.
 */
export function tokeniseOptionText(text: string): readonly OptionToken[] {
  const tokens: OptionToken[] = [];
  let pending: TokenBreak = 'hard';
  let lastEnd = 0;
  let lastWordStart = 0;
  let lastWordEnd = 0;
  const isUnbroken = (): boolean => pending === 'none';
  const push = (word: string, start: number, end: number): void => {
    tokens.push({ word, start, end, breakBefore: pending, signsBefore: text.slice(lastWordEnd, start) });
    pending = 'none';
    lastWordStart = start;
    lastWordEnd = end;
  };
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0].toLowerCase();
    const start = match.index;
    const end = start + piece.length;
    const gap = text.slice(lastEnd, start);
    if (/[\r\n]/.test(gap)) pending = 'hard';
    lastEnd = end;
    if (/[\p{L}\p{N}]/u.test(piece)) {
      for (const word of wordsOf(piece)) push(word, start, end);
    } else if (piece === '&' || piece === '/' || piece === '+') {
      if (isUnbroken()) push('and', start, end);
    } else if (piece === ',') {
      if (isUnbroken()) pending = 'soft';
    } else if (BRACKETS.has(piece)) {
      if (pending !== 'hard') pending = 'bracket';
    } else if (piece === '.' && gap === '' && SHORTENED.has(text.slice(lastWordStart, lastWordEnd).toLowerCase())) {
      // The next word belongs to this one.
    } else if (HARD.has(piece) || (piece === '-' && /\s/.test(gap) && /\s/.test(text.charAt(end)))) {
      pending = 'hard';
    }
  }
  return tokens;
}

function wordsOf(piece: string): readonly string[] {
  if (piece === 'w/o') return ['without'];
  if (piece === 'w/') return ['with'];
  if (piece === 'n/a') return ['na'];
  if (piece === 'a/c') return ['ac'];
  const counted = /^(\d+)(spd|speed|way|door|inch|cd|disc|disk)$/.exec(piece);
  if (counted !== null) return [counted[1] ?? '', normalWord(counted[2] ?? '')];
  const plus = piece.endsWith('+');
  const words = normalWord((plus ? piece.slice(0, -1) : piece).replace(/['’]/g, '')).split(' ');
  return plus ? [...words, 'plus'] : words;
}
