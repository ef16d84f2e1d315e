import { checkSlottedText } from './check-slotted-text.ts';
import { compileSlots } from './compile-slots.ts';
import type { FactSheet } from './fact-sheet.ts';
import { proveText } from './prove-text.ts';

/** A text of which every claim is proved, or why it is none. */
export type FilledText =
  | { readonly status: 'ok'; readonly text: string }
  | {
      readonly status: 'fault';
      readonly code: 'not-plain' | 'literal-figure' | 'bad-slot' | 'not-proved';
      /** One sentence each. */
      readonly reasons: readonly string[];
    };

/** Compiles a slotted text and proves the result. */
export function fillSlots(slottedText: string, sheet: FactSheet): FilledText {
  const fault = checkSlottedText(slottedText);
  if (fault !== null) return { status: 'fault', ...fault };
  const compiled = compileSlots(slottedText.trim(), sheet);
  if (compiled.status !== 'ok') return { status: 'fault', code: 'bad-slot', reasons: compiled.faults };
  const figureFactIds = compiled.slots.flatMap((slot) =>
    sheet.get(slot.factId)?.kind === 'name' ? [] : [slot.factId],
  );
  const proof = proveText(compiled.text, { sheet, figureFactIds });
  return proof.status === 'proved'
    ? { status: 'ok', text: compiled.text }
    : { status: 'fault', code: 'not-proved', reasons: proof.faults };
}
