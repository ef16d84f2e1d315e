import { statementFact, type Evidence } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';

/** A whole sentence that states something without a figure. It is a fact like any other, so that no other words can pass for it. */
export function statementSentence(id: string, fact: { readonly value: string } & Evidence): Passage {
  return { text: `${slot(id, 'sentence')}.`, facts: [statementFact(id, fact)] };
}
