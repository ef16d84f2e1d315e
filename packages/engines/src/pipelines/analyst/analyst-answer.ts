import type { IsoDate } from '../../market/calendar.ts';
import type { Fact, StatedFact } from '../../market/insight.ts';
import type { MarketScope } from '../../market/price.ts';
import type { AnswerRow } from './analyst-tool.ts';

/** What every answer says of itself, whoever wrote it. */
export const ANSWER_DISCLAIMER = 'Estimates are statistics about a market, not advice about a car.';

/** One reply of the analyst, whole. */
export interface AnalystAnswer {
  readonly conversationId: string;
  /** The place of the turn in its conversation, from 0 on. */
  readonly position: number;
  readonly question: string;
  /**
   * `answer`: proved figures. `clarification`: a question back. `unknown`: out of scope, not understood, or a car that
   * nobody has heard of. `not-enough-data`: understood, and too few rows to say anything.
   */
  readonly kind: 'answer' | 'clarification' | 'unknown' | 'not-enough-data';
  readonly text: string;
  /** Every fact that the text may state; empty unless the kind is `answer`. */
  readonly facts: readonly Fact[];
  /** Where the text states which fact. */
  readonly claims: readonly StatedFact[];
  /** The answer itself, unrounded, in the order of the question. */
  readonly headline: readonly (number | string)[];
  /** Questions that can be sent next as they are: choices of a clarification. */
  readonly choices: readonly string[];
  /** The tool and its checked arguments; `null` where none ran. */
  readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> } | null;
  /** How the figures were made. Empty where there are none. */
  readonly method: string;
  /** Rows behind the figures. */
  readonly n: number;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly rows: readonly AnswerRow[];
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** `built-in`: rules and templates. `model`: a language model chose the tool or wrote the words. */
  readonly analyst: 'built-in' | 'model';
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly promptVersion: string;
  readonly aiGenerated: boolean;
  /** What language models cost for this answer, in integer nano-dollars. */
  readonly costNanoUsd: bigint;
  readonly disclaimer: string;
  readonly synthetic: boolean;
}

/** What happens while an answer comes about, in this order; the last one is always `done`. */
export type AnalystEvent =
  | { readonly type: 'started'; readonly conversationId: string; readonly position: number }
  | { readonly type: 'tool'; readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }
  /** Who wrote the words that follow, and of what data: comes before the first of them. */
  | {
      readonly type: 'marked';
      readonly aiGenerated: boolean;
      readonly synthetic: boolean;
      readonly servedModel: string;
    }
  /** The next part of the proved text; all of them together are the text. */
  | { readonly type: 'text'; readonly delta: string }
  | { readonly type: 'done'; readonly answer: AnalystAnswer };
