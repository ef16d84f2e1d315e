import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/**
 * The audit of calls: one chain of entries. Rows are only ever added, but for their texts, which can be erased. Who owns the
 * tables can switch the trigger off; then the chain tells.
 */
export const llmAudit: Migration = {
  name: '0010_llm_audit',
  async up(trx) {
    await runStatements(trx, [
      `create table llm_audit (
        sequence bigint primary key,
        previous_mac text collate "C" not null,
        mac text collate "C" not null,
        attempt_id text collate "C" not null,
        started_at_ms double precision not null,
        started_at timestamptz generated always as (to_timestamp(started_at_ms / 1000)) stored,
        duration_ms double precision not null,
        provider text collate "C" not null,
        requested_model text not null,
        served_model text,
        feature text collate "C",
        user_id text collate "C",
        job_id text,
        prompt_name text,
        prompt_version text,
        outcome text not null check (outcome in ('answered', 'failed', 'aborted')),
        error_code text,
        request_hash text not null,
        response_hash text,
        usage json,
        usage_source text,
        cost_nano_usd text,
        request_text text,
        response_text text
      )`,
      `create index llm_audit_texts on llm_audit (started_at_ms)
        where request_text is not null or response_text is not null`,
      'create index llm_audit_attempts on llm_audit (attempt_id)',
      'create index llm_audit_users on llm_audit (user_id, started_at_ms) where user_id is not null',
      // What is generated is not there yet where the trigger looks.
      `create function refuse_audit_rewriting() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and
            (new.request_text is null or new.request_text = old.request_text) and
            (new.response_text is null or new.response_text = old.response_text) and
            to_jsonb(new) - array['request_text', 'response_text', 'started_at'] =
              to_jsonb(old) - array['request_text', 'response_text', 'started_at']
          then
            return new;
          end if;
          raise exception 'Entries of % are only ever added; no more than their texts can be erased.', tg_table_name;
        end
      $$`,
      `create trigger llm_audit_only_grows before update or delete on llm_audit
        for each row execute function refuse_audit_rewriting()`,
      `create trigger llm_audit_is_not_emptied before truncate on llm_audit
        for each statement execute function refuse_rewriting()`,
    ]);
    await protectTable(trx, { table: 'llm_audit' });
  },
};
