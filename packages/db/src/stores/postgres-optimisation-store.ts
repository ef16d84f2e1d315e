import type { OptimisationStore, PromptOptimization } from '@pa/prompts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { fromBigintJson, toBigintJson } from './bigint-json.ts';
import { instant } from './instant.ts';

interface LedgerRow {
  readonly ledger: string;
}

/** Keeps in the database what optimisers of prompts did. */
export function postgresOptimisationStore(kysely: Kysely<Database>): OptimisationStore {
  const toOptimization = ({ ledger }: LedgerRow) => fromBigintJson(ledger) as PromptOptimization;
  return {
    async record(optimization) {
      const { id, type, status, candidatePromptId, startedAt } = optimization;
      await sql`
        insert into prompt_optimisations (id, prompt_type, status, candidate_prompt_id, started_at, ledger)
        values (${id}, ${type}, ${status}, ${candidatePromptId}, ${instant(startedAt)}, ${toBigintJson(optimization)})
        on conflict (id) do nothing`.execute(kysely);
    },
    async byId(id) {
      const { rows } = await sql<LedgerRow>`select ledger from prompt_optimisations where id = ${id}`.execute(kysely);
      return rows.map(toOptimization)[0] ?? null;
    },
    async list({ type, limit }) {
      const { rows } = await sql<LedgerRow>`
        select ledger from prompt_optimisations where prompt_type = ${type}
        order by started_at desc, id desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(toOptimization);
    },
  };
}
