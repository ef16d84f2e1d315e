import { type Migration, runStatements } from './migration.ts';

/** People and what they want. A `profiles` table that the host has already is used as it is: only its id is read. */
export const people: Migration = {
  name: '0005_people',
  up: (trx) =>
    runStatements(trx, [
      `create table if not exists profiles (
        id uuid primary key,
        created_at timestamptz not null default now()
      )`,
      `create table user_llm_preferences (
        user_id uuid primary key references profiles (id) on delete cascade,
        enable_market_alerts boolean not null default true,
        enable_price_predictions boolean not null default true,
        enable_anomaly_alerts boolean not null default false,
        preferred_prediction_horizon text not null default '3_months'
          check (preferred_prediction_horizon in ('1_month', '3_months', '6_months', '1_year')),
        preferred_analysis_depth text not null default 'standard'
          check (preferred_analysis_depth in ('basic', 'standard', 'detailed')),
        watched_models text[] not null default '{}',
        watched_trims text[] not null default '{}',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
    ]),
};
