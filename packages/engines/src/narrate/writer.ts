import type { Fact, InsightType } from '../market/insight.ts';

/** What a language model is asked for: words around slots, and never a figure. */
export interface WritingRequest {
  readonly promptType: InsightType;
  /** Everything that may be said. */
  readonly facts: readonly Fact[];
  /** The text that is served without a model, with its slots: what to say, and in which voice. */
  readonly templateText: string;
  /** True where the facts come from generated data; the label is added to the text whatever the model writes. */
  readonly synthetic: boolean;
  /** What was wrong with the last attempt, one sentence each. Empty on the first one. */
  readonly faults: readonly string[];
  /** The text of the last attempt, `null` on the first one. */
  readonly previousText: string | null;
}

/** What came back. The text holds slots only: a literal digit is refused. */
export interface WrittenText {
  readonly text: string;
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly promptVersion: string;
  /** Cost of the call in integer nano-dollars. */
  readonly costNanoUsd: bigint;
}

/** Writes a text with a language model. A rejection is counted as a failure, and the template is served. */
export type Writer = (request: WritingRequest) => Promise<WrittenText>;
