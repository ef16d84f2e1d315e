import type { BudgetBook } from '@pa/cost';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { instant } from './instant.ts';

type BudgetChange = Awaited<ReturnType<BudgetBook['change']>>;
type Budget = NonNullable<BudgetChange['after']>;

interface ChangeRow {
  readonly id: string;
  readonly budget_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly changed_by: string;
  readonly changed_at: Date;
}

const ROW = sql.raw('id, budget_id, before, after, reason, changed_by, changed_at');

/** Keeps every change of the budgets in the database; rows are only ever added, and the last of a budget is in force. */
export function postgresBudgetBook(kysely: Kysely<Database>): BudgetBook {
  return {
    async list() {
      const { rows } = await sql<{ readonly after: string }>`
        select after from (
          select distinct on (budget_id) budget_id, after from budget_changes order by budget_id, position desc
        ) newest where after is not null order by budget_id`.execute(kysely);
      return rows.map(({ after }) => toBudget(after));
    },
    change: ({ changeId, budgetId, after, reason, changedBy, changedAt }) =>
      inTransaction(kysely, async (trx) => {
        // Changes wait for each other here, so that each sees what the one before it has put in force.
        await sql`select pg_advisory_xact_lock(hashtextextended(${budgetId}, 7214650132))`.execute(trx);
        const { rows } = await sql<ChangeRow>`
          with added as (
            insert into budget_changes (${ROW})
            select ${changeId}, ${budgetId},
              (select after from budget_changes where budget_id = ${budgetId} order by position desc limit 1),
              ${after === null ? null : toText(after)}::text, ${reason}, ${changedBy}, ${instant(changedAt)}
            on conflict (id) do nothing returning ${ROW}
          )
          select * from added union all select ${ROW} from budget_changes where id = ${changeId}`.execute(trx);
        const [row] = rows;
        if (row === undefined) throw new TypeError(`the change ${changeId} was neither added nor found`);
        return toChange(row);
      }),
    async history({ budgetId, limit }) {
      const of: RawBuilder<unknown> = budgetId === undefined ? sql`` : sql`where budget_id = ${budgetId}`;
      const { rows } = await sql<ChangeRow>`
        select ${ROW} from budget_changes ${of} order by position desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(toChange);
    },
  };
}

function toChange(row: ChangeRow): BudgetChange {
  return {
    changeId: row.id,
    budgetId: row.budget_id,
    before: row.before === null ? null : toBudget(row.before),
    after: row.after === null ? null : toBudget(row.after),
    reason: row.reason,
    changedBy: row.changed_by,
    changedAt: row.changed_at.getTime(),
  };
}

function toText(budget: Budget): string {
  return JSON.stringify({ ...budget, limitNanoUsd: budget.limitNanoUsd.toString() });
}

function toBudget(text: string): Budget {
  const budget = JSON.parse(text) as Omit<Budget, 'limitNanoUsd'> & { readonly limitNanoUsd: string };
  return { ...budget, limitNanoUsd: BigInt(budget.limitNanoUsd) };
}
