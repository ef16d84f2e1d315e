import type { AuditEntry, AuditHead, AuditLog } from '@pa/llm-core';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';

/** Names the lock that appends wait for. */
const CHAIN_LOCK = 7_214_650_141;
interface EntryRow extends Omit<AuditEntry, 'sequence' | 'outcome'> {
  readonly sequence: bigint;
  readonly outcome: string;
}

/** The row as its entry, but for the types of what is an own type there. */
const ENTRY = sql.raw(
  `sequence, previous_mac as "previousMac", mac, attempt_id as "attemptId", started_at_ms as "startedAt",
  duration_ms as "durationMs", provider, requested_model as "requestedModel", served_model as "servedModel", feature,
  user_id as "userId", job_id as "jobId", prompt_name as "promptName", prompt_version as "promptVersion", outcome,
  error_code as "errorCode", request_hash as "requestHash", response_hash as "responseHash", usage,
  usage_source as "usageSource", cost_nano_usd as "costNanoUsd", request_text as "requestText",
  response_text as "responseText"`,
);

/**
 * Keeps one chain of audit entries in the database for all processes that share it. Appends wait for each other in a lock
 * that their transaction gives back, so it holds behind a pooler of transactions too.
 */
export function postgresAuditLog(
  kysely: Kysely<Database>,
  {
    pageSize = 500,
  }: {
    /** Entries read at a time, so that memory does not grow with the chain. */
    readonly pageSize?: number;
  } = {},
): AuditLog {
  return {
    append: (seal) =>
      inTransaction(kysely, async (trx) => {
        await sql`select pg_advisory_xact_lock(${CHAIN_LOCK}::bigint)`.execute(trx);
        const entry = seal(await headOf(trx));
        await trx
          .insertInto('llm_audit')
          .values({
            sequence: BigInt(entry.sequence),
            previous_mac: entry.previousMac,
            mac: entry.mac,
            attempt_id: entry.attemptId,
            started_at_ms: entry.startedAt,
            duration_ms: entry.durationMs,
            provider: entry.provider,
            requested_model: entry.requestedModel,
            served_model: entry.servedModel,
            feature: entry.feature,
            user_id: entry.userId,
            job_id: entry.jobId,
            prompt_name: entry.promptName,
            prompt_version: entry.promptVersion,
            outcome: entry.outcome,
            error_code: entry.errorCode,
            request_hash: entry.requestHash,
            response_hash: entry.responseHash,
            usage: entry.usage === null ? null : JSON.stringify(entry.usage),
            usage_source: entry.usageSource,
            cost_nano_usd: entry.costNanoUsd,
            request_text: entry.requestText,
            response_text: entry.responseText,
          })
          .execute();
        return entry;
      }),
    head: () => headOf(kysely),
    async *read({ fromSequence = 1 } = {}) {
      for (let next = BigInt(fromSequence); ; ) {
        const { rows } = await sql<EntryRow>`
          select ${ENTRY} from llm_audit where sequence >= ${next} order by sequence limit ${pageSize}`.execute(kysely);
        for (const row of rows) yield toEntry(row);
        const last = rows.at(-1);
        if (last === undefined || rows.length < pageSize) return;
        next = last.sequence + 1n;
      }
    },
    async eraseTexts({ before }) {
      const result = await sql`
        update llm_audit set request_text = null, response_text = null
        where started_at_ms < ${before}::double precision and (request_text is not null or response_text is not null)`.execute(
        kysely,
      );
      return Number(result.numAffectedRows ?? 0);
    },
  };
}

async function headOf(kysely: Kysely<Database>): Promise<AuditHead | null> {
  const row = await kysely
    .selectFrom('llm_audit')
    .select(['sequence', 'mac'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { sequence: Number(row.sequence), mac: row.mac };
}

function toEntry(row: EntryRow): AuditEntry {
  return { ...row, sequence: Number(row.sequence), outcome: row.outcome as AuditEntry['outcome'] };
}
