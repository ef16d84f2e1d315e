import { factSheet } from './fact-sheet.ts';
import { readClaims } from './read-claims.ts';
import { findSlots } from './slot.ts';

/**
 * Faults of a text that a language model wrote: figures, dates and number words have to come from slots, so none may
 * stand in the words around them. Empty where there is none.
 */
export function checkSlottedText(text: string): readonly string[] {
  const slots = findSlots(text);
  let words = text;
  for (const slot of slots) {
    words = words.slice(0, slot.start) + '\u0000'.repeat(slot.end - slot.start) + words.slice(slot.end);
  }
  const { figures } = readClaims(words, factSheet([]));
  const faults = figures.map((claim) => `"${claim.text}" is written out: every figure and date has to be a slot.`);
  return text.trim() === '' ? ['The text is empty.'] : faults;
}
