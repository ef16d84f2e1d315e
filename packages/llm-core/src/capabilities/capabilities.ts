import type { GenerateRequest } from '../language-model.ts';

export type ReasoningEffort = NonNullable<GenerateRequest['reasoningEffort']>;

/** What a model takes. A field that is left out is not known: nothing is trimmed for it. */
export interface Capabilities {
  /** Whether `temperature` is taken: always, only with the effort `none`, or never. */
  readonly sampling?: 'always' | 'without-reasoning' | 'never';
  /** Whether a tool can be made to be called. */
  readonly forcedToolChoice?: boolean;
  /** Whether the last message may be the beginning of the answer. */
  readonly assistantPrefill?: boolean;
  /** Levels of effort it knows. */
  readonly efforts?: readonly ReasoningEffort[];
  /** Whether an answer can be bound to a JSON Schema by the provider. */
  readonly jsonSchema?: boolean;
  /** Tools are called through the Responses API alone. */
  readonly toolsNeedResponses?: boolean;
  /** The shortest prefix that the provider keeps for the next call. */
  readonly minimumCachedTokens?: number;
  readonly maximumInputTokens?: number;
  readonly maximumOutputTokens?: number;
}

/** One row of the registry. */
export interface CapabilityRow extends Capabilities {
  readonly provider: string;
  /** The model's id without the date of a snapshot; `*` for every model of the provider. */
  readonly model: string;
  /** First day on which the row holds, in UTC. */
  readonly since: string;
  /** Where it was read. */
  readonly source: string;
}
