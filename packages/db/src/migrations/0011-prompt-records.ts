import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** Tests of prompts, refused deployments, and experiments: who met what, and what came of it. */
export const promptRecords: Migration = {
  name: '0011_prompt_records',
  async up(trx) {
    await runStatements(trx, [
      'alter table llm_prompts add column effort text',
      'alter table llm_prompts add column composition json',
      `alter table prompt_deployments add column outcome text not null default 'deployed'
        check (outcome in ('deployed', 'refused'))`,
      // What a refused try believed to be deployed may never have been there.
      'alter table prompt_deployments drop constraint prompt_deployments_previous_prompt_id_fkey',
      `create or replace view active_llm_prompts with (security_invoker = true) as
        select p.id, p.prompt_type, p.version, p.content_hash, p.system_prompt, p.user_prompt_template, p.model_provider,
          p.model_name, p.temperature, p.max_tokens, p.description, p.created_by, p.created_at, p.id = (
            select d.prompt_id from prompt_deployments d
            where d.prompt_type = p.prompt_type and d.label = 'production' and d.outcome = 'deployed'
            order by d.position desc limit 1
          ) is true as is_active
        from llm_prompts p`,
      // The run is text: it comes back letter for letter, and what is asked for stands beside it.
      `create table prompt_tests (
        id text collate "C" primary key,
        prompt_type text collate "C" not null,
        prompt_id text collate "C",
        own_model boolean not null,
        outcome text not null check (outcome in ('passed', 'failed', 'inconclusive')),
        started_at timestamptz not null,
        run text not null
      )`,
      'create index prompt_tests_newest on prompt_tests (prompt_type, started_at desc, id desc)',
      'create index prompt_tests_of_prompt on prompt_tests (prompt_id, started_at desc, id desc)',
      `create table experiments (
        key text collate "C" primary key,
        definition json not null,
        created_by text not null,
        created_at timestamptz not null
      )`,
      `create table experiment_changes (
        experiment_key text collate "C" not null references experiments (key),
        revision integer not null,
        exposure_share double precision not null check (exposure_share between 0 and 1),
        status text not null check (status in ('running', 'stopped')),
        changed_by text not null,
        reason text not null check (reason <> ''),
        changed_at timestamptz not null,
        primary key (experiment_key, revision)
      )`,
      `create table exposures (
        experiment_key text collate "C" not null references experiments (key),
        unit_id text collate "C" not null,
        arm text collate "C" not null,
        exposed_at timestamptz not null,
        crossed boolean not null default false,
        primary key (experiment_key, unit_id)
      )`,
      `create table experiment_outcomes (
        id text collate "C" primary key,
        experiment_key text collate "C" not null references experiments (key),
        unit_id text collate "C" not null,
        metric text collate "C" not null,
        value double precision not null,
        observed_at timestamptz not null,
        recorded_at timestamptz not null
      )`,
      `create index experiment_outcomes_last
        on experiment_outcomes (experiment_key, metric, unit_id, recorded_at desc, id desc)`,
      `create table experiment_analyses (
        position bigint generated always as identity primary key,
        experiment_key text collate "C" not null references experiments (key),
        analysed_at timestamptz not null,
        analysis json not null
      )`,
      'create index experiment_analyses_newest on experiment_analyses (experiment_key, position desc)',
      ...[
        'llm_prompts',
        'prompt_deployments',
        'prompt_tests',
        'experiments',
        'experiment_changes',
        'experiment_outcomes',
        'experiment_analyses',
      ].map(
        (table) => `create trigger ${table}_only_grow before update or delete or truncate on ${table}
          for each statement execute function refuse_rewriting()`,
      ),
    ]);
    for (const table of [
      'prompt_tests',
      'experiments',
      'experiment_changes',
      'exposures',
      'experiment_outcomes',
      'experiment_analyses',
    ]) {
      await protectTable(trx, { table });
    }
  },
};
