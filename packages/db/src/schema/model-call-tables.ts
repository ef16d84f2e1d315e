import type { Generated, GeneratedAlways } from 'kysely';

/** Validated answers of language models, kept until they expire. */
export interface LlmCacheTable {
  readonly id: Generated<string>;
  readonly cache_key: string;
  readonly prompt_hash: string | null;
  readonly model_provider: string | null;
  readonly model_name: string | null;
  readonly response_data: unknown;
  readonly token_usage: unknown;
  readonly cost_nano_usd: Generated<bigint>;
  /** For people. */
  readonly cost_usd: GeneratedAlways<number>;
  readonly hit_count: Generated<bigint>;
  readonly last_accessed: Generated<Date>;
  readonly expires_at: Date;
  readonly created_at: Generated<Date>;
}

/** One row for every attempt to call a language model: audit and ledger at once. */
export interface LlmCallsTable {
  readonly id: string;
  readonly started_at: Date;
  readonly provider: string;
  readonly requested_model: string;
  readonly served_model: string | null;
  readonly feature: string | null;
  readonly prompt_version: string | null;
  readonly outcome: string;
  readonly duration_ms: number | null;
  readonly input_tokens: bigint | null;
  readonly output_tokens: bigint | null;
  readonly cost_nano_usd: Generated<bigint>;
  /** For people. */
  readonly cost_usd: GeneratedAlways<number>;
  /** Everything else that the owner of the contract keeps, as JSON text on the way in. */
  readonly details: unknown;
}

/** How much may be spent in a period. */
export interface BudgetsTable {
  readonly id: string;
  readonly scope: string;
  readonly period: string;
  readonly limit_nano_usd: bigint;
  readonly created_at: Generated<Date>;
}

/** Money set aside for a call that has not answered yet. */
export interface BudgetHoldsTable {
  readonly id: string;
  readonly budget_id: string;
  readonly period_start: Date;
  readonly held_nano_usd: bigint;
  readonly settled_nano_usd: bigint | null;
  readonly status: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}
