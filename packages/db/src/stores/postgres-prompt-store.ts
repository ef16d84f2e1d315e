import type { LLMPrompt, PromptDeployment, PromptDeploymentAttempt, PromptStore } from '@pa/prompts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { instant } from './instant.ts';
import { PROMPT_CHANNEL } from './prompt-channel.ts';
import { toJsonText } from './to-json-text.ts';

/** One number of this project. Writers of prompts wait for each other: they are few, and versions must have no gap. */
const PROMPT_WRITE_LOCK = 5_041_963_913n;

interface PromptRow {
  readonly id: string;
  readonly prompt_type: string;
  readonly version: number;
  readonly content_hash: string;
  readonly system_prompt: string;
  readonly user_prompt_template: string;
  readonly model_provider: string;
  readonly model_name: string;
  readonly temperature: number | null;
  readonly max_tokens: number | null;
  readonly effort: LLMPrompt['effort'] | null;
  readonly composition: LLMPrompt['composition'] | null;
  readonly description: string;
  readonly created_by: string;
  readonly created_at: Date;
}

interface DeploymentRow extends Omit<PromptDeploymentAttempt, 'deployedAt'> {
  readonly deployedAt: Date;
}

/** Keeps prompt versions and the history of their deployments in the database. */
export function postgresPromptStore(kysely: Kysely<Database>): PromptStore {
  const locked = <Result>(work: (trx: Kysely<Database>) => Promise<Result>): Promise<Result> =>
    inTransaction(kysely, async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(PROMPT_WRITE_LOCK)})`.execute(trx);
      return work(trx);
    });
  return {
    add: ({ id, draft, contentHash, createdAt }) =>
      locked(async (trx) => {
        await sql`
          insert into llm_prompts (id, prompt_type, version, content_hash, system_prompt, user_prompt_template,
            model_provider, model_name, temperature, max_tokens, effort, composition, description, created_by, created_at)
          select ${id}, ${draft.type}, coalesce(max(version), 0) + 1, ${contentHash}, ${draft.systemPrompt},
            ${draft.userPromptTemplate}, ${draft.modelProvider}, ${draft.modelName},
            ${draft.temperature ?? null}::double precision, ${draft.maxOutputTokens ?? null}::integer,
            ${draft.effort ?? null}, ${draft.composition === undefined ? null : toJsonText(draft.composition)}::json,
            ${draft.description}, ${draft.createdBy}, ${instant(createdAt)}
          from llm_prompts where prompt_type = ${draft.type}
          on conflict (prompt_type, content_hash) do nothing`.execute(trx);
        const { rows } = await sql<PromptRow>`
          select * from llm_prompts
          where prompt_type = ${draft.type} and content_hash = ${contentHash}`.execute(trx);
        return rows.map(toPrompt)[0]!;
      }),
    async byId(id) {
      const { rows } = await sql<PromptRow>`select * from llm_prompts where id = ${id}`.execute(kysely);
      return rows.map(toPrompt)[0] ?? null;
    },
    async byVersion({ type, version }) {
      const { rows } = await sql<PromptRow>`
        select * from llm_prompts where prompt_type = ${type} and version = ${version}::bigint`.execute(kysely);
      return rows.map(toPrompt)[0] ?? null;
    },
    async versions(type) {
      const { rows } = await sql<PromptRow>`
        select * from llm_prompts where prompt_type = ${type} order by version desc`.execute(kysely);
      return rows.map(toPrompt);
    },
    async byLabel({ type, label }) {
      const { rows } = await sql<PromptRow>`
        select p.* from llm_prompts p where p.id = (
          select prompt_id from prompt_deployments
          where prompt_type = ${type} and label = ${label} and outcome = 'deployed' order by position desc limit 1
        )`.execute(kysely);
      return rows.map(toPrompt)[0] ?? null;
    },
    async types() {
      const { rows } = await sql<{ readonly type: string }>`
        select distinct prompt_type as type from llm_prompts order by 1`.execute(kysely);
      return rows.map(({ type }) => type);
    },
    async labels(type) {
      const { rows } = await sql<DeploymentRow>`
        select distinct on (label) ${ATTEMPT} from prompt_deployments
        where prompt_type = ${type} and outcome = 'deployed' order by label, position desc`.execute(kysely);
      return rows.map(toAttempt).map(toDeployment);
    },
    deploy: (deployment) =>
      locked(async (trx) => {
        const [newest] = await deploymentsOf(trx, deployment);
        const currentPromptId = newest?.promptId ?? null;
        const outcome = currentPromptId === deployment.previousPromptId ? 'deployed' : 'refused';
        const { id, type, label, promptId, previousPromptId, deployedBy, reason, deployedAt } = deployment;
        await sql`
          insert into prompt_deployments
            (id, prompt_type, label, prompt_id, previous_prompt_id, deployed_by, reason, deployed_at, outcome)
          values (${id}, ${type}, ${label}, ${promptId}, ${previousPromptId}, ${deployedBy}, ${reason},
            ${instant(deployedAt)}, ${outcome})`.execute(trx);
        if (outcome === 'refused') return { status: 'conflict', currentPromptId };
        // Told to whoever listens once this is committed, and never before.
        await sql`select pg_notify(${PROMPT_CHANNEL}, ${JSON.stringify({ type, label })})`.execute(trx);
        return { status: 'deployed' };
      }),
    deployments: (query) => deploymentsOf(kysely, query),
    attempts: (query) => attemptsOf(kysely, query),
  };
}

const ATTEMPT = sql.raw(`id, prompt_type as type, label, prompt_id as "promptId",
  previous_prompt_id as "previousPromptId", deployed_by as "deployedBy", reason, deployed_at as "deployedAt", outcome`);

async function attemptsOf(
  kysely: Kysely<Database>,
  query: { readonly type: string; readonly label: string },
): Promise<readonly PromptDeploymentAttempt[]> {
  const { rows } = await sql<DeploymentRow>`
    select ${ATTEMPT} from prompt_deployments where prompt_type = ${query.type} and label = ${query.label}
    order by position desc`.execute(kysely);
  return rows.map(toAttempt);
}

async function deploymentsOf(
  kysely: Kysely<Database>,
  query: { readonly type: string; readonly label: string },
): Promise<readonly PromptDeployment[]> {
  const attempts = await attemptsOf(kysely, query);
  return attempts.filter(({ outcome }) => outcome === 'deployed').map(toDeployment);
}

function toAttempt(row: DeploymentRow): PromptDeploymentAttempt {
  return { ...row, deployedAt: row.deployedAt.getTime() };
}

function toDeployment({ outcome: _outcome, ...deployment }: PromptDeploymentAttempt): PromptDeployment {
  return deployment;
}

function toPrompt(row: PromptRow): LLMPrompt {
  return {
    id: row.id,
    type: row.prompt_type,
    version: row.version,
    contentHash: row.content_hash,
    systemPrompt: row.system_prompt,
    userPromptTemplate: row.user_prompt_template,
    modelProvider: row.model_provider,
    modelName: row.model_name,
    ...(row.temperature === null ? {} : { temperature: row.temperature }),
    ...(row.max_tokens === null ? {} : { maxOutputTokens: row.max_tokens }),
    ...(row.effort === null || row.effort === undefined ? {} : { effort: row.effort }),
    ...(row.composition === null || row.composition === undefined ? {} : { composition: row.composition }),
    description: row.description,
    createdBy: row.created_by,
    createdAt: row.created_at.getTime(),
  };
}
