import { copyError } from '../copy-error.ts';
import { isLlmError } from '../errors.ts';
import type { GenerateResult, StreamEvent, ToolCallPart } from '../language-model.ts';
import { unfinishedLength } from './placeholder.ts';
import type { TextForm, Vault } from './vault.ts';

export function restoreCall(call: ToolCallPart, vault: Vault): ToolCallPart {
  return { ...call, argumentsJson: vault.restore(call.argumentsJson, 'json') };
}

export function restoreResult(result: GenerateResult, vault: Vault, form: TextForm): GenerateResult {
  return {
    ...result,
    text: vault.restore(result.text, form),
    toolCalls: result.toolCalls.map((call) => restoreCall(call, vault)),
  };
}

/** The error with the text that had been said put back. Its message stays redacted: messages end in logs. */
export function restoreError(error: unknown, vault: Vault, form: TextForm): unknown {
  if (!isLlmError(error) || error.partialText === undefined || error.partialText === '') return error;
  return copyError(error, { partialText: vault.restore(error.partialText, form), cause: error });
}

/** Puts values back into a text that comes in pieces. Holds back at most one unfinished placeholder. */
function restorePieces(vault: Vault, form: TextForm) {
  let held = '';
  return {
    next(piece: string): string {
      const text = held + piece;
      const heldLength = unfinishedLength(text, { longest: vault.longestPlaceholder });
      held = text.slice(text.length - heldLength);
      return vault.restore(text.slice(0, text.length - heldLength), form);
    },
    end(): string {
      const rest = held;
      held = '';
      return rest;
    },
  };
}

/** The events with values put back, wherever a placeholder was cut. What is held back comes before the finish or the error. */
export async function* restoreStream(
  events: AsyncIterable<StreamEvent>,
  options: { readonly vault: Vault; readonly form: TextForm },
): AsyncGenerator<StreamEvent> {
  const { vault, form } = options;
  const pieces = { 'text-delta': restorePieces(vault, form), 'reasoning-delta': restorePieces(vault, 'text') };
  function* heldBack(): Generator<StreamEvent> {
    for (const type of ['reasoning-delta', 'text-delta'] as const) {
      const text = pieces[type].end();
      if (text !== '') yield { type, text };
    }
  }
  try {
    for await (const event of events) {
      if (event.type === 'tool-call') yield { type: 'tool-call', call: restoreCall(event.call, vault) };
      else if (event.type === 'finish') {
        yield* heldBack();
        yield { type: 'finish', result: restoreResult(event.result, vault, form) };
      } else {
        const text = pieces[event.type].next(event.text);
        if (text !== '') yield { type: event.type, text };
      }
    }
  } catch (error) {
    yield* heldBack();
    throw restoreError(error, vault, form);
  }
}
