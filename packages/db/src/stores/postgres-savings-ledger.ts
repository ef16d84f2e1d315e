import type { SavingsLedger } from '@pa/cost';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

type SavingLine = Parameters<SavingsLedger['record']>[0][number];
type SavingGroup = Awaited<ReturnType<SavingsLedger['totals']>>[number];

interface SavingRow {
  readonly id: string;
  readonly kind: string;
  readonly saved_at: string;
  readonly feature: string | null;
  readonly model: string | null;
  /** Text: JSON has no bigint. */
  readonly saved_nano_usd: string;
  readonly basis: string;
}

const COLUMNS: ColumnTypes<SavingRow> = {
  id: 'text',
  kind: 'text',
  saved_at: 'timestamptz',
  feature: 'text',
  model: 'text',
  saved_nano_usd: 'bigint',
  basis: 'text',
};

/** Keeps what was not spent in the database. */
export function postgresSavingsLedger(kysely: Kysely<Database>): SavingsLedger {
  return {
    async record(lines) {
      const rows = firstOfEach(lines, (line) => line.savingId)
        .map(toRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into llm_savings (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async totals({ from, to, by }) {
      const key = sql.ref(by);
      const { rows } = await sql<SavingGroup>`
        select ${key} as key, count(*)::int as "lineCount", sum(saved_nano_usd)::bigint as "savedNanoUsd",
          coalesce(sum(saved_nano_usd) filter (where basis = 'estimated'), 0)::bigint as "estimatedNanoUsd"
        from llm_savings where saved_at >= ${instant(from)} and saved_at < ${instant(to)}
        group by ${key} order by "savedNanoUsd" desc, coalesce(${key}, '') collate "C"`.execute(kysely);
      return rows;
    },
  };
}

function toRow(line: SavingLine): SavingRow {
  return {
    id: line.savingId,
    kind: line.kind,
    saved_at: new Date(line.at).toISOString(),
    feature: line.feature,
    model: line.model,
    saved_nano_usd: line.savedNanoUsd.toString(),
    basis: line.basis,
  };
}
