import type { FactSheet } from './fact-sheet.ts';
import { renderFact } from './render-fact.ts';
import { findSlots, type Slot } from './slot.ts';

/** Where a fact stands in a finished text. */
export interface Placement {
  readonly factId: string;
  readonly start: number;
  readonly end: number;
}

/** A finished text with the slots that its figures and names came from, and where they stand now, in their order. */
export interface CompiledText {
  readonly status: 'ok';
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly placements: readonly Placement[];
}

export interface CompileFault {
  readonly status: 'fault';
  /** One sentence for each slot that cannot be filled, and for braces that are no slot. */
  readonly faults: readonly string[];
}

/** Fills the slots of a text with the facts of a sheet. */
export function compileSlots(slottedText: string, sheet: FactSheet): CompiledText | CompileFault {
  const slots = findSlots(slottedText);
  const faults: string[] = [];
  const placements: Placement[] = [];
  let text = '';
  let position = 0;
  for (const found of slots) {
    text += slottedText.slice(position, found.start);
    position = found.end;
    const fact = sheet.get(found.factId);
    const rendered = fact === undefined ? null : renderFact(fact, found.format);
    if (fact === undefined) faults.push(`No fact ${found.factId} is on the sheet.`);
    else if (rendered === null)
      faults.push(`Fact ${found.factId} (${fact.kind}) cannot be written as ${found.format}.`);
    placements.push({ factId: found.factId, start: text.length, end: text.length + (rendered ?? '').length });
    text += rendered ?? '';
  }
  text += slottedText.slice(position);
  if (faults.length === 0 && /[{}]/.test(text))
    faults.push('A brace is left over: a slot is written {{fact:id|format}}.');
  return faults.length > 0 ? { status: 'fault', faults } : { status: 'ok', text, slots, placements };
}
