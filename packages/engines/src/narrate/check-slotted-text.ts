import type { FactSheet } from './fact-sheet.ts';
import { readClaims } from './read-claims.ts';
import { findSlots } from './slot.ts';

/** What is wrong with a text before its slots are filled. */
export interface SlottedTextFault {
  readonly code: 'literal-figure' | 'not-plain';
  /** One sentence each. */
  readonly reasons: readonly string[];
}

/** Longest text that is served, in characters with its slots. */
const LONGEST_TEXT = 8_000;

/** Links and markup: a text is read as plain words wherever it is shown. */
const MARKUP = /https?:|www\.|[<>[\]`\\|*#_~^]|\p{Cc}(?<!\n)|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Checks the words around the slots. Amounts have to come from slots, so that no figure is ever written by a model; names,
 * dates and number words of the sheet may be written out, because the proof reads them. The words have to be plain.
 * `null` where nothing is wrong.
 */
export function checkSlottedText(text: string, sheet: FactSheet): SlottedTextFault | null {
  let words = text;
  let plain = text;
  for (const slot of findSlots(text).toReversed()) {
    words = words.slice(0, slot.start) + '\u0000'.repeat(slot.end - slot.start) + words.slice(slot.end);
    plain = plain.slice(0, slot.start) + plain.slice(slot.end);
  }
  if (text.trim() === '') return { code: 'not-plain', reasons: ['The text is empty.'] };
  if (text.length > LONGEST_TEXT) {
    return { code: 'not-plain', reasons: [`The text has ${text.length} characters: ${LONGEST_TEXT} are the most.`] };
  }
  const markup = MARKUP.exec(plain);
  if (markup !== null)
    return { code: 'not-plain', reasons: [`"${markup[0]}" is markup or a link: write plain words.`] };
  const reasons = readClaims(words, sheet)
    .claims.filter(({ text: written, reading }) => {
      if (reading.kind === 'quoted' || reading.kind === 'date') return false;
      return !(reading.kind === 'count' && !/\d/.test(written));
    })
    .map((claim) => `"${claim.text}" is written out: every amount has to be a slot.`);
  return reasons.length === 0 ? null : { code: 'literal-figure', reasons };
}
