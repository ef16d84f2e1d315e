import type { Anomaly, AnomalyStore } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { ANOMALY_COLUMNS, type AnomalyRow, toAnomaly, toAnomalyRow } from './anomaly-row.ts';
import { isUuid } from './is-uuid.ts';
import { columnList, excludedAssignments, recordset } from './recordset.ts';
import { toJsonText } from './to-json-text.ts';

const COLUMNS = columnList(ANOMALY_COLUMNS);
const UPDATES = excludedAssignments(ANOMALY_COLUMNS, {
  except: ['id', 'detected_on', 'status', 'resolved_on', 'resolution_note'],
});

/** Keeps anomalies and the verdicts on them in the database. */
export function postgresAnomalyStore(kysely: Kysely<Database>): AnomalyStore {
  return {
    async save(anomalies) {
      const rows = [...merged(anomalies).values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      // A row that this statement made has no former version: `xmax` is 0.
      const result = await sql<{ readonly is_new: boolean }>`
        insert into market_anomalies (${COLUMNS}) select * from ${recordset(rows, ANOMALY_COLUMNS)}
        on conflict (id) do update set ${UPDATES} returning (xmax = 0) as is_new`.execute(kysely);
      return result.rows.filter((row) => row.is_new).length;
    },
    async byId(id) {
      if (!isUuid(id)) return null;
      const { rows } = await sql<AnomalyRow>`select ${COLUMNS} from market_anomalies where id = ${id}`.execute(kysely);
      return rows[0] === undefined ? null : toAnomaly(rows[0]);
    },
    async list({ severity, status, type, detectedFrom, limit = 100, offset = 0 }) {
      const filter = sql`true
        ${severity === undefined ? sql`` : sql`and severity = ${severity}`}
        ${status === undefined ? sql`` : sql`and status = ${status}`}
        ${type === undefined ? sql`` : sql`and anomaly_type = ${type}`}
        ${detectedFrom === undefined ? sql`` : sql`and detected_on >= ${detectedFrom}::date`}`;
      const counted = await sql<{ readonly total: bigint }>`
        select count(*) as total from market_anomalies where ${filter}`.execute(kysely);
      const { rows } = await sql<AnomalyRow>`
        select ${COLUMNS} from market_anomalies where ${filter}
        order by score desc, id limit ${limit} offset ${offset}`.execute(kysely);
      return { anomalies: rows.map(toAnomaly), total: Number(counted.rows[0]?.total ?? 0) };
    },
    async resolve({ id, status, note, resolvedOn }) {
      if (!isUuid(id)) return null;
      const { rows } = await sql<AnomalyRow>`
        update market_anomalies set status = ${status}, resolved_on = ${resolvedOn}::date,
          resolution_note = ${toJsonText({ note })}::json ->> 'note'
        where id = ${id} returning ${COLUMNS}`.execute(kysely);
      return rows[0] === undefined ? null : toAnomaly(rows[0]);
    },
    async withdraw(ids) {
      const known = ids.filter(isUuid);
      if (known.length === 0) return 0;
      const { numAffectedRows } = await sql`
        delete from market_anomalies where status = 'active'
          and id in (select jsonb_array_elements_text(${toJsonText(known)}::jsonb)::uuid)`.execute(kysely);
      return Number(numAffectedRows ?? 0);
    },
  };
}

/** One row an id: the last numbers, with the day and verdict of the first, as if they had come one after the other. */
function merged(anomalies: readonly Anomaly[]): ReadonlyMap<string, AnomalyRow> {
  const rows = new Map<string, AnomalyRow>();
  for (const anomaly of anomalies) {
    const row = toAnomalyRow(anomaly);
    const { detected_on, status, resolved_on, resolution_note } = rows.get(row.id) ?? row;
    rows.set(row.id, { ...row, detected_on, status, resolved_on, resolution_note });
  }
  return rows;
}
