import type { Generated, GeneratedAlways } from 'kysely';

/** One row a prediction, with what came of it once its target date has passed. */
export interface PricePredictionsTable {
  readonly id: string;
  readonly market_insight_id: string | null;
  readonly price_kind: string;
  readonly currency: string;
  readonly segment: string;
  readonly make: string;
  readonly model: string;
  readonly trim: string | null;
  readonly generation: string | null;
  readonly year_min: number | null;
  readonly year_max: number | null;
  readonly mileage_range_min: number | null;
  readonly mileage_range_max: number | null;
  readonly reference_model_year: number;
  readonly reference_mileage: number;
  readonly reference_sale_count: number;
  readonly reference_mix: unknown;
  readonly horizon: string;
  readonly current_price: number;
  readonly index_growth: number | null;
  readonly naive_price: number;
  /** Bounds of the widest interval. */
  readonly predicted_price_low: number | null;
  readonly predicted_price_avg: number;
  readonly predicted_price_high: number | null;
  readonly intervals: unknown;
  readonly prediction_date: string;
  readonly target_date: string;
  readonly sale_count: number;
  readonly has_skill: boolean;
  readonly model_version: string;
  readonly synthetic: boolean;
  readonly market_conditions: unknown;
  readonly key_assumptions: string[] | null;
  readonly risk_factors: string[] | null;
  readonly settled_on: string | null;
  readonly outcome_sale_count: number | null;
  readonly actual_avg_price: number | null;
  readonly actual_min_price: number | null;
  readonly actual_max_price: number | null;
  readonly absolute_percentage_error: number | null;
  readonly naive_absolute_percentage_error: number | null;
  /** 100 less the percentage error, never below 0; for people. */
  readonly accuracy_percentage: GeneratedAlways<number | null>;
  readonly covered: unknown;
  readonly attribution: unknown;
  readonly validated_at: Date | null;
  readonly created_at: Generated<Date>;
}
