/** What a vendor's server says in answer to one request, whatever the wire. */
export interface VendorAnswer {
  /** Default none. */
  readonly text?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly argumentsJson: string }[];
  /** Default: a token for every four characters. */
  readonly inputTokens?: number;
  /** Part of the input tokens. Default 0. */
  readonly cacheReadTokens?: number;
  /** Default: a token for every four characters. */
  readonly outputTokens?: number;
}

/** An answer with nothing left open, for one request. */
export interface WireAnswer {
  readonly id: string;
  readonly model: string;
  /** The text in the pieces in which it is streamed; empty for none. */
  readonly pieces: readonly string[];
  readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly argumentsJson: string }[];
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly outputTokens: number;
}

/** An answer in the words of one wire: whole, and as events, of which only those in the middle carry content. */
export interface WireForm {
  readonly body: Readonly<Record<string, unknown>>;
  readonly head: readonly unknown[];
  readonly content: readonly unknown[];
  readonly tail: readonly unknown[];
  readonly doneMark: boolean;
}

/** Which of the wires a request speaks. `tokens`: a question for a count. */
export type WireName = 'responses' | 'chat' | 'messages';
