import type { Experiment, ExperimentAnalysis, ExperimentChange, ExperimentStore } from '@pa/prompts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';
import { toJsonText } from './to-json-text.ts';

interface ExposureRow {
  readonly experiment_key: string;
  readonly unit_id: string;
  readonly arm: string;
  readonly exposed_at: string;
  readonly crossed: boolean;
}

interface OutcomeRow {
  readonly id: string;
  readonly experiment_key: string;
  readonly unit_id: string;
  readonly metric: string;
  readonly value: number;
  readonly observed_at: string;
  readonly recorded_at: string;
}

const EXPOSURE: ColumnTypes<ExposureRow> = {
  experiment_key: 'text',
  unit_id: 'text',
  arm: 'text',
  exposed_at: 'timestamptz',
  crossed: 'boolean',
};
const OUTCOME: ColumnTypes<OutcomeRow> = {
  id: 'text',
  experiment_key: 'text',
  unit_id: 'text',
  metric: 'text',
  value: 'double precision',
  observed_at: 'timestamptz',
  recorded_at: 'timestamptz',
};

/** Keeps experiments, exposures and outcomes in the database. */
export function postgresExperimentStore(kysely: Kysely<Database>): ExperimentStore {
  const byKey = async (key: string): Promise<Experiment | null> => {
    const { rows } = await sql<{ readonly definition: Experiment }>`
      select definition from experiments where key = ${key}`.execute(kysely);
    return rows[0]?.definition ?? null;
  };
  return {
    async create(experiment) {
      const { key, createdBy, createdAt } = experiment;
      await sql`
        insert into experiments (key, definition, created_by, created_at)
        values (${key}, ${toJsonText(experiment)}::json, ${createdBy}, ${instant(createdAt)})
        on conflict (key) do nothing`.execute(kysely);
      return (await byKey(key)) ?? experiment;
    },
    byKey,
    async list() {
      const { rows } = await sql<{ readonly definition: Experiment }>`
        select definition from experiments order by created_at desc, key`.execute(kysely);
      return rows.map(({ definition }) => definition);
    },
    async change({ experimentKey, revision, exposureShare, status, changedBy, reason, changedAt }) {
      const result = await sql`
        insert into experiment_changes
          (experiment_key, revision, exposure_share, status, changed_by, reason, changed_at)
        values (${experimentKey}, ${revision}::integer, ${exposureShare}::double precision, ${status}, ${changedBy},
          ${reason}, ${instant(changedAt)})
        on conflict (experiment_key, revision) do nothing`.execute(kysely);
      return result.numAffectedRows === 1n;
    },
    async changes(experimentKey) {
      const { rows } = await sql<Omit<ExperimentChange, 'changedAt'> & { readonly changedAt: Date }>`
        select experiment_key as "experimentKey", revision, exposure_share as "exposureShare", status,
          changed_by as "changedBy", reason, changed_at as "changedAt"
        from experiment_changes where experiment_key = ${experimentKey} order by revision desc`.execute(kysely);
      return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime() }));
    },
    async expose(exposures) {
      // In order, so that two writers of the same units wait for each other and never for ever.
      const rows = firstOfEach(exposures, ({ experimentKey, unitId }) => JSON.stringify([experimentKey, unitId]))
        .map(({ experimentKey, unitId, arm, exposedAt }): ExposureRow => {
          const crossed = exposures.some(
            (other) => other.experimentKey === experimentKey && other.unitId === unitId && other.arm !== arm,
          );
          const exposed_at = new Date(exposedAt).toISOString();
          return { experiment_key: experimentKey, unit_id: unitId, arm, exposed_at, crossed };
        })
        .toSorted((a, b) => (a.unit_id < b.unit_id ? -1 : 1));
      if (rows.length === 0) return;
      await sql`
        insert into exposures (${columnList(EXPOSURE)}) select * from ${recordset(rows, EXPOSURE)}
        on conflict (experiment_key, unit_id) do update set crossed = true
        where exposures.arm <> excluded.arm and not exposures.crossed`.execute(kysely);
    },
    async record(outcomes) {
      const rows = firstOfEach(outcomes, ({ id }) => id)
        .map(({ id, experimentKey, unitId, metric, value, observedAt, recordedAt }): OutcomeRow => {
          const observed_at = new Date(observedAt).toISOString();
          const recorded_at = new Date(recordedAt).toISOString();
          return { id, experiment_key: experimentKey, unit_id: unitId, metric, value, observed_at, recorded_at };
        })
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      if (rows.length === 0) return;
      await sql`
        insert into experiment_outcomes (${columnList(OUTCOME)}) select * from ${recordset(rows, OUTCOME)}
        on conflict (id) do nothing`.execute(kysely);
    },
    async counts(experimentKey) {
      const { rows } = await sql<{ readonly arm: string; readonly crossed: boolean; readonly n: bigint }>`
        select arm, crossed, count(*) as n from exposures where experiment_key = ${experimentKey}
        group by arm, crossed`.execute(kysely);
      const kept = rows.filter(({ crossed }) => !crossed);
      const crossed = rows.reduce((sum, row) => sum + (row.crossed ? Number(row.n) : 0), 0);
      return { arms: Object.fromEntries(kept.map(({ arm, n }) => [arm, Number(n)])), crossed };
    },
    async values({ experimentKey, metric }) {
      // Joined here and not there: without statistics a server may compare every unit with every value.
      const [exposures, outcomes] = await Promise.all([
        sql<{ readonly unitId: string; readonly arm: string; readonly exposedAt: Date }>`
          select unit_id as "unitId", arm, exposed_at as "exposedAt"
          from exposures where experiment_key = ${experimentKey} and not crossed`.execute(kysely),
        sql<{ readonly unitId: string; readonly value: number; readonly recordedAt: Date }>`
          select distinct on (unit_id) unit_id as "unitId", value, recorded_at as "recordedAt"
          from experiment_outcomes where experiment_key = ${experimentKey} and metric = ${metric}
          order by unit_id, recorded_at desc, id desc`.execute(kysely),
      ]);
      const known = new Map(outcomes.rows.map((outcome) => [outcome.unitId, outcome]));
      return exposures.rows.map(({ unitId, arm, exposedAt }) => {
        const outcome = known.get(unitId);
        return {
          unitId,
          arm,
          exposedAt: exposedAt.getTime(),
          value: outcome?.value ?? null,
          recordedAt: outcome?.recordedAt.getTime() ?? null,
        };
      });
    },
    async saveAnalysis(analysis) {
      await sql`
        insert into experiment_analyses (experiment_key, analysed_at, analysis)
        values (${analysis.experimentKey}, ${instant(analysis.analysedAt)}, ${toJsonText(analysis)}::json)`.execute(
        kysely,
      );
    },
    async analyses({ experimentKey, limit }) {
      const { rows } = await sql<{ readonly analysis: ExperimentAnalysis }>`
        select analysis from experiment_analyses where experiment_key = ${experimentKey}
        order by position desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(({ analysis }) => analysis);
    },
  };
}
