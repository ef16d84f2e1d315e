import type { BudgetState, BudgetStore } from '@pa/cost';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, recordset } from './recordset.ts';

interface ClaimRow {
  readonly budget_id: string;
  /** Text: JSON has no bigint. */
  readonly limit_nano_usd: string;
  readonly slice_start: string;
}

const CLAIM_COLUMNS: ColumnTypes<ClaimRow> = {
  budget_id: 'text',
  limit_nano_usd: 'bigint',
  slice_start: 'timestamptz',
};

/** Keeps what is spent and held of budgets in the database, where any number of processes share them. */
export function postgresBudgetStore(kysely: Kysely<Database>): BudgetStore {
  return {
    reserve: ({ holdId, at, expiresAt, amountNanoUsd, claims }) =>
      inTransaction(kysely, async (trx) => {
        const rows = claims.map((claim) => ({
          budget_id: claim.budgetId,
          limit_nano_usd: claim.limitNanoUsd.toString(),
          slice_start: new Date(sliceOf(claim.windowStart)).toISOString(),
        }));
        const claimed = recordset(rows, CLAIM_COLUMNS);
        // Reservations of one budget wait for each other here; the next statement sees what the one before has done.
        await sql`
          select pg_advisory_xact_lock(hashtextextended(budget_id, 5041963915))
          from (select distinct budget_id from ${claimed} order by budget_id) ordered`.execute(trx);
        const { rows: refused } = await sql<BudgetState & { readonly budgetId: string }>`
          with claim as (
            select budget_id, limit_nano_usd,
              ${spentOf(sql`claimed.budget_id`, { from: sql`claimed.slice_start` })} as spent,
              ${heldOf(sql`claimed.budget_id`, { from: sql`claimed.slice_start`, at })} as held
            from (select * from ${claimed}) claimed
          ),
          refused as (
            select budget_id, spent, held from claim
            where spent + held + ${amountNanoUsd}::bigint > limit_nano_usd
              and not exists (select from budget_holds h where h.hold_id = ${holdId})
            order by budget_id limit 1
          ),
          held as (
            insert into budget_holds (hold_id, budget_id, held_at, expires_at, held_nano_usd)
            select ${holdId}, budget_id, ${instant(at)}, ${instant(expiresAt)}, ${amountNanoUsd}::bigint from claim
            where not exists (select from refused)
            on conflict do nothing
          )
          select budget_id as "budgetId", spent::bigint as "spentNanoUsd", held::bigint as "heldNanoUsd"
          from refused`.execute(trx);
        return refused[0] === undefined ? { status: 'held' } : { status: 'refused', ...refused[0] };
      }),
    async settle({ holdId, amountNanoUsd }) {
      const result = await sql`
        with settled as (delete from budget_holds where hold_id = ${holdId} returning budget_id, held_at)
        insert into budget_spending (budget_id, slice_start, spent_nano_usd)
        select budget_id, to_timestamp(floor(extract(epoch from held_at) / ${SLICE_SECONDS}) * ${SLICE_SECONDS}),
          ${amountNanoUsd}::bigint
        from settled order by budget_id
        on conflict (budget_id, slice_start)
          do update set spent_nano_usd = budget_spending.spent_nano_usd + excluded.spent_nano_usd`.execute(kysely);
      return (result.numAffectedRows ?? 0n) > 0n;
    },
    async state({ budgetId, windowStart, at }) {
      const from = instant(sliceOf(windowStart));
      const { rows } = await sql<BudgetState>`
        select ${spentOf(sql`${budgetId}`, { from })}::bigint as "spentNanoUsd",
          ${heldOf(sql`${budgetId}`, { from, at })}::bigint as "heldNanoUsd"`.execute(kysely);
      return rows[0] ?? { spentNanoUsd: 0n, heldNanoUsd: 0n };
    },
  };
}

/** The contract counts the spending of a rolling window by quarters of an hour. */
const SPENDING_SLICE_MS = 900_000;
const SLICE_SECONDS = sql.lit(SPENDING_SLICE_MS / 1000);

function sliceOf(at: number): number {
  return Math.floor(at / SPENDING_SLICE_MS) * SPENDING_SLICE_MS;
}

function spentOf(budgetId: RawBuilder<unknown>, { from }: { readonly from: RawBuilder<unknown> }): RawBuilder<unknown> {
  return sql`(select coalesce(sum(s.spent_nano_usd), 0) from budget_spending s
    where s.budget_id = ${budgetId} and s.slice_start >= ${from})`;
}

function heldOf(
  budgetId: RawBuilder<unknown>,
  { from, at }: { readonly from: RawBuilder<unknown>; readonly at: number },
): RawBuilder<unknown> {
  return sql`(select coalesce(sum(h.held_nano_usd), 0) from budget_holds h
    where h.budget_id = ${budgetId} and h.held_at >= ${from} and h.expires_at > ${instant(at)})`;
}
