import type { Generated } from 'kysely';

/** Versions of prompts; a stored version never changes. */
export interface LlmPromptsTable {
  readonly id: string;
  readonly prompt_type: string;
  readonly version: string;
  readonly system_prompt: string;
  readonly user_prompt_template: string;
  readonly model_provider: string;
  readonly model_name: string;
  /** Absent where the model does not take one. */
  readonly temperature: number | null;
  readonly max_tokens: number | null;
  readonly description: string | null;
  readonly created_by: string | null;
  readonly created_at: Generated<Date>;
}

/** Which version was put in force when and by whom; rows are only ever added. */
export interface PromptDeploymentsTable {
  readonly id: Generated<bigint>;
  readonly prompt_id: string;
  readonly prompt_type: string;
  readonly previous_prompt_id: string | null;
  readonly deployed_by: string | null;
  readonly deployed_at: Generated<Date>;
}
