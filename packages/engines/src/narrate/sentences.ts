import type { Claim } from './claim.ts';
import { BLANK } from './text-mask.ts';

/** A sentence of a text, by the position of its first character and the one after its last. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[.!?]+["”’)]*(?=\s|$)|\n+/g;

/** The sentences of a text whose claims are blanked out, those without a letter or a claim left out. */
export function sentencesOf(skeleton: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const said = skeleton.slice(start, end);
    if (/\p{L}/u.test(said) || said.includes(BLANK)) sentences.push({ start, end });
    start = end;
  };
  for (const match of skeleton.matchAll(SENTENCE_END)) push(match.index + match[0].length);
  push(skeleton.length);
  return sentences;
}

/** True for amounts: what the words of a clause belong to. Dates, names and spans stand beside amounts. */
export function isAmount(claim: Claim): boolean {
  const { kind } = claim.reading;
  if (kind === 'price' || kind === 'unread') return true;
  if (kind === 'share') return !claim.reading.isLevel;
  return kind === 'count' && !claim.facts.some(({ role }) => role === 'span' || role === 'span-ahead');
}

const CLAUSE_BREAK = /[,;:()–—]|\s(?:and|while|but|whereas|against|versus|to|from|then)\s/i;

/** The words that belong to one claim, and where they stand. */
export interface ClauseWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of its sentence that speaks of a claim: from the amount before it to the amount after it. Words between two
 * amounts belong to the one before up to the first break, and to the one after from there on; without a break to both.
 */
export function clauseOf(
  claim: Claim,
  options: { readonly sentence: Sentence; readonly claims: readonly Claim[]; readonly skeleton: string },
): ClauseWindow {
  const { sentence, claims, skeleton } = options;
  const amounts = claims.filter((other) => other !== claim && isAmount(other));
  const before = amounts.findLast(({ end }) => end <= claim.start && end > sentence.start);
  const after = amounts.find(({ start }) => start >= claim.end && start < sentence.end);
  let { start, end } = sentence;
  if (before !== undefined) {
    const found = CLAUSE_BREAK.exec(skeleton.slice(before.end, claim.start));
    start = before.end + (found === null ? 0 : found.index);
  } else {
    const stop = skeleton.slice(sentence.start, claim.start).lastIndexOf(';');
    if (stop >= 0) start = sentence.start + stop;
  }
  if (after !== undefined) {
    const found = CLAUSE_BREAK.exec(skeleton.slice(claim.end, after.start));
    end = found === null ? after.start : claim.end + found.index;
  } else {
    const stop = skeleton.slice(claim.end, sentence.end).indexOf(';');
    if (stop >= 0) end = claim.end + stop;
  }
  return { start, end };
}
