import type { Generated, GeneratedAlways } from 'kysely';

/** One row a text about the market, with every fact it uses. */
export interface MarketInsightsTable {
  readonly id: string;
  readonly insight_type: string;
  readonly model: string | null;
  readonly trim: string | null;
  readonly generation: string | null;
  readonly analysis_date: string;
  readonly prediction_horizon_days: number | null;
  readonly llm_provider: string;
  readonly requested_model: string;
  readonly served_model: string;
  readonly llm_model: GeneratedAlways<string>;
  readonly prompt_version: string;
  readonly insight_title: string;
  readonly insight_summary: string;
  /** `{ facts: Fact[], claims: StatedFact[] }`, as JSON text on the way in. */
  readonly detailed_analysis: unknown;
  /** The stated coverage of the interval that the text speaks of; never asked of a model. */
  readonly confidence_score: number | null;
  readonly data_points_analyzed: number;
  readonly processing_time_ms: number;
  readonly cost_nano_usd: bigint;
  /** For people. */
  readonly cost_usd: GeneratedAlways<number>;
  readonly ai_generated: boolean;
  readonly synthetic: boolean;
  readonly validated_at: Date | null;
  readonly accuracy_score: number | null;
  readonly created_at: Generated<Date>;
  readonly updated_at: Generated<Date>;
}

/** One row a reader and text; the newest word of the reader stands. */
export interface InsightFeedbackTable {
  readonly insight_id: string;
  readonly user_id: string;
  readonly is_useful: boolean;
  /** Epoch milliseconds. */
  readonly given_at_ms: number;
}
