import type { PreferenceStore, UserPreferences } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { toJsonText } from './to-json-text.ts';
import { inTransaction } from './in-transaction.ts';

/** Words of the column and of the engines. */
const HORIZONS = [
  ['1_month', '1m'],
  ['3_months', '3m'],
  ['6_months', '6m'],
  ['1_year', '1y'],
] as const;

interface PreferenceRow {
  readonly user_id: string;
  readonly enable_market_alerts: boolean;
  readonly enable_price_predictions: boolean;
  readonly enable_anomaly_alerts: boolean;
  readonly preferred_prediction_horizon: string;
  readonly preferred_analysis_depth: UserPreferences['depth'];
  readonly watched_models: readonly string[];
  readonly watched_trims: readonly string[];
  readonly watched_segments: readonly string[];
}

const COLUMNS = sql.raw(
  `user_id, enable_market_alerts, enable_price_predictions, enable_anomaly_alerts, preferred_prediction_horizon,
  preferred_analysis_depth, to_jsonb(watched_models) as watched_models, to_jsonb(watched_trims) as watched_trims,
  to_jsonb(watched_segments) as watched_segments`,
);

/** Keeps preferences in the database, beside the profiles of the host. */
export function postgresPreferenceStore(kysely: Kysely<Database>): PreferenceStore {
  return {
    async get(profileId) {
      const { rows } = await sql<PreferenceRow>`
        select ${COLUMNS} from user_llm_preferences where user_id = ${profileId}::uuid`.execute(kysely);
      return rows[0] === undefined ? undefined : toPreferences(rows[0]);
    },
    async put(profileId, preferences, { at }) {
      await inTransaction(kysely, async (trx) => {
        // A host's table may ask for more than an id: who has a profile there is not made one.
        await sql`
          insert into profiles (id) select ${profileId}::uuid
          where not exists (select from profiles where id = ${profileId}::uuid)
          on conflict do nothing`.execute(trx);
        await sql`
          insert into user_llm_preferences (
            user_id, enable_market_alerts, enable_price_predictions, enable_anomaly_alerts,
            preferred_prediction_horizon, preferred_analysis_depth, watched_models, watched_trims, watched_segments,
            updated_at)
          values (${profileId}::uuid, ${preferences.marketAlerts}, ${preferences.pricePredictions},
            ${preferences.anomalyAlerts}, ${columnOf(preferences.horizon)}, ${preferences.depth},
            ${textArray(preferences.watchedModels)}, ${textArray(preferences.watchedTrims)},
            ${textArray(preferences.watchedSegments)}, ${instant(at)})
          on conflict (user_id) do update set
            enable_market_alerts = excluded.enable_market_alerts,
            enable_price_predictions = excluded.enable_price_predictions,
            enable_anomaly_alerts = excluded.enable_anomaly_alerts,
            preferred_prediction_horizon = excluded.preferred_prediction_horizon,
            preferred_analysis_depth = excluded.preferred_analysis_depth,
            watched_models = excluded.watched_models,
            watched_trims = excluded.watched_trims,
            watched_segments = excluded.watched_segments,
            updated_at = excluded.updated_at`.execute(trx);
      });
    },
    async all() {
      const { rows } = await sql<PreferenceRow>`
        select ${COLUMNS} from user_llm_preferences order by user_id`.execute(kysely);
      return rows.map((row) => ({ profileId: row.user_id, preferences: toPreferences(row) }));
    },
    async erase(profileId) {
      const { numAffectedRows } = await sql`
        delete from user_llm_preferences where user_id = ${profileId}::uuid`.execute(kysely);
      return Number(numAffectedRows ?? 0) > 0;
    },
  };
}

function textArray(texts: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${toJsonText(texts)}::jsonb))`;
}

function columnOf(horizon: UserPreferences['horizon']): string {
  return HORIZONS.find(([, word]) => word === horizon)![0];
}

function toPreferences(row: PreferenceRow): UserPreferences {
  return {
    marketAlerts: row.enable_market_alerts,
    pricePredictions: row.enable_price_predictions,
    anomalyAlerts: row.enable_anomaly_alerts,
    horizon: HORIZONS.find(([column]) => column === row.preferred_prediction_horizon)![1],
    depth: row.preferred_analysis_depth,
    watchedModels: row.watched_models,
    watchedTrims: row.watched_trims,
    watchedSegments: row.watched_segments,
  };
}
