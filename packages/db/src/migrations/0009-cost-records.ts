import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** Changes of budgets, which can only be added to, every kind of alert in the place of those of budgets alone, and savings. */
export const costRecords: Migration = {
  name: '0009_cost_records',
  async up(trx) {
    await runStatements(trx, [
      'drop table budget_alerts',
      `create table cost_alerts (
        id text collate "C" primary key,
        kind text not null,
        raised_at timestamptz not null,
        alert text not null,
        leased_until timestamptz,
        delivered_at timestamptz
      )`,
      'create index cost_alerts_undelivered on cost_alerts (raised_at, id) where delivered_at is null',
      'create index cost_alerts_newest on cost_alerts (raised_at desc, id desc)',
      `create table budget_changes (
        position bigint generated always as identity primary key,
        id text collate "C" not null unique,
        budget_id text collate "C" not null,
        before text,
        after text,
        reason text not null check (reason <> ''),
        changed_by text not null,
        changed_at timestamptz not null
      )`,
      'create index budget_changes_newest on budget_changes (budget_id, position desc)',
      `create function refuse_rewriting() returns trigger language plpgsql as $$
        begin
          raise exception 'Rows of % are only ever added.', tg_table_name;
        end
      $$`,
      `create trigger budget_changes_only_grow before update or delete or truncate on budget_changes
        for each statement execute function refuse_rewriting()`,
      `create table llm_savings (
        id text collate "C" primary key,
        kind text collate "C" not null,
        saved_at timestamptz not null,
        feature text collate "C",
        model text collate "C",
        saved_nano_usd bigint not null,
        basis text not null check (basis in ('measured', 'estimated'))
      )`,
      'create index llm_savings_by_time on llm_savings (saved_at)',
    ]);
    for (const table of ['cost_alerts', 'budget_changes', 'llm_savings']) await protectTable(trx, { table });
  },
};
