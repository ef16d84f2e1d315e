import type { GeneratedAlways } from 'kysely';

/** One row for every attempt to call a language model. */
export interface LlmCallsTable {
  readonly id: string;
  readonly started_at: Date;
  readonly duration_ms: number;
  readonly provider: string;
  readonly requested_model: string;
  readonly served_model: string | null;
  readonly feature: string | null;
  readonly user_id: string | null;
  readonly job_id: string | null;
  readonly prompt_name: string | null;
  readonly prompt_version: string | null;
  readonly outcome: string;
  readonly error_code: string | null;
  readonly token_count: number | null;
  readonly usage_source: string | null;
  /** The parts of the usage, as JSON text on the way in. */
  readonly usage: unknown;
  /** `null` where the call has no price, which is not 0. */
  readonly cost_nano_usd: bigint | null;
  /** For people. */
  readonly cost_usd: GeneratedAlways<number | null>;
  readonly price_source: string | null;
}

/** The chain of the audit, one row for every attempt. */
export interface LlmAuditTable {
  readonly sequence: bigint;
  readonly previous_mac: string;
  readonly mac: string;
  readonly attempt_id: string;
  /** Epoch milliseconds, as they were sealed. */
  readonly started_at_ms: number;
  /** For people. */
  readonly started_at: GeneratedAlways<Date>;
  readonly duration_ms: number;
  readonly provider: string;
  readonly requested_model: string;
  readonly served_model: string | null;
  readonly feature: string | null;
  readonly user_id: string | null;
  readonly job_id: string | null;
  readonly prompt_name: string | null;
  readonly prompt_version: string | null;
  readonly outcome: string;
  readonly error_code: string | null;
  readonly request_hash: string;
  readonly response_hash: string | null;
  /** The parts of the usage, as JSON text on the way in. */
  readonly usage: unknown;
  readonly usage_source: string | null;
  /** Integer nano-dollars as digits, as they were sealed. */
  readonly cost_nano_usd: string | null;
  readonly request_text: string | null;
  readonly response_text: string | null;
}

/** Corrections of what calls were booked with; rows are only ever added. */
export interface LlmCallAdjustmentsTable {
  readonly id: string;
  readonly call_id: string;
  readonly adjusted_at: Date;
  readonly delta_nano_usd: bigint;
  readonly price_source: string;
  readonly reason: string;
}
