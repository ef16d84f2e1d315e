import type { CallLedger, CostDimension, CostGroup, DailyCost } from '@pa/cost';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import {
  ADJUSTMENT_COLUMNS,
  type Adjusted,
  CALL_COLUMNS,
  type CallRow,
  toAdjustmentRow,
  toBookedCall,
  toCallRow,
} from './call-row.ts';
import { instant } from './instant.ts';
import { columnList, firstOfEach, recordset } from './recordset.ts';

const DIMENSIONS: Readonly<Record<CostDimension, RawBuilder<unknown>>> = {
  feature: sql.ref('feature'),
  provider: sql.ref('provider'),
  servedModel: sql.ref('served_model'),
  promptVersion: sql`case when prompt_name is null then prompt_version else prompt_name || '@' || prompt_version end`,
  userId: sql.ref('user_id'),
  jobId: sql.ref('job_id'),
};

/** What the adjustments of a call come to, `null` without one, and how many there are. */
const ADJUSTED = sql`lateral (
  select sum(delta_nano_usd)::bigint as adjusted, count(*)::int as adjustment_count from llm_call_adjustments where call_id = llm_calls.id
) adjustments`;

/** Keeps what every attempt to call a language model cost in the database. */
export function postgresCallLedger(kysely: Kysely<Database>): CallLedger {
  return {
    async book(records) {
      const rows = firstOfEach(records, (record) => record.attemptId)
        .map(toCallRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into llm_calls (${columnList(CALL_COLUMNS)}) select * from ${recordset(rows, CALL_COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async costs({ by, ...period }) {
      const { rows } = await sql<CostGroup>`
        select key, ${SUMS} from ${callsOf(period, by)} group by key
        order by "costNanoUsd" desc, coalesce(key, '') collate "C"`.execute(kysely);
      return rows;
    },
    async dailyCosts({ by, ...period }) {
      const { rows } = await sql<DailyCost>`
        select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD') as day, key, ${SUMS}
        from ${callsOf(period, by)} group by day, key
        order by day, "costNanoUsd" desc, coalesce(key, '') collate "C"`.execute(kysely);
      return rows;
    },
    async calls({ from, to, after, limit }) {
      const isAfter =
        after === undefined ? sql`` : sql`and (started_at, id) > (${instant(after.startedAt)}, ${after.attemptId})`;
      const { rows } = await sql<CallRow & Adjusted>`
        select ${columnList(CALL_COLUMNS)}, adjusted, adjustment_count from llm_calls cross join ${ADJUSTED}
        where started_at >= ${instant(from)} and started_at < ${instant(to)} ${isAfter}
        order by started_at, id limit ${limit}`.execute(kysely);
      return rows.map(toBookedCall);
    },
    async adjust(adjustments) {
      const rows = firstOfEach(adjustments, (adjustment) => adjustment.adjustmentId)
        .map(toAdjustmentRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into llm_call_adjustments (${columnList(ADJUSTMENT_COLUMNS)})
        select * from ${recordset(rows, ADJUSTMENT_COLUMNS)} on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
  };
}

const SUMS = sql`count(*)::int as "callCount",
  (count(*) filter (where outcome <> 'answered'))::int as "failedCallCount",
  (count(*) filter (where cost_nano_usd is null and adjusted is null and usage_source is not null))::int as "unpricedCallCount",
  coalesce(sum(token_count), 0) as "tokenCount",
  (coalesce(sum(cost_nano_usd), 0) + coalesce(sum(adjusted), 0))::bigint as "costNanoUsd"`;

function callsOf(period: { readonly from: number; readonly to: number }, by: CostDimension): RawBuilder<unknown> {
  return sql`(
    select ${DIMENSIONS[by]} as key, llm_calls.*, adjusted from llm_calls cross join ${ADJUSTED}
    where started_at >= ${instant(period.from)} and started_at < ${instant(period.to)}
  ) calls`;
}
