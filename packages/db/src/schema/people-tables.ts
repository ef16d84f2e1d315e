import type { Generated } from 'kysely';

/** A person who uses the product; on Supabase the id is that of `auth.users`. */
export interface ProfilesTable {
  readonly id: string;
  readonly created_at: Generated<Date>;
}

/** What a person wants to be told and to watch. */
export interface UserLlmPreferencesTable {
  readonly user_id: string;
  readonly enable_market_alerts: Generated<boolean>;
  readonly enable_price_predictions: Generated<boolean>;
  readonly enable_anomaly_alerts: Generated<boolean>;
  readonly preferred_prediction_horizon: Generated<string>;
  readonly preferred_analysis_depth: Generated<string>;
  readonly watched_models: Generated<string[]>;
  readonly watched_trims: Generated<string[]>;
  readonly watched_segments: Generated<string[]>;
  readonly created_at: Generated<Date>;
  readonly updated_at: Generated<Date>;
}
