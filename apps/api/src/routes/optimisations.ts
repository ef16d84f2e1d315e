import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { PromptOptimization } from '@pa/prompts';
import type { ApiContext } from '../api-context.ts';
import { instantOf } from '../content/to-prompt-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured } from '../http/refusals.ts';
import { OptimisationListSchema } from '../schemas/optimisation.ts';
import { PromptTypeParameterSchema } from '../schemas/prompt.ts';
import { PromptTestQuerySchema } from '../schemas/prompt-test.ts';

const listOptimisations = createRoute({
  method: 'get',
  path: '/prompts/{type}/optimisations',
  operationId: 'listOptimisations',
  tags: ['prompts'],
  summary: 'What the optimiser tried on a prompt, and what it found',
  request: { params: PromptTypeParameterSchema, query: PromptTestQuerySchema },
  responses: { 200: jsonContent(OptimisationListSchema, 'Newest first.'), ...errorResponses(400, 503) },
});

/** The ledger of the optimiser. */
export function registerOptimisations(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(listOptimisations, async (c) => {
    const desk = configured(context.dependencies.prompts, 'prompts');
    const { type } = c.req.valid('param');
    const { limit = 20 } = c.req.valid('query');
    const [runs, versions] = await Promise.all([desk.optimisations.list({ type, limit }), desk.store.versions(type)]);
    const numbers = new Map(versions.map(({ id, version }) => [id, version]));
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ optimisations: runs.map((run) => toOptimisationBody(run, numbers)) }, 200);
  });
}

function toOptimisationBody(run: PromptOptimization, versions: ReadonlyMap<string, number>) {
  const { id, status, reason, candidatePromptId, heldOut, split, proposer, seed } = run;
  return {
    id,
    status,
    reason,
    baseVersion: versions.get(run.basePromptId) ?? null,
    candidatePromptId,
    candidateVersion: candidatePromptId === null ? null : (versions.get(candidatePromptId) ?? null),
    heldOut,
    caseCounts: { train: split.train.length, validation: split.validation.length, test: split.test.length },
    steps: run.steps.map((step) => ({ ...step, spentNanoUsd: step.spentNanoUsd.toString() })),
    proposer: `${proposer.modelProvider}/${proposer.modelName}`,
    seed,
    budgetNanoUsd: run.budgetNanoUsd.toString(),
    spentNanoUsd: run.spentNanoUsd.toString(),
    startedAt: instantOf(run.startedAt),
  };
}
