import type { CallLedger, CallRecord, CostDimension, CostGroup } from '@pa/cost';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

interface CallRow {
  readonly id: string;
  readonly started_at: string;
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
  /** Text: JSON has no bigint. */
  readonly cost_nano_usd: string | null;
  readonly price_source: string | null;
}

const COLUMNS: ColumnTypes<CallRow> = {
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
  cost_nano_usd: 'bigint',
  price_source: 'text',
};

const DIMENSION_COLUMNS: Readonly<Record<CostDimension, string>> = {
  feature: 'feature',
  provider: 'provider',
  servedModel: 'served_model',
  promptVersion: 'prompt_version',
  userId: 'user_id',
};

/** Keeps what every attempt to call a language model cost in the database. */
export function postgresCallLedger(kysely: Kysely<Database>): CallLedger {
  return {
    async book(records) {
      const rows = firstOfEach(records, (record) => record.attemptId)
        .map(toRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into llm_calls (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async costs({ from, to, by }) {
      const key = sql.ref(DIMENSION_COLUMNS[by]);
      const { rows } = await sql<CostGroup>`
        select ${key} as key, count(*)::int as "callCount",
          (count(*) filter (where outcome <> 'answered'))::int as "failedCallCount",
          (count(*) filter (where cost_nano_usd is null))::int as "unpricedCallCount",
          coalesce(sum(token_count), 0) as "tokenCount",
          coalesce(sum(cost_nano_usd), 0)::bigint as "costNanoUsd"
        from llm_calls where started_at >= ${instant(from)} and started_at < ${instant(to)}
        group by ${key} order by "costNanoUsd" desc, coalesce(${key}, '')`.execute(kysely);
      return rows;
    },
  };
}

function toRow(record: CallRecord): CallRow {
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
    cost_nano_usd: record.costNanoUsd?.toString() ?? null,
    price_source: record.priceSource,
  };
}
