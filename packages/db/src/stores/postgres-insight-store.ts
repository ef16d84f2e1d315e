import type { Fact, InsightStore, InsightType, MarketInsight, StatedFact } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { isUuid } from './is-uuid.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

interface InsightRow {
  readonly id: string;
  readonly insight_type: string;
  readonly model: string | null;
  readonly trim: string | null;
  readonly generation: string | null;
  readonly analysis_date: string;
  readonly llm_provider: string;
  readonly requested_model: string;
  readonly served_model: string;
  readonly prompt_version: string;
  readonly insight_title: string;
  readonly insight_summary: string;
  /** `claims` is absent in rows that were written before they were kept. */
  readonly detailed_analysis: { readonly facts: readonly Fact[]; readonly claims?: readonly StatedFact[] };
  readonly data_points_analyzed: number;
  readonly processing_time_ms: number;
  /** As text on the way in: JSON has no bigint. */
  readonly cost_nano_usd: bigint | string;
  readonly ai_generated: boolean;
  readonly synthetic: boolean;
}

/** Every type by its place among the texts of a day: one that is added and left out here does not compile. */
const PLACES = {
  market_summary: 0,
  segment_report: 1,
  price_prediction: 2,
  anomaly: 3,
  option_value: 4,
  season: 5,
  cross_market: 6,
  market_movement: 7,
  recommendation: 8,
  data_quality: 9,
  cost: 10,
  answer: 11,
} satisfies Readonly<Record<InsightType, number>>;
const TELLING_ORDER = Object.entries(PLACES)
  .toSorted(([, left], [, right]) => left - right)
  .map(([type]) => type);

const COLUMNS: ColumnTypes<InsightRow> = {
  id: 'uuid',
  insight_type: 'text',
  model: 'text',
  trim: 'text',
  generation: 'text',
  analysis_date: 'date',
  llm_provider: 'text',
  requested_model: 'text',
  served_model: 'text',
  prompt_version: 'text',
  insight_title: 'text',
  insight_summary: 'text',
  detailed_analysis: 'jsonb',
  data_points_analyzed: 'double precision',
  processing_time_ms: 'double precision',
  cost_nano_usd: 'bigint',
  ai_generated: 'boolean',
  synthetic: 'boolean',
};

const COLUMN_LIST = columnList(COLUMNS);

/** Keeps insights in the database; a stored text never changes. */
export function postgresInsightStore(kysely: Kysely<Database>): InsightStore {
  return {
    async save(insights) {
      const rows = firstOfEach(insights, (insight) => insight.id)
        .map(toRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into market_insights (${COLUMN_LIST}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async byId(id) {
      if (!isUuid(id)) return null;
      const { rows } = await sql<InsightRow>`
        select ${COLUMN_LIST} from market_insights where id = ${id}`.execute(kysely);
      return rows[0] === undefined ? null : toInsight(rows[0]);
    },
    async list({ type, model, trim, asOf, limit = 20 }) {
      const { rows } = await sql<InsightRow>`
        select ${COLUMN_LIST} from market_insights where true
          ${type === undefined ? sql`` : sql`and insight_type = ${type}`}
          ${model === undefined ? sql`` : sql`and model = ${model}`}
          ${trim === undefined ? sql`` : sql`and trim = ${trim}`}
          ${asOf === undefined ? sql`` : sql`and analysis_date <= ${asOf}::date`}
        order by analysis_date desc, array_position(${TELLING_ORDER}::text[], insight_type), id limit ${limit}`.execute(
        kysely,
      );
      return rows.map(toInsight);
    },
    async recordFeedback({ insightId, userId, isUseful, givenAt }) {
      if (!isUuid(insightId)) return false;
      const { rows } = await sql<{ known: boolean }>`
        with kept as (
          insert into insight_feedback as f (insight_id, user_id, is_useful, given_at_ms)
          select id, ${userId}, ${isUseful}, ${givenAt} from market_insights where id = ${insightId}
          on conflict (insight_id, user_id) do update
            set is_useful = excluded.is_useful, given_at_ms = excluded.given_at_ms
            where f.given_at_ms <= excluded.given_at_ms
        )
        select exists (select from market_insights where id = ${insightId}) as known`.execute(kysely);
      return rows[0]?.known === true;
    },
    async feedbackOf(insightId) {
      if (!isUuid(insightId)) return { useful: 0, notUseful: 0 };
      const { rows } = await sql<{ useful: number; not_useful: number }>`
        select count(*) filter (where is_useful)::int as useful, count(*) filter (where not is_useful)::int as not_useful
        from insight_feedback where insight_id = ${insightId}`.execute(kysely);
      return { useful: rows[0]?.useful ?? 0, notUseful: rows[0]?.not_useful ?? 0 };
    },
    async eraseFeedbackOf(userId) {
      const { numAffectedRows } = await sql`delete from insight_feedback where user_id = ${userId}`.execute(kysely);
      return Number(numAffectedRows ?? 0);
    },
  };
}

function toRow(insight: MarketInsight): InsightRow {
  return {
    id: insight.id,
    insight_type: insight.type,
    model: insight.model,
    trim: insight.trim,
    generation: insight.generation,
    analysis_date: insight.analysisDate,
    llm_provider: insight.provider,
    requested_model: insight.requestedModel,
    served_model: insight.servedModel,
    prompt_version: insight.promptVersion,
    insight_title: insight.title,
    insight_summary: insight.summary,
    detailed_analysis: { facts: insight.facts, claims: insight.claims },
    data_points_analyzed: insight.dataPointCount,
    processing_time_ms: insight.processingTimeMs,
    cost_nano_usd: insight.costNanoUsd.toString(),
    ai_generated: insight.aiGenerated,
    synthetic: insight.synthetic,
  };
}

function toInsight(row: InsightRow): MarketInsight {
  return {
    id: row.id,
    type: row.insight_type as InsightType,
    analysisDate: row.analysis_date,
    model: row.model,
    trim: row.trim,
    generation: row.generation,
    title: row.insight_title,
    summary: row.insight_summary,
    facts: row.detailed_analysis.facts,
    claims: row.detailed_analysis.claims ?? [],
    provider: row.llm_provider,
    requestedModel: row.requested_model,
    servedModel: row.served_model,
    promptVersion: row.prompt_version,
    costNanoUsd: BigInt(row.cost_nano_usd),
    processingTimeMs: row.processing_time_ms,
    dataPointCount: row.data_points_analyzed,
    aiGenerated: row.ai_generated,
    synthetic: row.synthetic,
  };
}
