import type { ConversationTurn } from '../../market/ports/conversation-store.ts';
import type { AnalystTool, ToolContext } from './analyst-tool.ts';

/** What a question comes to: one call of one tool, a question back, or nothing that can be answered. */
export type Interpretation =
  | {
      readonly kind: 'call';
      readonly tool: string;
      readonly arguments: Readonly<Record<string, unknown>>;
      /** What the question names and the tool cannot take account of, in words: the answer has to say so. */
      readonly unheeded?: readonly string[];
    }
  /** Asks back in one sentence; the choices are questions that can be sent as they are. */
  | { readonly kind: 'clarify'; readonly question: string; readonly choices: readonly string[] }
  /** Out of scope, or not understood; one sentence says which, and what can be asked. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Who interpreted, and what it cost. */
export interface InterpretedBy {
  /** `none` for the built-in rules. */
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly costNanoUsd: bigint;
}

export type Interpreted = Interpretation & { readonly by: InterpretedBy };

/** The rules that work without a language model. */
export const BUILT_IN: InterpretedBy = {
  provider: 'none',
  requestedModel: 'built-in',
  servedModel: 'built-in',
  costNanoUsd: 0n,
};

/**
 * Turns a question into a call. The question is untrusted text: whatever it says, nothing else can come of it than a
 * tool of the list with arguments of that tool's form.
 */
export interface QuestionInterpreter {
  interpret(
    question: string,
    situation: {
      /** Earlier turns, oldest first: a follow-up carries what they asked for. */
      readonly turns: readonly ConversationTurn[];
      readonly tools: readonly AnalystTool[];
      /** Where it is asked: the market, the day, and what may be read to know its names. */
      readonly context: ToolContext;
      readonly signal?: AbortSignal;
    },
  ): Promise<Interpreted>;
}
