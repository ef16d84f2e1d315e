import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** Conversations with the market analyst, each turn under its owner. */
export const conversations: Migration = {
  name: '0013_conversations',
  async up(trx) {
    await runStatements(trx, [
      `create table analyst_turns (
        owner text collate "C" not null,
        conversation_id text collate "C" not null,
        position integer not null check (position >= 0),
        question text not null,
        answer text not null,
        call jsonb,
        cost_nano_usd bigint not null,
        asked_at timestamptz not null,
        primary key (owner, conversation_id, position)
      )`,
      'create index analyst_turns_by_time on analyst_turns (asked_at)',
    ]);
    await protectTable(trx, { table: 'analyst_turns' });
  },
};
