import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { casesOfRun, MINIMUM_CASES, type PromptOptimization } from '@pa/prompts';
import type { ApiContext } from '../api-context.ts';
import { instantOf } from '../content/to-prompt-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { ApiError } from '../http/api-error.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured, notFound } from '../http/refusals.ts';
import type { PromptDesk } from '../ports/prompt-desk.ts';
import { OptimisationListSchema, OptimisationOrderSchema, StartOptimisationSchema } from '../schemas/optimisation.ts';
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

const startOptimisation = createRoute({
  method: 'post',
  path: '/prompts/{type}/optimisations',
  operationId: 'startOptimisation',
  tags: ['prompts'],
  summary: 'Look for a better version of a prompt, within a budget',
  description:
    'The cases are those of the newest test run that has enough. It runs behind the request, deploys nothing, and is listed when it has ended. Without a key, and where one of this prompt is under way, it is refused.',
  request: {
    params: PromptTypeParameterSchema,
    body: { required: true, content: { 'application/json': { schema: StartOptimisationSchema } } },
  },
  responses: {
    202: jsonContent(OptimisationOrderSchema, 'It will be run.'),
    ...errorResponses(400, 404, 409, 413, 415, 422, 503),
  },
});

const RUNS_LOOKED_AT = 20;

/** The optimiser: its ledger, and what starts it. */
export function registerOptimisations(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(listOptimisations, async (c) => {
    const desk = configured(context.dependencies.prompts, 'prompts');
    const { type } = c.req.valid('param');
    const { limit = 20 } = c.req.valid('query');
    const [runs, versions, newest] = await Promise.all([
      desk.optimisations.list({ type, limit }),
      desk.store.versions(type),
      desk.optimiser?.newest?.(type) ?? null,
    ]);
    const numbers = new Map(versions.map(({ id, version }) => [id, version]));
    c.header('Cache-Control', context.cacheControl('revalidate'));
    const newestOrder = newest === null ? null : { ...newest, requestedAt: instantOf(newest.requestedAt) };
    return c.json({ optimisations: runs.map((run) => toOptimisationBody(run, numbers)), newestOrder }, 200);
  });

  app.openapi(startOptimisation, async (c) => {
    const desk = configured(context.dependencies.prompts, 'prompts');
    const optimiser = configured(desk.optimiser, 'prompts.optimiser');
    const { type } = c.req.valid('param');
    const { budgetNanoUsd, reason } = c.req.valid('json');
    if ((await desk.manager.types()).every((known) => known.type !== type)) throw notFound('prompt', type);
    if (optimiser.unavailable !== null) {
      throw new ApiError(503, { code: 'NOT_CONFIGURED', message: optimiser.unavailable });
    }
    const { id: testRunId, cases } = await runWithCases(desk, type);
    const requestedBy = context.actor(c);
    const order = { type, testRunId, budgetNanoUsd: BigInt(budgetNanoUsd), requestedBy, reason };
    if (!(await optimiser.start(order))) {
      throw new ApiError(409, {
        code: 'ALREADY_RUNNING',
        message: `The optimiser is at work on "${type}" or about to be: wait until that run is listed.`,
      });
    }
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse('prompt_optimisation_started', { type, testRunId, budgetNanoUsd, reason }, origin);
    return c.json({ ...order, budgetNanoUsd, caseCount: cases.length, requestedAt: instantOf(context.now()) }, 202);
  });
}

/** The newest test run with as many cases as an optimisation needs, all of which can be run again. */
async function runWithCases(desk: PromptDesk, type: string) {
  for (const { id, cases } of await desk.tests.list({ type, limit: RUNS_LOOKED_AT })) {
    const again = casesOfRun({ cases });
    if (again !== null && again.length >= MINIMUM_CASES) return { id, cases: again };
  }
  throw new ApiError(409, {
    code: 'NOT_ENOUGH_CASES',
    message: `No stored test run of "${type}" has ${MINIMUM_CASES} cases that can be run again: test it on as many with "pa prompts test".`,
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
    requestedBy: run.requested?.by ?? null,
    requestReason: run.requested?.reason ?? null,
  };
}
