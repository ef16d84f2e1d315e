import type { Generated } from 'kysely';

/** Versions of prompts; a stored version never changes. */
export interface LlmPromptsTable {
  readonly id: string;
  readonly prompt_type: string;
  /** 1, 2, 3, ... within the type. */
  readonly version: number;
  readonly content_hash: string;
  readonly system_prompt: string;
  readonly user_prompt_template: string;
  readonly model_provider: string;
  readonly model_name: string;
  /** Absent where the model does not take one. */
  readonly temperature: number | null;
  readonly max_tokens: number | null;
  readonly effort: string | null;
  /** What it was put together from; JSON. */
  readonly composition: unknown;
  readonly description: string;
  readonly created_by: string;
  readonly created_at: Date;
}

/** Which version a label was given when and by whom; rows are only ever added. */
export interface PromptDeploymentsTable {
  readonly position: Generated<bigint>;
  readonly id: string;
  readonly prompt_type: string;
  readonly label: string;
  readonly prompt_id: string;
  readonly previous_prompt_id: string | null;
  readonly deployed_by: string;
  readonly reason: string;
  readonly deployed_at: Date;
  /** `refused` where the label named something else by then. */
  readonly outcome: 'deployed' | 'refused';
}

/** Test runs of versions and drafts; rows are only ever added. */
export interface PromptTestsTable {
  readonly id: string;
  readonly prompt_type: string;
  readonly prompt_id: string | null;
  readonly own_model: boolean;
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
  readonly started_at: Date;
  /** The run as JSON text; its bigints are text, because JSON has none. */
  readonly run: string;
}

/** What optimisers did; rows are only ever added. */
export interface PromptOptimisationsTable {
  readonly id: string;
  readonly prompt_type: string;
  readonly status: string;
  readonly candidate_prompt_id: string | null;
  readonly started_at: Date;
  /** Everything as JSON text. */
  readonly ledger: string;
}
