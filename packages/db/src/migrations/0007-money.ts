import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/**
 * What is spent and held of budgets, and the alerts of them. The tables of budgets made before were never written: what
 * budgets there are is a setting of the program.
 */
export const money: Migration = {
  name: '0007_money',
  async up(trx) {
    await runStatements(trx, [
      'drop table budget_holds',
      'drop table budgets',
      `create table budget_holds (
        hold_id text collate "C" not null,
        budget_id text collate "C" not null,
        held_at timestamptz not null,
        expires_at timestamptz not null,
        held_nano_usd bigint not null,
        primary key (budget_id, hold_id)
      )`,
      'create index budget_holds_by_id on budget_holds (hold_id)',
      `create table budget_spending (
        budget_id text collate "C" not null,
        slice_start timestamptz not null,
        spent_nano_usd bigint not null,
        primary key (budget_id, slice_start)
      )`,
      `create table budget_alerts (
        id text collate "C" primary key,
        budget_id text not null,
        window_start timestamptz not null,
        threshold double precision not null,
        spent_nano_usd bigint not null,
        limit_nano_usd bigint not null,
        raised_at timestamptz not null,
        delivered_at timestamptz
      )`,
      'create index budget_alerts_undelivered on budget_alerts (raised_at, id) where delivered_at is null',
    ]);
    for (const table of ['budget_holds', 'budget_spending', 'budget_alerts']) {
      await protectTable(trx, { table });
    }
  },
};
