import type { Attempt } from './attempt.ts';
import type { Usage } from './usage.ts';

/**
 * The contract of every model, wrapped or not.
 *
 * Glossary. *Attempt*: one request that reached for a provider; retries and fallbacks make several. *Requested model*:
 * what the caller named; *served model*: what the provider says answered. *Content event*: a stream event that carries
 * text, reasoning or a tool call; before the first of them a stream can still be replayed elsewhere. *Warning*: something
 * of the request was dropped or translated because the target does not know it.
 *
 * A refusal and a truncation are errors (`refusal`, `truncated`), never an answer that merely looks short. A rejected
 * promise and a thrown stream always carry an `LlmError`. An aborted `signal` ends the call with `aborted`.
 */
export interface LanguageModel {
  readonly provider: string;
  readonly modelId: string;
  generate(request: GenerateRequest): Promise<GenerateResult>;
  /** Ends with exactly one `finish` event, or throws. */
  stream(request: GenerateRequest): AsyncIterable<StreamEvent>;
}

/** A wrapper: what it gives back is a model again, so that order is visible in one line. */
export type WrapModel = (model: LanguageModel) => LanguageModel;

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface ToolCallPart {
  readonly type: 'tool-call';
  readonly callId: string;
  readonly toolName: string;
  /** Arguments as the JSON text the model wrote. */
  readonly argumentsJson: string;
}

/**
 * What a model thought on its way to a tool call, as its provider wants it back: signed or encrypted, so that it is passed on
 * unchanged and only to the model that wrote it. It is left out with a warning where another one is asked.
 */
export interface ReasoningPart {
  readonly type: 'reasoning';
  /** Who wrote it. */
  readonly provider: string;
  readonly modelId: string;
  /** What of it can be read; empty where the provider keeps it to itself. */
  readonly text: string;
  /** The block or item of the provider, untouched. */
  readonly block: Readonly<Record<string, unknown>>;
  /** How many tool calls of the same answer came before it. */
  readonly precedingToolCalls: number;
}

export interface ToolResultPart {
  readonly type: 'tool-result';
  readonly callId: string;
  readonly toolName: string;
  readonly resultText: string;
  readonly isError?: boolean;
}

export type Message =
  | { readonly role: 'user'; readonly content: readonly TextPart[] }
  | { readonly role: 'assistant'; readonly content: readonly (TextPart | ToolCallPart | ReasoningPart)[] }
  | { readonly role: 'tool'; readonly content: readonly ToolResultPart[] };

export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export type ToolChoice = 'auto' | 'none' | 'required' | { readonly toolName: string };

/** Who asks and for what, for audit, budgets and telemetry. Holds no personal data. */
export interface CallContext {
  /** Such as `market_summary`. */
  readonly feature?: string;
  readonly userId?: string;
  readonly jobId?: string;
  readonly promptName?: string;
  readonly promptVersion?: string;
}

export interface PromptCache {
  /** `short`: 5 minutes at Anthropic, 30 at OpenAI. `long`: 1 hour and 12 hours. Default `short`. */
  readonly lifetime?: 'short' | 'long';
  /** Calls of one key share a prefix; OpenAI routes them together. */
  readonly key?: string;
  /** How many of the first messages never change either, such as a document that is asked about. Default 0. */
  readonly stableMessages?: number;
}

export interface GenerateRequest {
  readonly system?: string;
  readonly messages: readonly Message[];
  readonly tools?: readonly ToolDefinition[];
  /** Default `auto` where tools are given. */
  readonly toolChoice?: ToolChoice;
  /** JSON Schema that the answer must fit, with a name for it. */
  readonly output?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** Upper bound of the answer in tokens. Default 4096. */
  readonly maxOutputTokens?: number;
  /** Dropped with a warning where the served model refuses it. */
  readonly temperature?: number;
  readonly reasoningEffort?: 'none' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';
  /**
   * Asks the provider to keep the prefix of the prompt (tools, then system, then the stable messages) for the next call. Put
   * what never changes there. Left out with a warning where the prefix is too short to be kept. Default: whatever the
   * provider does by itself.
   */
  readonly promptCache?: PromptCache;
  readonly signal?: AbortSignal;
  /** Epoch milliseconds by which the answer is wanted: no retry waits beyond it and no attempt outlasts it. */
  readonly deadlineAt?: number;
  /** Epoch milliseconds by which a stream is wanted to say something. Whole answers do not heed it. Default none. */
  readonly firstContentBy?: number;
  readonly context?: CallContext;
}

/** `stop`: the model was done. `tool-calls`: it wants tools to run. */
export type FinishReason = 'stop' | 'tool-calls';

export interface Warning {
  readonly code: 'dropped-parameter' | 'translated-parameter';
  readonly parameter: string;
  readonly message: string;
}

export type { Attempt } from './attempt.ts';

export interface GenerateResult {
  readonly text: string;
  readonly toolCalls: readonly ToolCallPart[];
  /** What to send back with the tool calls, in order. Absent where the provider takes none back. */
  readonly reasoning?: readonly ReasoningPart[];
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  /** The provider's id of the response, where it gives one. */
  readonly responseId: string | undefined;
  readonly warnings: readonly Warning[];
  /** Every attempt, the one that answered last. */
  readonly attempts: readonly Attempt[];
}

export type StreamEvent =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'reasoning-delta'; readonly text: string }
  | { readonly type: 'tool-call'; readonly call: ToolCallPart }
  | { readonly type: 'finish'; readonly result: GenerateResult };
