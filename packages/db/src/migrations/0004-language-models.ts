import { type Migration, runStatements } from './migration.ts';

/** Prompts, the answer cache, the ledger of calls and budgets. Money is integer nano-dollars. */
export const languageModels: Migration = {
  name: '0004_language_models',
  up: (trx) =>
    runStatements(trx, [
      `create table llm_prompts (
        id text collate "C" primary key,
        prompt_type text collate "C" not null,
        version integer not null,
        content_hash text not null,
        system_prompt text not null,
        user_prompt_template text not null,
        model_provider text not null,
        model_name text not null,
        temperature double precision,
        max_tokens integer,
        description text not null,
        created_by text not null,
        created_at timestamptz not null,
        unique (prompt_type, version),
        unique (prompt_type, content_hash)
      )`,
      `create table prompt_deployments (
        position bigint generated always as identity primary key,
        id text collate "C" not null unique,
        prompt_type text collate "C" not null,
        label text collate "C" not null,
        prompt_id text collate "C" not null references llm_prompts (id),
        previous_prompt_id text collate "C" references llm_prompts (id),
        deployed_by text not null,
        reason text not null,
        deployed_at timestamptz not null
      )`,
      'create index prompt_deployments_newest on prompt_deployments (prompt_type, label, position desc)',
      `create view active_llm_prompts with (security_invoker = true) as
        select p.*, p.id = (
          select d.prompt_id from prompt_deployments d
          where d.prompt_type = p.prompt_type and d.label = 'production' order by d.position desc limit 1
        ) is true as is_active
        from llm_prompts p`,
      // The answer is `json` and not `jsonb`: it comes back letter for letter.
      `create table llm_cache (
        cache_key text collate "C" primary key,
        response_data json not null,
        tags text[] not null,
        ttl_class text not null,
        served_model text not null,
        cost_nano_usd bigint not null,
        cost_usd numeric generated always as (cost_nano_usd::numeric / 1000000000) stored,
        hit_count bigint not null default 0,
        last_accessed timestamptz not null,
        fresh_until timestamptz not null,
        expires_at timestamptz not null,
        created_at timestamptz not null
      )`,
      'create index llm_cache_expiry on llm_cache (expires_at)',
      'create index llm_cache_tags on llm_cache using gin (tags)',
      `create table llm_calls (
        id text collate "C" primary key,
        started_at timestamptz not null,
        duration_ms double precision not null,
        provider text collate "C" not null,
        requested_model text not null,
        served_model text collate "C",
        feature text collate "C",
        user_id text collate "C",
        job_id text,
        prompt_name text,
        prompt_version text collate "C",
        outcome text not null check (outcome in ('answered', 'failed', 'aborted')),
        error_code text,
        token_count double precision,
        usage_source text,
        usage jsonb,
        cost_nano_usd bigint,
        cost_usd numeric generated always as (cost_nano_usd::numeric / 1000000000) stored,
        price_source text
      )`,
      'create index llm_calls_by_time on llm_calls (started_at, id)',
      `create table llm_call_adjustments (
        id text collate "C" primary key,
        call_id text collate "C" not null references llm_calls (id),
        adjusted_at timestamptz not null,
        delta_nano_usd bigint not null,
        price_source text not null,
        reason text not null
      )`,
      'create index llm_call_adjustments_of_call on llm_call_adjustments (call_id)',
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
