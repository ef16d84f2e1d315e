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

/** Links, markup and entities: a text is read as plain words wherever it is shown. */
const MARKUP = /https?:|www\.|&#?\w+;|[<>[\]`\\|*#_~^]/u;

/**
 * Whatever is not a Latin letter, an ASCII digit or everyday punctuation. The proof reads words and digits as these: digits
 * of other scripts, letters that only look Latin, invisible characters, arrows and pictures would say to a reader what it
 * does not read. Names of other scripts come from slots; braces that make no slot are refused as such.
 */
const NOT_PLAIN =
  /[^A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\s.,;:!?()'"%&/+{}$€£¥\u2010-\u2015\u2018\u2019\u201c\u201d\u2026\u2212·-]|[\t\v\f\u2028\u2029\ufeff]/u;

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
  const unread = NOT_PLAIN.exec(plain);
  if (unread !== null) {
    const code = unread[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return {
      code: 'not-plain',
      reasons: [`The character U+${code} is no plain letter, digit or punctuation: write plain words and use slots.`],
    };
  }
  const reasons = readClaims(words, sheet)
    .claims.filter(({ text: written, reading }) => {
      if (reading.kind === 'quoted' || reading.kind === 'date') return false;
      return !(reading.kind === 'count' && !/\d/.test(written));
    })
    .map((claim) => `"${claim.text}" is written out: every amount has to be a slot.`);
  return reasons.length === 0 ? null : { code: 'literal-figure', reasons };
}
