import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** What readers thought of texts: one row a reader and text. */
export const insightFeedback: Migration = {
  name: '0015_insight_feedback',
  async up(trx) {
    await runStatements(trx, [
      `create table insight_feedback (
        insight_id uuid not null references market_insights (id) on delete cascade,
        user_id text collate "C" not null check (user_id <> ''),
        is_useful boolean not null,
        given_at_ms double precision not null,
        primary key (insight_id, user_id)
      )`,
    ]);
    await protectTable(trx, { table: 'insight_feedback' });
  },
};
