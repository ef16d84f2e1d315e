import type { CallLedger } from '@pa/cost';
import type { ColumnTypes } from './recordset.ts';

type CallRecord = Parameters<CallLedger['book']>[0][number];
type BookedCall = Awaited<ReturnType<CallLedger['calls']>>[number];
type CostAdjustment = Parameters<CallLedger['adjust']>[0][number];

/** The columns of `llm_calls` that a booking fills. Bigints are text on the way in, because JSON has none. */
export interface CallRow {
  readonly id: string;
  /** ISO text on the way in. */
  readonly started_at: string | Date;
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
  readonly usage: CallRecord['usage'] | null;
  readonly cost_nano_usd: bigint | string | null;
  readonly price_source: string | null;
}

/** The columns of an adjustment. */
export interface AdjustmentRow {
  readonly id: string;
  readonly call_id: string;
  readonly adjusted_at: string;
  readonly delta_nano_usd: string;
  readonly price_source: string;
  readonly reason: string;
}

/** The columns of a call with their types. */
export const CALL_COLUMNS: ColumnTypes<CallRow> = {
  id: 'text',
  started_at: 'timestamptz',
  duration_ms: 'double precision',
  provider: 'text',
  requested_model: 'text',
  served_model: 'text',
  feature: 'text',
  user_id: 'text',
  job_id: 'text',
  prompt_name: 'text',
  prompt_version: 'text',
  outcome: 'text',
  error_code: 'text',
  token_count: 'double precision',
  usage_source: 'text',
  usage: 'jsonb',
  cost_nano_usd: 'bigint',
  price_source: 'text',
};

/** The columns of an adjustment with their types. */
export const ADJUSTMENT_COLUMNS: ColumnTypes<AdjustmentRow> = {
  id: 'text',
  call_id: 'text',
  adjusted_at: 'timestamptz',
  delta_nano_usd: 'bigint',
  price_source: 'text',
  reason: 'text',
};

/** A booking as its row. */
export function toCallRow(record: CallRecord): CallRow {
  return {
    id: record.attemptId,
    started_at: new Date(record.startedAt).toISOString(),
    duration_ms: record.durationMs,
    provider: record.provider,
    requested_model: record.requestedModel,
    served_model: record.servedModel,
    feature: record.feature,
    user_id: record.userId,
    job_id: record.jobId,
    prompt_name: record.promptName,
    prompt_version: record.promptVersion,
    outcome: record.outcome,
    error_code: record.errorCode,
    token_count: record.tokenCount,
    usage_source: record.usageSource,
    usage: record.usage ?? null,
    cost_nano_usd: record.costNanoUsd?.toString() ?? null,
    price_source: record.priceSource,
  };
}

/** What the adjustments of a call come to. */
export interface Adjusted {
  readonly adjusted: bigint | null;
  readonly adjustment_count: number;
}

/** A row with its adjustments as its call. */
export function toBookedCall(row: CallRow & Adjusted): BookedCall {
  return {
    attemptId: row.id,
    startedAt: new Date(row.started_at).getTime(),
    durationMs: row.duration_ms,
    provider: row.provider,
    requestedModel: row.requested_model,
    servedModel: row.served_model,
    feature: row.feature,
    userId: row.user_id,
    jobId: row.job_id,
    promptName: row.prompt_name,
    promptVersion: row.prompt_version,
    outcome: row.outcome as CallRecord['outcome'],
    errorCode: row.error_code,
    tokenCount: row.token_count,
    usageSource: row.usage_source as CallRecord['usageSource'],
    ...(row.usage === null || row.usage === undefined ? {} : { usage: row.usage }),
    costNanoUsd: row.cost_nano_usd === null ? null : BigInt(row.cost_nano_usd),
    priceSource: row.price_source,
    adjustedNanoUsd: row.adjusted,
    adjustmentCount: row.adjustment_count,
  };
}

/** An adjustment as its row. */
export function toAdjustmentRow(adjustment: CostAdjustment): AdjustmentRow {
  return {
    id: adjustment.adjustmentId,
    call_id: adjustment.attemptId,
    adjusted_at: new Date(adjustment.adjustedAt).toISOString(),
    delta_nano_usd: adjustment.deltaNanoUsd.toString(),
    price_source: adjustment.priceSource,
    reason: adjustment.reason,
  };
}
