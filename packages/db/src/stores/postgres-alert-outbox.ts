import type { AlertOutbox } from '@pa/cost';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

type CostAlert = Parameters<AlertOutbox['put']>[0][number];

interface AlertRow {
  readonly id: string;
  readonly kind: string;
  readonly raised_at: string;
  /** The alert as JSON text; its bigints are text, because JSON has none. */
  readonly alert: string;
}

const COLUMNS: ColumnTypes<AlertRow> = { id: 'text', kind: 'text', raised_at: 'timestamptz', alert: 'text' };

/** Keeps alerts of costs in the database until they are delivered, and for good that they were raised. */
export function postgresAlertOutbox(kysely: Kysely<Database>): AlertOutbox {
  return {
    async put(alerts) {
      const rows = firstOfEach(alerts, (alert) => alert.alertId)
        .map(toRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into cost_alerts (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async claim({ limit, at, leaseMs }) {
      const { rows } = await sql<{ readonly alert: string }>`
        with free as (
          select id from cost_alerts
          where delivered_at is null and (leased_until is null or leased_until <= ${instant(at)})
          order by raised_at, id limit ${limit}::bigint for update skip locked
        ),
        claimed as (
          update cost_alerts a set leased_until = ${instant(at + leaseMs)} from free where a.id = free.id
          returning a.id, a.raised_at, a.alert
        )
        select alert from claimed order by raised_at, id`.execute(kysely);
      return rows.map(toAlert);
    },
    async markDelivered(alertId, { at }) {
      await sql`
        update cost_alerts set delivered_at = ${instant(at)}
        where id = ${alertId} and delivered_at is null`.execute(kysely);
    },
    async recent({ limit }) {
      const { rows } = await sql<{ readonly alert: string }>`
        select alert from cost_alerts order by raised_at desc, id desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(toAlert);
    },
  };
}

function toRow(alert: CostAlert): AlertRow {
  return {
    id: alert.alertId,
    kind: alert.kind,
    raised_at: new Date(alert.raisedAt).toISOString(),
    alert: JSON.stringify(alert, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  };
}

function toAlert({ alert }: { readonly alert: string }): CostAlert {
  return JSON.parse(alert, (key, value: unknown) =>
    key.endsWith('NanoUsd') ? BigInt(value as string) : value,
  ) as CostAlert;
}
