import type { AlertOutbox, BudgetAlert } from '@pa/cost';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

interface AlertRow {
  readonly id: string;
  readonly budget_id: string;
  readonly window_start: string;
  readonly threshold: number;
  /** Text: JSON has no bigint. */
  readonly spent_nano_usd: string;
  readonly limit_nano_usd: string;
  readonly raised_at: string;
}

const COLUMNS: ColumnTypes<AlertRow> = {
  id: 'text',
  budget_id: 'text',
  window_start: 'timestamptz',
  threshold: 'double precision',
  spent_nano_usd: 'bigint',
  limit_nano_usd: 'bigint',
  raised_at: 'timestamptz',
};

interface StoredAlert extends Omit<BudgetAlert, 'windowStart' | 'raisedAt'> {
  readonly windowStart: Date;
  readonly raisedAt: Date;
}

/** Keeps alerts of budgets in the database until they are delivered, and for good that they were raised. */
export function postgresAlertOutbox(kysely: Kysely<Database>): AlertOutbox {
  return {
    async put(alerts) {
      const rows = firstOfEach(alerts, (alert) => alert.alertId)
        .map(toRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into budget_alerts (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async undelivered({ limit }) {
      const { rows } = await sql<StoredAlert>`
        select id as "alertId", budget_id as "budgetId", window_start as "windowStart", threshold,
          spent_nano_usd as "spentNanoUsd", limit_nano_usd as "limitNanoUsd", raised_at as "raisedAt"
        from budget_alerts where delivered_at is null order by raised_at, id limit ${limit}::bigint`.execute(kysely);
      return rows.map((row) => ({
        ...row,
        windowStart: row.windowStart.getTime(),
        raisedAt: row.raisedAt.getTime(),
      }));
    },
    async markDelivered(alertId, { at }) {
      await sql`
        update budget_alerts set delivered_at = ${instant(at)}
        where id = ${alertId} and delivered_at is null`.execute(kysely);
    },
  };
}

function toRow(alert: BudgetAlert): AlertRow {
  return {
    id: alert.alertId,
    budget_id: alert.budgetId,
    window_start: new Date(alert.windowStart).toISOString(),
    threshold: alert.threshold,
    spent_nano_usd: alert.spentNanoUsd.toString(),
    limit_nano_usd: alert.limitNanoUsd.toString(),
    raised_at: new Date(alert.raisedAt).toISOString(),
  };
}
