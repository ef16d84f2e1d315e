import type { ReasoningEffort } from '../prompt.ts';

/** A model and what a prompt asks of it. */
export interface ModelParameters {
  readonly modelProvider: string;
  readonly modelName: string;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  readonly effort?: ReasoningEffort;
}

/**
 * Knows what models take. Asked when a version is created and again when it is deployed, because providers take
 * parameters away. Answers one sentence for each parameter that the model would refuse, and nothing where all are taken or
 * where nothing is known of the model.
 */
export interface CapabilityCheck {
  faultsOf(parameters: ModelParameters): readonly string[] | Promise<readonly string[]>;
}
