import type { ConversationStore } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { toJsonText } from './to-json-text.ts';

interface TurnRow {
  readonly question: string;
  readonly answer: string;
  readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> } | null;
  readonly cost_nano_usd: bigint;
  readonly asked_at: Date;
}

/** Keeps conversations with the market analyst in the database. */
export function postgresConversationStore(kysely: Kysely<Database>): ConversationStore {
  return {
    async turns({ owner, id }) {
      const { rows } = await sql<TurnRow>`
        select question, answer, call, cost_nano_usd, asked_at from analyst_turns
        where owner = ${owner} and conversation_id = ${id} order by position`.execute(kysely);
      return rows.map((row) => ({
        question: row.question,
        answer: row.answer,
        call: row.call,
        costNanoUsd: row.cost_nano_usd,
        askedAt: row.asked_at.getTime(),
      }));
    },
    async append({ owner, id }, { position, turn }) {
      const texts = toJsonText({ question: turn.question, answer: turn.answer });
      const { rows } = await sql<{ readonly position: number }>`
        insert into analyst_turns (owner, conversation_id, position, question, answer, call, cost_nano_usd, asked_at)
        select ${owner}, ${id}, ${position}::int, ${texts}::json ->> 'question', ${texts}::json ->> 'answer',
          nullif(${toJsonText(turn.call)}::jsonb, 'null'::jsonb), ${String(turn.costNanoUsd)}::bigint,
          ${instant(turn.askedAt)}
        where (select count(*) from analyst_turns where owner = ${owner} and conversation_id = ${id}) = ${position}::int
        on conflict do nothing returning position`.execute(kysely);
      return rows.length === 1;
    },
    async forget(which) {
      const condition =
        'owner' in which
          ? sql`owner = ${which.owner} ${which.id === undefined ? sql`` : sql`and conversation_id = ${which.id}`}`
          : sql`(owner, conversation_id) in (
              select owner, conversation_id from analyst_turns group by owner, conversation_id
              having max(asked_at) < ${instant(which.lastAskedBefore)})`;
      const { numAffectedRows } = await sql`delete from analyst_turns where ${condition}`.execute(kysely);
      return Number(numAffectedRows ?? 0);
    },
  };
}
