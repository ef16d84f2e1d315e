import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** What optimisers of prompts tried, and what came of it. */
export const promptOptimisations: Migration = {
  name: '0014_prompt_optimisations',
  async up(trx) {
    await runStatements(trx, [
      `create table prompt_optimisations (
        id text collate "C" primary key,
        prompt_type text collate "C" not null,
        status text not null,
        candidate_prompt_id text collate "C",
        started_at timestamptz not null,
        ledger text not null
      )`,
      'create index prompt_optimisations_newest on prompt_optimisations (prompt_type, started_at desc, id desc)',
      `create trigger prompt_optimisations_only_grow before update or delete or truncate on prompt_optimisations
        for each statement execute function refuse_rewriting()`,
    ]);
    await protectTable(trx, { table: 'prompt_optimisations' });
  },
};
