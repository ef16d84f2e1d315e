import type { CallLedger, CostDimension, CostGroup } from '@pa/cost';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import {
  ADJUSTMENT_COLUMNS,
  CALL_COLUMNS,
  type CallRow,
  toAdjustmentRow,
  toBookedCall,
  toCallRow,
} from './call-row.ts';
import { instant } from './instant.ts';
import { columnList, firstOfEach, recordset } from './recordset.ts';

const DIMENSION_COLUMNS: Readonly<Record<CostDimension, string>> = {
  feature: 'feature',
  provider: 'provider',
  servedModel: 'served_model',
  promptVersion: 'prompt_version',
  userId: 'user_id',
};

/** What the adjustments of a call come to; `null` without one. */
const ADJUSTED = sql`lateral (
  select sum(delta_nano_usd)::bigint as adjusted from llm_call_adjustments where call_id = llm_calls.id
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
    async costs({ from, to, by }) {
      const key = sql.ref(DIMENSION_COLUMNS[by]);
      const { rows } = await sql<CostGroup>`
        select ${key} as key, count(*)::int as "callCount",
          (count(*) filter (where outcome <> 'answered'))::int as "failedCallCount",
          (count(*) filter (where cost_nano_usd is null and adjusted is null))::int as "unpricedCallCount",
          coalesce(sum(token_count), 0) as "tokenCount",
          (coalesce(sum(cost_nano_usd), 0) + coalesce(sum(adjusted), 0))::bigint as "costNanoUsd"
        from llm_calls cross join ${ADJUSTED}
        where started_at >= ${instant(from)} and started_at < ${instant(to)}
        group by ${key} order by "costNanoUsd" desc, coalesce(${key}, '')`.execute(kysely);
      return rows;
    },
    async calls({ from, to, after, limit }) {
      const isAfter =
        after === undefined ? sql`` : sql`and (started_at, id) > (${instant(after.startedAt)}, ${after.attemptId})`;
      const { rows } = await sql<CallRow & { readonly adjusted: bigint | null }>`
        select ${columnList(CALL_COLUMNS)}, adjusted from llm_calls cross join ${ADJUSTED}
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
