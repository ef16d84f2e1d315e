import { type Migration, runStatements } from './migration.ts';

/** What the engines remember between runs: fitted models, indices, finished steps, notices and events. */
export const engineState: Migration = {
  name: '0003_engine_state',
  up: (trx) =>
    runStatements(trx, [
      // `json` and not `jsonb`: kept byte for byte, written fast, and never queried inside.
      `create table fitted_models (
        kind text collate "C" not null,
        market text collate "C" not null,
        version text collate "C" not null,
        as_of date not null,
        data_hash text not null,
        payload json not null,
        created_at timestamptz not null default now(),
        primary key (kind, market, version, as_of)
      )`,
      `create table market_indices (
        price_kind text collate "C" not null,
        currency text collate "C" not null,
        segment text collate "C" not null,
        as_of date not null,
        points jsonb not null,
        created_at timestamptz not null default now(),
        primary key (price_kind, currency, segment, as_of)
      )`,
      `create table run_steps (
        run text collate "C" not null,
        step text collate "C" not null,
        as_of date not null,
        input_hash text not null,
        summary jsonb not null,
        duration_ms double precision not null,
        completed_at timestamptz not null default now(),
        primary key (run, step, as_of)
      )`,
      `create table notifications (
        id text collate "C" primary key,
        topic text collate "C" not null,
        title text not null,
        body text not null,
        created_at timestamptz not null,
        delivered_at timestamptz,
        attempts integer not null default 0,
        last_error text
      )`,
      'create index notifications_waiting on notifications (created_at, id) where delivered_at is null',
      `create table events (
        id text collate "C" primary key,
        name text collate "C" not null,
        occurred_at timestamptz not null,
        properties jsonb not null
      )`,
      'create index events_by_time on events (occurred_at, name)',
    ]),
};
