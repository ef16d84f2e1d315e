import { type Migration, runStatements } from './migration.ts';

/** Prompts, the answer cache, the ledger of calls and budgets. Money is integer nano-dollars. */
export const languageModels: Migration = {
  name: '0004_language_models',
  up: (trx) =>
    runStatements(trx, [
      `create table llm_prompts (
        id uuid primary key default gen_random_uuid(),
        prompt_type text collate "C" not null,
        version text collate "C" not null,
        system_prompt text not null,
        user_prompt_template text not null,
        model_provider text not null,
        model_name text not null,
        temperature numeric,
        max_tokens integer,
        description text,
        created_by text,
        created_at timestamptz not null default now(),
        unique (prompt_type, version)
      )`,
      `create table prompt_deployments (
        id bigint generated always as identity primary key,
        prompt_type text collate "C" not null,
        prompt_id uuid not null references llm_prompts (id),
        previous_prompt_id uuid references llm_prompts (id),
        deployed_by text,
        deployed_at timestamptz not null default now()
      )`,
      'create index prompt_deployments_newest on prompt_deployments (prompt_type, id desc)',
      `create view active_llm_prompts with (security_invoker = true) as
        select p.*, p.id = (
          select d.prompt_id from prompt_deployments d
          where d.prompt_type = p.prompt_type order by d.id desc limit 1
        ) is true as is_active
        from llm_prompts p`,
      `create table llm_cache (
        id uuid primary key default gen_random_uuid(),
        cache_key text collate "C" not null unique,
        prompt_hash text,
        model_provider text,
        model_name text,
        response_data jsonb not null,
        token_usage jsonb,
        cost_nano_usd bigint not null default 0,
        cost_usd numeric generated always as (cost_nano_usd::numeric / 1000000000) stored,
        hit_count bigint not null default 0,
        last_accessed timestamptz not null default now(),
        expires_at timestamptz not null,
        created_at timestamptz not null default now()
      )`,
      'create index llm_cache_expiry on llm_cache (expires_at)',
      `create table llm_calls (
        id uuid primary key,
        started_at timestamptz not null,
        provider text not null,
        requested_model text not null,
        served_model text,
        feature text,
        prompt_version text,
        outcome text not null,
        duration_ms double precision,
        input_tokens bigint,
        output_tokens bigint,
        cost_nano_usd bigint not null default 0,
        cost_usd numeric generated always as (cost_nano_usd::numeric / 1000000000) stored,
        details jsonb not null default '{}'
      )`,
      'create index llm_calls_by_time on llm_calls (started_at)',
      `create table budgets (
        id text collate "C" primary key,
        scope text collate "C" not null,
        period text not null,
        limit_nano_usd bigint not null,
        created_at timestamptz not null default now()
      )`,
      `create table budget_holds (
        id text collate "C" primary key,
        budget_id text collate "C" not null references budgets (id),
        period_start timestamptz not null,
        held_nano_usd bigint not null,
        settled_nano_usd bigint,
        status text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`,
      'create index budget_holds_of_period on budget_holds (budget_id, period_start)',
    ]),
};
