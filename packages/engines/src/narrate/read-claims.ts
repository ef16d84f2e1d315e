import type { Claim, Claims, DirectionClaim, OrderClaim, Place, UnprovableClaim } from './claim.ts';
import { createTextMask, type TextMask } from './text-mask.ts';
import { DIRECTION_WORDS } from './direction-words.ts';
import type { FactSheet } from './fact-sheet.ts';
import { LOADED_PHRASES, LOADED_WORDS, NEUTRAL_PHRASES } from './loaded-words.ts';
import { NUMBER_WORDS, RATIO_WORDS, UNPROVABLE_TIMES } from './number-words.ts';
import { ORDINALS, SUPERLATIVES } from './rank-words.ts';
import { takeCounts, takeDates, takePrices, takeShares, takeUnread } from './read-figures.ts';
import { takeBareNames, takeNames, takeNameParts, takeTitles } from './read-names.ts';
import { takeQuoted } from './read-quoted.ts';
import { isKnownName } from './known-names.ts';

const SPAN_NOUN = /^(?:day|week|month|quarter|year)s?$/;

/**
 * Reads everything from a text that has to be proved. It knows the sheet only for the names, statements and nouns on it,
 * and nothing of the slots the text was made from, so that it reads what a reader reads.
 */
export function readClaims(text: string, sheet: FactSheet): Claims {
  const facts = [...sheet.values()];
  const mask = createTextMask(text);
  // Titles are other people's words: they count as names only in their quotation marks.
  takeTitles(mask, facts);
  takeQuoted(mask, facts);
  takeDates(mask, facts);
  takeNames(mask, facts);
  takePrices(mask, facts);
  takeShares(mask, facts);
  takeCounts(mask, facts);
  takeBareNames(mask, facts);
  takeNameParts(mask, facts);
  takeUnread(mask);
  const claims = mask.claims().toSorted((a, b) => a.start - b.start);
  const skeleton = mask.rest();
  maskNeutralWords(mask, claims);
  return { claims, skeleton, ...readWords(mask.rest()) };
}

function readWords(rest: string): Pick<Claims, 'directions' | 'orders' | 'unprovable'> {
  const directions: DirectionClaim[] = [];
  const orders: OrderClaim[] = [];
  const unprovable: UnprovableClaim[] = [];
  for (const [pattern, reason] of LOADED_PHRASES) {
    for (const match of rest.matchAll(pattern)) {
      const place = { text: match[0], start: match.index, end: match.index + match[0].length };
      unprovable.push({ ...place, reason: `${reason}, which no fact does` });
    }
  }
  for (const match of rest.matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
    const place: Place = { text: match[0], start: match.index, end: match.index + match[0].length };
    const word = match[0].toLowerCase();
    const direction = DIRECTION_WORDS.get(word);
    const family = SUPERLATIVES.get(word);
    const rank = ORDINALS.get(word);
    const ratio = RATIO_WORDS.get(word);
    const loaded = LOADED_WORDS.get(word);
    if (direction !== undefined) directions.push({ ...place, direction });
    else if (family !== undefined) orders.push({ ...place, order: { kind: 'superlative', family } });
    else if (rank !== undefined) orders.push({ ...place, order: { kind: 'ordinal', rank } });
    else if (ratio !== undefined) orders.push({ ...place, order: { kind: 'ratio', ratio } });
    else if (NUMBER_WORDS.has(word)) unprovable.push({ ...place, reason: 'is an amount that no fact states' });
    else if (UNPROVABLE_TIMES.has(word)) unprovable.push({ ...place, reason: 'is a time that no fact states' });
    else if (/n['’]t$/.test(word)) unprovable.push({ ...place, reason: 'denies something' });
    else if (loaded !== undefined) unprovable.push({ ...place, reason: `${loaded}, which no fact does` });
    else if (isKnownName(word) || (/^\p{Lu}/u.test(match[0]) && !startsSentence(rest, match.index))) {
      unprovable.push({ ...place, reason: 'is no name on the sheet' });
    }
  }
  return { directions, orders, unprovable };
}

/** Blanks the words that say nothing beside a claim: `over` before a number of months, `since` before a first day. */
function maskNeutralWords(mask: TextMask, claims: readonly Claim[]): void {
  for (const pattern of NEUTRAL_PHRASES) {
    for (const match of mask.rest().matchAll(pattern)) mask.blank(match.index, match.index + match[0].length);
  }
  for (const claim of claims) {
    const before = mask.rest().slice(0, claim.start);
    const after = mask.rest().slice(claim.end);
    const neutral = isSpan(claim)
      ? /\b(?:over|under|within|in|for|during|across)?\s?(?:the\s|a\s)?(?:(?:last|past|previous|preceding|trailing|next|coming|following|full|whole)\s)?$/i
      : claim.reading.kind === 'date'
        ? /\bsince\s(?:the\s)?$/i
        : null;
    const found = neutral?.exec(before);
    if (found && found[0] !== '') mask.blank(found.index, claim.start);
    const trailing = isSpan(claim) ? /^\s(?:ago|earlier|ahead|before|later|back)\b/i.exec(after) : null;
    if (trailing) mask.blank(claim.end, claim.end + trailing[0].length);
  }
}

/** True for a number of days, months or years. */
export function isSpan(claim: Claim): boolean {
  return claim.reading.kind === 'count' && SPAN_NOUN.test(claim.reading.noun.toLowerCase());
}

/** True where nothing but space, quotes and brackets stands between a word and the start of its sentence. */
function startsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return before.trim() === '' || /(?:[.!?:]|[.!?]["”)])[\s"“([]+$|\n[\s*#-]*$/u.test(before);
}
