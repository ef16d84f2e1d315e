import type { IsoDate, RunLedger, StepRecord } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toJsonText } from './to-json-text.ts';

/** Remembers the finished steps of runs in the database. */
export function postgresRunLedger(kysely: Kysely<Database>): RunLedger {
  return {
    async completedStep({ run, asOf, step }) {
      const { rows } = await sql<StepRecord>`
        select step, input_hash as "inputHash", summary, duration_ms as "durationMs" from run_steps
        where run = ${run} and step = ${step} and as_of = ${asOf}::date`.execute(kysely);
      return rows[0] ?? null;
    },
    async completeStep({ run, asOf, step, inputHash, summary, durationMs }) {
      await sql`
        insert into run_steps (run, step, as_of, input_hash, summary, duration_ms)
        values (${run}, ${step}, ${asOf}::date, ${inputHash}, ${toJsonText(summary)}::jsonb, ${durationMs})
        on conflict (run, step, as_of) do update set input_hash = excluded.input_hash, summary = excluded.summary,
          duration_ms = excluded.duration_ms, completed_at = now()`.execute(kysely);
    },
    async lastCompleted({ run, step }) {
      const { rows } = await sql<{ readonly as_of: IsoDate | null }>`
        select max(as_of) as as_of from run_steps where run = ${run} and step = ${step}`.execute(kysely);
      return rows[0]?.as_of ?? null;
    },
  };
}
