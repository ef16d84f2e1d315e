import type { PromptTestRun, PromptTestStore } from '@pa/prompts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { fromBigintJson, toBigintJson } from './bigint-json.ts';
import { instant } from './instant.ts';

interface RunRow {
  readonly run: string;
}

/** Keeps test runs of prompts in the database. */
export function postgresPromptTestStore(kysely: Kysely<Database>): PromptTestStore {
  return {
    async record(run) {
      await sql`
        insert into prompt_tests (id, prompt_type, prompt_id, own_model, outcome, started_at, run)
        values (${run.id}, ${run.type}, ${run.promptId}, ${run.ownModel}, ${run.outcome}, ${instant(run.startedAt)},
          ${toBigintJson(run)})
        on conflict (id) do nothing`.execute(kysely);
    },
    async byId(id) {
      const { rows } = await sql<RunRow>`select run from prompt_tests where id = ${id}`.execute(kysely);
      return rows.map(toRun)[0] ?? null;
    },
    async list({ type, promptId, ownModel, limit }) {
      const ofPrompt = promptId === undefined ? sql`` : sql`and prompt_id = ${promptId}`;
      const onModel = ownModel === undefined ? sql`` : sql`and own_model = ${ownModel}`;
      const { rows } = await sql<RunRow>`
        select run from prompt_tests where prompt_type = ${type} ${ofPrompt} ${onModel}
        order by started_at desc, id desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(toRun);
    },
  };
}

function toRun({ run }: RunRow): PromptTestRun {
  return fromBigintJson(run) as PromptTestRun;
}
