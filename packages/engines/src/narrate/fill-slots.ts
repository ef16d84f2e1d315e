import { checkSlottedText } from './check-slotted-text.ts';
import { compileSlots } from './compile-slots.ts';
import type { FactSheet } from './fact-sheet.ts';
import { type ProvedClaim, proveText } from './prove-text.ts';

/** A text of which every claim is proved, or why it is none. */
export type FilledText =
  | { readonly status: 'ok'; readonly text: string; readonly claims: readonly ProvedClaim[] }
  | {
      readonly status: 'fault';
      readonly code: 'not-plain' | 'literal-figure' | 'bad-slot' | 'not-proved';
      /** One sentence each. */
      readonly reasons: readonly string[];
    };

/** Compiles a slotted text and proves the result. */
export function fillSlots(slottedText: string, sheet: FactSheet): FilledText {
  const fault = checkSlottedText(slottedText, sheet);
  if (fault !== null) return { status: 'fault', ...fault };
  const compiled = compileSlots(slottedText.trim(), sheet);
  if (compiled.status !== 'ok') return { status: 'fault', code: 'bad-slot', reasons: compiled.faults };
  const proof = proveText(compiled.text, { sheet, placements: compiled.placements });
  return proof.status === 'proved'
    ? { status: 'ok', text: compiled.text, claims: proof.claims }
    : { status: 'fault', code: 'not-proved', reasons: proof.faults };
}
